"""The records in a file: what is told of each article, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline.errors import InputError
from timeline.reading.files import read_text
from timeline.reading.rows import read_rows
from timeline.reading.title import title_of


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


def records_in(path: Path) -> list[Record]:
    """The records of one file, at least one. Raises InputError."""
    if path.suffix.lower() not in READERS:
        raise InputError(path, expected=f"a file of articles ({', '.join(READERS)}) or a folder of them")
    records = list(READERS[path.suffix.lower()](path))
    if not records:
        raise InputError(path, expected="an article, but there is none in this file")
    return records


def plain_record(text: str, where: str) -> Record:
    """A text that says nothing of itself."""
    return Record({"text": text, "title": title_of(text)}, where, Path(where).name)


def _plain(path: Path) -> Iterator[Record]:
    yield plain_record(read_text(path), str(path))


def _json(path: Path) -> Iterator[Record]:
    content = _parsed(read_text(path), str(path))
    if isinstance(content, dict):
        yield Record(content, str(path), path.stem)
        return
    if not isinstance(content, list):
        raise InputError(path, expected="one article or a list of articles")
    for number, item in enumerate(content, 1):
        yield _record(item, f"{path}, article {number}", f"{path.stem}-{number}")


def _jsonl(path: Path) -> Iterator[Record]:
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            where = f"{path}, line {number}"
            yield _record(_parsed(line, where), where, f"{path.stem}-{number}")


def _csv(path: Path) -> Iterator[Record]:
    for number, row in enumerate(read_rows(path, ("text",)), 1):
        yield Record(row.cells, row.where, f"{path.stem}-{number}")


def _record(item: object, where: str, name: str) -> Record:
    if not isinstance(item, dict):
        raise InputError(item, where, 'an article, such as {"text": "...", "published": "2022-08-15"}')
    return Record(item, where, name)


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"{where}, line {error.lineno}" if error.lineno > 1 else where
        raise InputError(error.msg, at, "JSON") from None
    except RecursionError:
        raise InputError("nested too deep", where, "JSON of an article") from None


READERS: Mapping[str, Callable[[Path], Iterator[Record]]] = MappingProxyType(
    {".txt": _plain, ".json": _json, ".jsonl": _jsonl, ".ndjson": _jsonl, ".csv": _csv}
)
