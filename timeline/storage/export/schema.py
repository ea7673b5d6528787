"""The JSON Schema of an exported JSON, made from the columns themselves.

`python -m timeline.storage.export.schema` writes `events.schema.json` anew; a test says when that is due.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa

from timeline.storage.export.about import About
from timeline.table.columns import COLUMNS, Column

HOME = Path(__file__).with_name("events.schema.json")
NAME = "urn:tieline:events:2"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_OF_ABOUT = {str: {"type": "string"}, int: {"type": "integer"}, dict: {"type": "object"}}


def schema() -> dict[str, Any]:
    """The schema: what the file is about, and its events."""
    about = {name: _OF_ABOUT[type(value)] for name, value in About().record().items()}
    events = {column.name: _column(column) for column in COLUMNS}
    return {
        "$schema": DRAFT,
        "$id": NAME,
        "title": "A timeline of events, as tieline exports it",
        "type": "object",
        "properties": {
            "$schema": {"const": NAME},
            "about": {"type": "object", "properties": about, "required": list(about)},
            "events": {"type": "array", "items": _record(events)},
        },
        "required": ["about", "events"],
    }


def _column(column: Column) -> dict[str, Any]:
    told = {"description": column.about, **_kind(column.type)}
    if column.values:
        return told | {"enum": list(column.values)}
    return told | {"type": [told["type"], "null"]} if column.nullable else told


def _kind(kind: pa.DataType) -> dict[str, Any]:
    """
    >>> _kind(pa.list_(pa.string()))
    {'type': 'array', 'items': {'type': 'string'}}
    """
    if pa.types.is_list(kind):
        return {"type": "array", "items": _kind(kind.value_type)}
    if pa.types.is_struct(kind):
        return _record({field.name: _or_null(_kind(field.type)) for field in kind})
    if pa.types.is_date(kind):
        return {"type": "string", "format": "date"}
    if pa.types.is_boolean(kind):
        return {"type": "boolean"}
    if pa.types.is_integer(kind):
        return {"type": "integer"}
    return {"type": "number" if pa.types.is_floating(kind) else "string"}


def _or_null(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"type": [told["type"], "null"]}


def _record(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def text() -> str:
    """The file, one property a line or more."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    HOME.write_text(text(), encoding="utf-8")
