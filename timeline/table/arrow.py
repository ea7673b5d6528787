"""Between Arrow and pandas: the table's types, kept exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from timeline.errors import TableError
from timeline.table.columns import COLUMNS, Column, arrow_schema

Numbers = npt.NDArray[np.integer]
_WORDS = {"string": "text", "bool": "true or false", "date32[day]": "a date", "double": "a number", "float": "a number"}
UNFIT = (pa.ArrowException, TypeError, ValueError, OverflowError)  # what Arrow raises at a value of another kind


def from_arrow(table: pa.Table) -> pd.DataFrame:
    """A table of the schema as pandas: Arrow columns, and categories with the closed set of each state."""
    frame = as_pandas(table)
    states = {c.name: frame[c.name].cat.set_categories(list(c.values)) for c in COLUMNS if c.values}
    return frame.assign(**states)


def as_pandas(table: pa.Table) -> pd.DataFrame:
    """Any Arrow table as pandas, each column with the type that it has."""
    frame: pd.DataFrame = table.to_pandas(
        ignore_metadata=True, types_mapper=lambda kind: None if pa.types.is_dictionary(kind) else pd.ArrowDtype(kind)
    )
    return frame


def rows_of(frame: pd.DataFrame, numbers: Numbers | Sequence[int]) -> pd.DataFrame:
    """The rows with these numbers, in this order: `frame.iloc[numbers]`, but of a table that is kept in pieces only
    what is asked for is copied."""
    asked = np.asarray(numbers, dtype=np.int64)
    columns = {name: _taken(frame[name], asked) for name in frame.columns}
    return pd.DataFrame(columns, index=frame.index[asked], copy=False)


def _taken(series: pd.Series[Any], numbers: Numbers) -> Any:
    array = pa.array(series) if isinstance(series.dtype, pd.ArrowDtype) else None
    if not isinstance(array, pa.ChunkedArray) or array.num_chunks < 2:
        return series.array.take(numbers)
    return pd.arrays.ArrowExtensionArray(_at(array, numbers))


def _at(array: pa.ChunkedArray, numbers: Numbers) -> pa.Array:
    """Arrow would copy the whole column first."""
    ends = np.cumsum([len(chunk) for chunk in array.chunks])
    places = np.searchsorted(ends, numbers, side="right")
    order = np.argsort(places, kind="stable")
    asked, parts = np.unique(places[order], return_index=True)
    taken = [
        array.chunk(place).take(pa.array(numbers[mine] - (ends[place] - len(array.chunk(place)))))
        for place, mine in zip(asked, np.split(order, parts[1:]), strict=False)
    ]
    found = pa.chunked_array(taken, array.type).combine_chunks()
    back = np.empty(len(order), dtype=np.int64)
    back[order] = np.arange(len(order))
    return found.take(pa.array(back))


def to_arrow(frame: pd.DataFrame, where: str = "") -> pa.Table:
    """The same as Arrow. Raises TableError for a column missing or unknown, and for a value of the wrong kind."""
    _check_names(list(frame.columns), where)
    arrays = [_checked(column, frame[column.name], where) for column in COLUMNS]
    return pa.Table.from_arrays(arrays, schema=arrow_schema())


def column_of(column: Column, values: Iterable[object]) -> pa.Array:
    """Python values as one column; states, with all values that the column can have, in their order."""
    values = list(values)
    if column.values:
        places = {value: number for number, value in enumerate(column.values)}
        numbers = pa.array([places[str(value)] for value in values], pa.int32())
        return pa.DictionaryArray.from_arrays(numbers, pa.array(column.values))
    try:
        return pa.array(values, type=column.type)
    except UnicodeEncodeError:  # half of a surrogate pair, as broken JSON may hold it
        return pa.array([_encodable(value) for value in values], type=column.type)


def _encodable(value: object) -> object:
    """The value with U+FFFD for what UTF-8 cannot hold; lengths, and so offsets, stay."""
    match value:
        case str():
            return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in value)
        case list():
            return [_encodable(item) for item in value]
        case dict():
            return {key: _encodable(item) for key, item in value.items()}
    return value


def _check_names(names: list[str], where: str) -> None:
    known = {column.name for column in COLUMNS}
    for name in (column.name for column in COLUMNS):
        if name not in names:
            raise TableError(name, where, "a column of this name, but there is none")
    for name in names:
        if name not in known or names.count(name) > 1:
            raise TableError(name, where, "the columns of a timeline, each once, and no others")


def _checked(column: Column, series: pd.Series, where: str) -> pa.Array:
    try:
        array = _converted(column, _as_objects(series) if series.dtype == object else series)
    except UNFIT:
        raise _misfit(column, series, where) from None
    if array.null_count and not column.nullable:
        row = array.is_null().index(True).as_py()
        raise TableError("nothing", place(where, row, column.name), _expected(column))
    if column.values:
        _check_states(column, array, where)
    return array


def _converted(column: Column, values: pd.Series | list[object]) -> pa.Array:
    if pa.types.is_list(column.type) and isinstance(values, list) and any(isinstance(value, str) for value in values):
        raise TypeError("Arrow would take a text for a list of letters")
    array = pa.array(values, type=column.type, from_pandas=True)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _check_states(column: Column, array: pa.Array, where: str) -> None:
    known = pc.is_in(array.dictionary_decode(), value_set=pa.array(column.values))
    if not pc.all(known, min_count=0).as_py():
        row = known.index(False).as_py()
        raise TableError(array[row].as_py(), place(where, row, column.name), _expected(column))


def _as_objects(series: pd.Series) -> list[object]:
    return [None if value is pd.NA or value is pd.NaT else value for value in series]


def _misfit(column: Column, series: pd.Series, where: str) -> TableError:
    """Names the first value that does not fit: found one at a time, since this is the end of the road anyhow."""
    for row, value in enumerate(_as_objects(series)):
        try:
            _converted(column, [value])
        except UNFIT:
            return TableError(value, place(where, row, column.name), _expected(column))
    return TableError(series.dtype, f"{where}, column {column.name}".strip(", "), _expected(column))


def place(where: str, row: int, column: str) -> str:
    """Where a value stands; rows count from 1.

    >>> place("events.parquet", 0, "type")
    'events.parquet, row 1, column type'
    """
    return f"{where}, row {row + 1}, column {column}".removeprefix(", ")


def _expected(column: Column) -> str:
    if column.values:
        return f"one of {', '.join(column.values)}"
    if pa.types.is_integer(column.type):
        return "a whole number"
    return _WORDS.get(str(column.type), "a list" if pa.types.is_list(column.type) else "named fields")
