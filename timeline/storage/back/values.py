"""From what a file holds to what a column holds. What cannot be read stays as it is: the check names it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from timeline.storage.export.cells import unfolded

_TRUTHS = {"true": True, "false": False}


def from_text(text: str, kind: pa.DataType) -> Any:
    """A cell of a CSV.

    >>> from_text("2022-08-15", pa.date32()), from_text("", pa.float64()), from_text("soon", pa.date32())
    (datetime.date(2022, 8, 15), None, 'soon')
    """
    if pa.types.is_nested(kind):
        return _tried(lambda words: nested(unfolded(words, kind), kind), text)
    if pa.types.is_string(kind) or pa.types.is_dictionary(kind):
        return text
    if not text:
        return None
    if pa.types.is_boolean(kind):
        return _TRUTHS.get(text.lower(), text)
    return _tried(date.fromisoformat if pa.types.is_date(kind) else _number(kind), text)


def nested(value: Any, kind: pa.DataType) -> Any:
    """A value of JSON, in which days are text.

    >>> nested([{"day": "2022-08-15"}], pa.list_(pa.struct([("day", pa.date32())])))
    [{'day': datetime.date(2022, 8, 15)}]
    """
    if isinstance(value, list) and pa.types.is_list(kind):
        return [nested(item, kind.value_type) for item in value]
    if isinstance(value, dict) and pa.types.is_struct(kind):
        known = {field.name: field.type for field in kind}
        return {name: nested(item, known[name]) if name in known else item for name, item in value.items()}
    return _tried(date.fromisoformat, value) if isinstance(value, str) and pa.types.is_date(kind) else value


def from_cell(value: Any, kind: pa.DataType) -> Any:
    """A cell of a workbook, which knows numbers, days and truths itself."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, str):
        return from_text(value or "", kind)
    return str(value) if pa.types.is_string(kind) or pa.types.is_dictionary(kind) else value


def _number(kind: pa.DataType) -> Callable[[str], int | float]:
    return int if pa.types.is_integer(kind) else float


def _tried(read: Callable[[str], Any], text: str) -> Any:
    with suppress(ValueError, RecursionError):
        return read(text)
    return text
