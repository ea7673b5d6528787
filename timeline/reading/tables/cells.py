"""What a table of others tells of each row, by name; every format gives these, whatever it calls them.

id, type, mode, when, date_basis, source, target   in every format
persons, place, lat, lon, title, summary, note, confidence, n_reports, n_publishers   as the columns of the timeline
url, publisher, published, quote   of the report that the row names
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from timeline.model import TimeValue
from timeline.reading.tables.days import DAY, WHEN, read_day, read_when
from timeline.reading.tables.sheet import Sheet
from timeline.reading.tables.types import Kind
from timeline.reading.tables.who import NOBODY, person_of
from timeline.table.columns import NAMES, inclusive_days

Cells = dict[str, pa.Array]
WHEN_TYPE = pa.struct(
    [("first", pa.date32()), ("last", pa.date32()), ("edtf", pa.string()), ("precision", pa.string())]
)


def kinds(sheet: Sheet, columns: Sequence[str], read: Callable[..., Kind | None], expected: str) -> Cells:
    """Type and mode; the type is null where PLOVER does not have the act."""
    return {
        "type": sheet.known(columns, read, expected, then=_name, type=pa.string()),
        "mode": sheet.each(columns, lambda *cells: kind.mode if (kind := read(*cells)) else "", pa.string()),
    }


def whens(sheet: Sheet, column: str, read: Callable[..., TimeValue | None] = read_when, *others: str) -> pa.Array:
    """The time of each row, from a column and those that say how precise it is."""
    return sheet.known([column, *others], read, WHEN, then=_when, type=WHEN_TYPE)


def days(sheet: Sheet, column: str) -> pa.Array:
    """Days; null where the cell is empty."""
    return sheet.known(column, read_day, DAY, then=lambda day: day, type=pa.date32(), optional=True)


def actors(sheet: Sheet, columns: Sequence[str], read: Callable[..., Sequence[str]]) -> pa.Array:
    """Lists of our codes."""
    return sheet.each(columns, lambda *cells: [code for code in dict.fromkeys(read(*cells)) if code], NAMES)


def towns(sheet: Sheet, town: pa.Array, lat: str, lon: str) -> Cells:
    """Where it happened; without a town the degrees are those of the middle of a country, and mean nothing."""
    nowhere = pa.scalar(None, pa.float64())
    known = pc.not_equal(town, "")
    return {
        "place": town,
        "lat": pc.if_else(known, sheet.number(lat, 90), nowhere),
        "lon": pc.if_else(known, sheet.number(lon, 180), nowhere),
    }


def persons(sheet: Sheet, *columns: str) -> pa.Array:
    """The people whom the names of the sides tell."""
    return sheet.each(columns, lambda *names: [person for name in names if (person := person_of(name))], NAMES)


def told(cell: str) -> str:
    """A cell; "" where it says in words that there is nothing."""
    return "" if cell.lower() in NOBODY else cell


def _name(kind: Kind) -> str | None:
    return kind.type.value if kind.type else None


def _when(when: TimeValue) -> dict[str, object]:
    first, last = inclusive_days(when)
    return {"first": first, "last": last, "edtf": when.edtf, "precision": when.granularity.value}
