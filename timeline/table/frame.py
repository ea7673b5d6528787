"""Events as a table: a pandas DataFrame whose columns are exactly COLUMNS, in that order.

Lists, structs, dates, strings and numbers are Arrow columns; states (type, status, ...) are categorical, with the
closed set of the column as categories. Rows are sorted by (date_start, event_id); those whose beginning is open
come first, since they reach back before every day. The same events give the same table, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd
import pyarrow as pa

from timeline.model import Event
from timeline.table.arrow import column_of, from_arrow, to_arrow
from timeline.table.cells import Build, cells
from timeline.table.columns import COLUMNS, arrow_schema
from timeline.table.schema import validate

__all__ = ["Build", "from_arrow", "from_batches", "to_arrow", "to_batch", "to_frame", "validate"]


def to_frame(events: Iterable[Event], built_with: Mapping[str, str], as_of: date | None = None) -> pd.DataFrame:
    """The table of `events`, one row each; see `Build` for the others.

    >>> to_frame([], {}).shape
    (0, 41)
    """
    return from_batches([to_batch(sorted(events, key=_order), Build(built_with, as_of))])


def to_batch(events: Sequence[Event], build: Build) -> pa.RecordBatch:
    """Rows of the table, in the order of the events."""
    fill = cells(build)
    arrays = [column_of(column, [fill[column.name](event) for event in events]) for column in COLUMNS]
    return pa.RecordBatch.from_arrays(arrays, schema=arrow_schema())


def from_batches(batches: Iterable[pa.RecordBatch]) -> pd.DataFrame:
    """The table of such rows."""
    return from_arrow(pa.Table.from_batches(batches, schema=arrow_schema()))


def _order(event: Event) -> tuple[date, str]:
    return event.when.start or date.min, event.event_id
