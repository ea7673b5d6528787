"""Rows as cells of a sheet, and back: lists joined by "; ", and what cannot be told so without doubt as JSON.

`articles`, a list of reports, has a form of its own in each kind of sheet; for readers there are always two columns in
its place, `sources` ("KCNA, 2022-08-15") and `addresses`, which are only read by people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from timeline.table.columns import COLUMNS

BETWEEN = "; "
REPORTS = "articles"
FOR_READERS = ("sources", "addresses")
HEADER = tuple(name for c in COLUMNS for name in (FOR_READERS if c.name == REPORTS else (c.name,)))
_BRACKETS = ("[", "{")


def cells(record: Mapping[str, Any]) -> Iterator[object]:
    """The cells of a row, in the order of HEADER: text, numbers, days, booleans, None."""
    for column in COLUMNS:
        value = record[column.name]
        if column.name == REPORTS:
            yield BETWEEN.join(map(_source, value))
            yield BETWEEN.join(dict.fromkeys(report["url"] for report in value if report["url"]))
        else:
            yield folded(value, column.type)


def folded(value: object, kind: pa.DataType) -> object:
    """A list or named fields as one text; any other value as it is.

    >>> names = pa.list_(pa.string())
    >>> folded(["RUS", "PRK"], names), folded(["a; b"], names), folded([], names)
    ('RUS; PRK', '["a; b"]', '')
    """
    if not isinstance(value, list | dict):
        return value
    simple = _joined(value)
    return simple if not simple.startswith(_BRACKETS) and unfolded(simple, kind) == value else as_json(value)


def unfolded(text: str, kind: pa.DataType) -> Any:
    """What `folded` was given. Raises ValueError where it looks like JSON, and is not.

    >>> unfolded('["a; b"]', pa.list_(pa.string())), unfolded("", pa.list_(pa.string()))
    (['a; b'], [])
    """
    if text.startswith(_BRACKETS):
        return json.loads(text)
    if pa.types.is_list(kind):
        return text.split(BETWEEN) if text else []
    if not text and not all(pa.types.is_string(field.type) for field in kind):
        return None
    return _fields(text, tuple(field.name for field in kind))


def _fields(text: str, names: tuple[str, ...]) -> dict[str, str]:
    """
    >>> _fields("version 1; model small; acts 2", ("version", "grammar", "model"))
    {'version': '1', 'grammar': '', 'model': 'small; acts 2'}
    """
    fields, last = dict.fromkeys(names, ""), ""
    for part in filter(None, text.split(BETWEEN)):
        name, _, said = part.partition(" ")
        if name in names:
            fields[name], last = said, name
        elif last:
            fields[last] += BETWEEN + part
    return fields


def as_json(value: object) -> str:
    """Compact JSON in which every script stays as it is; days as `2022-08-15`."""
    return json.dumps(value, ensure_ascii=False, default=str, allow_nan=False)


def _joined(value: list[Any] | dict[str, Any]) -> str:
    parts = value if isinstance(value, list) else [f"{name} {said}" for name, said in value.items() if said]
    return BETWEEN.join(map(str, parts))


def _source(report: Mapping[str, Any]) -> str:
    published = report["published"]
    day = published.isoformat() if isinstance(published, date) else ""
    return ", ".join(filter(None, (report["source"] or report["id"], day)))
