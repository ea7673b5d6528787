"""Event tables that others made, as a timeline: GDELT, ICEWS, POLECAT, ACLED, and any CSV with a map of its columns."""

from timeline.reading.tables.imported import Imported, import_events
from timeline.reading.tables.mapped import FIELDS, read_map
from timeline.reading.tables.unpacked import is_table

__all__ = ["FIELDS", "Imported", "import_events", "is_table", "read_map"]
