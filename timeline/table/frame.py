"""Events as a table: a pandas DataFrame whose columns are exactly COLUMNS, in that order.

Lists, structs, dates, strings and numbers are Arrow columns; states (type, status, ...) are categorical, with the
closed set of the column as categories. Rows are sorted by (date_start, event_id); those whose beginning is open
come first, since they reach back before every day. The same events give the same table, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd
import pyarrow as pa

from timeline.model import Event
from timeline.table.arrow import column_of, from_arrow, to_arrow
from timeline.table.cells import cells
from timeline.table.columns import COLUMNS, arrow_schema
from timeline.table.schema import validate

__all__ = ["from_arrow", "to_arrow", "to_frame", "validate"]


def to_frame(events: Iterable[Event], built_with: Mapping[str, str], as_of: date | None = None) -> pd.DataFrame:
    """The table of `events`, one row each.

    built_with  has the keys version, grammar, gazetteer and model; those that are missing are left empty
    as_of       the newest day of publication of all that was read: plans whose day is before it are not confirmed

    >>> to_frame([], {}).shape
    (0, 40)
    """
    rows = sorted(events, key=_order)
    fill = cells(built_with, as_of)
    arrays = [column_of(column, [fill[column.name](event) for event in rows]) for column in COLUMNS]
    return from_arrow(pa.Table.from_arrays(arrays, schema=arrow_schema()))


def _order(event: Event) -> tuple[date, str]:
    return event.when.start or date.min, event.event_id
