"""The records in a file: what is told of each article, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from timeline.errors import InputError
from timeline.reading.files import decode, lines_in, opened, read_text, read_whole
from timeline.reading.rows import stream_rows
from timeline.reading.title import title_of

_DECODER = msgspec.json.Decoder()


@dataclass(frozen=True, slots=True)
class Record:
    """Fields as they stand in the file. `name` stands in for an id; `where` is for messages."""

    fields: Mapping[str, Any]
    where: str
    name: str

    def text(self, field: str) -> str:
        """A field that holds text; "" where it is missing."""
        value = self.fields.get(field)
        if value is None:
            return ""
        if field == "id" and isinstance(value, int):
            return str(value)
        if not isinstance(value, str):
            raise InputError(value, f"{self.where}, field {field}", "text")
        return value


def records_in(path: Path, name: str) -> Iterator[Record | InputError]:
    """What is in one file, at least one thing: a record, or why there is none in its place. Raises nothing.

    `name` is that of the file among all that are read; a record is called by it where it has no id of its own.
    """
    found = False
    try:
        for record in READERS[path.suffix.lower()](path, name):
            found = True
            yield record
        if not found:
            yield InputError("", str(path), "an article, but there is none in this file")
    except InputError as error:
        yield error


def plain_record(text: str, where: str, name: str) -> Record:
    """A text that says nothing of itself."""
    return Record({"text": text, "title": title_of(text)}, where, name)


def _plain(path: Path, name: str) -> Iterator[Record]:
    yield plain_record(read_text(path), str(path), name)


def _json(path: Path, name: str) -> Iterator[Record | InputError]:
    with opened(path) as stream:
        content = _parsed(read_whole(stream, str(path)), str(path))
    if isinstance(content, dict):
        yield Record(content, str(path), name)
        return
    if not isinstance(content, list):
        raise InputError("", str(path), "one article or a list of articles")
    for number, item in enumerate(content, 1):
        yield _record(item, f"{path}, article {number}", f"{name}-{number}")


def _jsonl(path: Path, name: str) -> Iterator[Record | InputError]:
    for number, line in lines_in(path):
        where = f"{path}, line {number}"
        try:
            if isinstance(line, InputError):
                raise line
            yield _record(_parsed(line, where), where, f"{name}-{number}")
        except InputError as error:
            yield error


def _csv(path: Path, name: str) -> Iterator[Record | InputError]:
    for number, row in enumerate(stream_rows(path, ("text",)), 1):
        yield row if isinstance(row, InputError) else Record(row.cells, row.where, f"{name}-{number}")


def _record(item: object, where: str, name: str) -> Record | InputError:
    if not isinstance(item, dict):
        return InputError(item, where, 'an article, such as {"text": "...", "published": "2022-08-15"}')
    return Record(item, where, name)


def _parsed(content: bytes, where: str) -> object:
    """The value of a JSON text. What the fast reader refuses, the patient one reads, or says what is wrong."""
    try:
        return _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _slowly(decode(content, where), where)
    except RecursionError:
        raise InputError("nested too deep", where, "JSON of an article") from None


def _slowly(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"{where}, line {error.lineno}" if error.lineno > 1 else where
        raise InputError(error.msg, at, "JSON") from None
    except RecursionError:
        raise InputError("nested too deep", where, "JSON of an article") from None
    except ValueError as error:  # a number of thousands of digits
        raise InputError(error, where, "JSON of an article") from None


READERS: Mapping[str, Callable[[Path, str], Iterator[Record | InputError]]] = MappingProxyType(
    {".txt": _plain, ".json": _json, ".jsonl": _jsonl, ".ndjson": _jsonl, ".csv": _csv}
)
