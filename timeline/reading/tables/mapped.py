"""Any CSV, with a map that says which of its columns holds what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pyarrow as pa

from timeline.errors import InputError
from timeline.reading.tables.cells import Cells, actors, days, kinds, whens
from timeline.reading.tables.layout import Layout
from timeline.reading.tables.sheet import Sheet
from timeline.reading.tables.types import Kind, of_cameo, of_plover
from timeline.reading.tables.who import of_name
from timeline.table.columns import NAMES

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "date": "a day, or any EDTF date",
        "source": "who acts: names or codes, separated by ;",
        "target": "to whom",
        "type": "a PLOVER type, or a CAMEO code",
        "mode": "a PLOVER mode, such as visit",
        "id": "an id that no other row has; else the number of the row",
        "title": "one line",
        "summary": "one sentence",
        "persons": "people named, separated by ;",
        "place": "the town",
        "lat": "degrees north",
        "lon": "degrees east",
        "publisher": "who reports it",
        "url": "the address of the report",
        "published": "the day of the report",
        "quote": "its words",
        "confidence": "from 0 to 1",
    }
)
NEEDED = ("date", "type", "source")


def read_map(words: str) -> Mapping[str, str]:
    """The columns that hold each field: "date=when,source=who". Raises InputError for a field that there is not.

    >>> dict(read_map("date=when, source=who,type=kind"))
    {'date': 'when', 'source': 'who', 'type': 'kind'}
    """
    pairs = [part.partition("=")[::2] for part in words.split(",") if part.strip()]
    columns = {field.strip(): column.strip() for field, column in pairs}
    for field, column in columns.items():
        if field not in FIELDS or not column:
            raise InputError(field, "--map", f"FIELD=COLUMN, with one of the fields {', '.join(FIELDS)}")
    for field in NEEDED:
        if field not in columns:
            raise InputError(words or "nothing", "--map", f"columns for {', '.join(NEEDED)} at least")
    return MappingProxyType(columns)


def mapped(columns: Mapping[str, str]) -> Layout:
    """The format of a table in which `columns` hold the fields."""

    def read(sheet: Sheet) -> Cells:
        return _read(sheet, columns)

    return Layout("mapped", read, set(columns.values()).issubset)


def _read(sheet: Sheet, columns: Mapping[str, str]) -> Cells:
    column = {field: columns.get(field, "") for field in FIELDS}
    own = (
        sheet[column["id"]]
        if column["id"]
        else pa.array([f"{Path(sheet.path).stem}-{number}" for number in sheet.numbers])
    )
    texts = {field: sheet[column[field]] for field in ("title", "summary", "place", "publisher", "url", "quote")}
    return {
        **texts,
        **kinds(sheet, (column["type"], column["mode"]), _kind, "a type of PLOVER such as CONSULT, or a code of CAMEO"),
        "id": own,
        "when": whens(sheet, column["date"]),
        "date_basis": sheet.all("explicit"),
        "source": actors(sheet, (column["source"],), _who),
        "target": actors(sheet, (column["target"],), _who),
        "persons": sheet.each(column["persons"], _items, NAMES),
        "lat": sheet.number(column["lat"], 90),
        "lon": sheet.number(column["lon"], 180),
        "published": days(sheet, column["published"]),
        "confidence": sheet.number(column["confidence"], 1),
    }


def _kind(name: str, mode: str) -> Kind | None:
    return of_plover(name, mode) or of_cameo(name)


def _who(cell: str) -> Sequence[str]:
    """Our codes where we know them, else the names: nobody but the map says who an actor is."""
    return [of_name(name) or name for name in _items(cell)]


def _items(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(";") if item.strip()]
