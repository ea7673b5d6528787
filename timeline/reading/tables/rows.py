"""From what a table of others tells to rows of a timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from timeline import __version__
from timeline.model import Actor, Event, EventType, Origin, Span, Status, TimeValue
from timeline.model.plover import definitions
from timeline.reading.tables.cells import Cells
from timeline.reading.tables.who import name_of
from timeline.table.cells import headline
from timeline.table.columns import COLUMNS, REPORT, VERSIONS, Column, arrow_schema

UNSAID = 0.5  # the confidence of a row whose table says nothing of how sure it is
_SOME_YEAR, _MARK = TimeValue.year(2000), "\x1f"


def to_rows(cells: Cells, prefix: str) -> pa.RecordBatch:
    """The rows, with all columns; ids get the prefix, so that those of several tables do not meet."""
    size = len(cells["id"])
    cells = cells | {"event_id": pc.binary_join_element_wise(prefix, cells["id"], "-")}
    made = _made(cells, size)
    arrays = [_typed(made.get(column.name), column, size) for column in COLUMNS]
    return pa.RecordBatch.from_arrays(arrays, schema=arrow_schema())


def _made(cells: Cells, size: int) -> Cells:
    """All columns but those that stay empty."""
    when = cells["when"]
    sides = {f"{side}_codes": cells[side] for side in ("source", "target")}
    return cells | {
        "origin": pa.repeat(Origin.IMPORTED.value, size),
        "status": pa.repeat(Status.ACTUAL.value, size),
        "date_start": when.field("first"),
        "date_end": when.field("last"),
        "date_edtf": when.field("edtf"),
        "date_precision": when.field("precision"),
        "published_first": cells.get("published"),
        "quad": _by_type(cells, {kind: int(kind.quad) for kind in EventType}, pa.int8()),
        "goldstein": _by_type(cells, {kind: said.score for kind, said in definitions().items()}, pa.float32()),
        **sides,
        **{side.replace("codes", "names"): _names(codes) for side, codes in sides.items()},
        "title": _titles(cells),
        "confidence": _confidence(cells, size),
        "salience": pa.repeat(0.0, size),
        "n_reports": cells.get("n_reports", pa.repeat(pa.scalar(1, pa.int32()), size)),
        "n_publishers": cells.get("n_publishers", pa.repeat(pa.scalar(1, pa.int32()), size)),
        "articles": _reports(cells, size),
        "built_with": pa.repeat(pa.scalar({"version": __version__} | _NO_VERSIONS, VERSIONS), size),
    }


_NO_VERSIONS = {"grammar": "", "gazetteer": "", "model": ""}


def _typed(array: pa.Array | None, column: Column, size: int) -> pa.Array:
    """A column with its type; what no table tells is empty."""
    if column.values and array is not None:
        values = pa.array(column.values)
        return pa.DictionaryArray.from_arrays(pc.index_in(array, value_set=values), values)
    return _or_empty(array, column.type, size)


def _or_empty(array: pa.Array | None, kind: pa.DataType, size: int) -> pa.Array:
    return _empty(kind, size) if array is None else array.cast(kind)


def _empty(kind: pa.DataType, size: int) -> pa.Array:
    """
    >>> _empty(pa.string(), 1)[0].as_py(), _empty(pa.bool_(), 1)[0].as_py(), _empty(pa.date32(), 1)[0].as_py()
    ('', False, None)
    """
    value = next((empty for is_such, empty in _EMPTY if is_such(kind)), None)
    return pa.repeat(pa.scalar(value, kind), size)


_EMPTY: tuple[tuple[Callable[[pa.DataType], bool], object], ...] = (
    (pa.types.is_string, ""),
    (pa.types.is_list, []),
    (pa.types.is_boolean, False),
    (pa.types.is_integer, 0),
)


def _by_type(cells: Cells, values: Mapping[EventType, object], kind: pa.DataType) -> pa.Array:
    types = pa.array([str(each) for each in values])
    return pa.array(list(values.values()), kind).take(pc.index_in(cells["type"], value_set=types))


def _names(codes: pa.Array) -> pa.Array:
    """Lists of codes as lists of names."""
    known = codes.flatten().dictionary_encode()
    names = pa.array([name_of(code) for code in known.dictionary.to_pylist()], pa.string()).take(known.indices)
    return pa.ListArray.from_arrays(codes.offsets, names)


def _titles(cells: Cells) -> pa.Array:
    """The titles that the table has; else the actors and the act in words, as for every other row."""
    sides = [pc.binary_join(cells[side], ";") for side in ("source", "target")]
    keys = pc.binary_join_element_wise(*sides, cells["type"], cells["mode"], _MARK).dictionary_encode()
    made = pa.array([_headline(*key.split(_MARK)) for key in keys.dictionary.to_pylist()], pa.string())
    own = cells.get("title", pa.repeat("", len(keys)))
    return pc.if_else(pc.equal(own, ""), made.take(keys.indices), own)


def _headline(source: str, target: str, kind: str, mode: str) -> str:
    """
    >>> _headline("RUS", "PRK", "CONSULT", "visit")
    'Russia → North Korea: visit'
    """
    sides = [tuple(Actor(code, name_of(code)) for code in side.split(";") if code) for side in (source, target)]
    return headline(Event(EventType(kind), _SOME_YEAR, sides[0], sides[1], Span(0, 0, ""), (), mode=mode))


def _confidence(cells: Cells, size: int) -> pa.Array:
    said = cells.get("confidence", pa.repeat(pa.scalar(None, pa.float64()), size))
    return pc.round(pc.fill_null(said, UNSAID), 3)


def _reports(cells: Cells, size: int) -> pa.Array:
    """One report a row: who printed it, where, and when."""
    when, quote = cells["when"], cells.get("quote", pa.repeat("", size))
    told = {
        "id": cells["event_id"],
        "event_id": cells["event_id"],
        "title": _titles(cells),
        "url": cells.get("url"),
        "source": cells.get("publisher"),
        "published": cells.get("published"),
        "quote": quote,
        "end": pc.utf8_length(quote),
        "date_edtf": when.field("edtf"),
        "date_basis": cells["date_basis"],
        "status": pa.repeat(Status.ACTUAL.value, size),
    }
    fields = [_or_empty(told.get(field.name), field.type, size) for field in REPORT]
    reports = pa.StructArray.from_arrays(fields, fields=list(REPORT))
    return pa.ListArray.from_arrays(pa.array(range(size + 1), pa.int32()), reports)
