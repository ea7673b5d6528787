"""Files of every kind, one module a format; each gives its articles one after the other, or the files that it holds.

A format's module is loaded when a file of its kind turns up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from io import BufferedReader
from types import MappingProxyType
from typing import cast

from timeline.damage import PACKED, shielded
from timeline.errors import InputError
from timeline.reading.files import HEAD, File
from timeline.reading.kinds import kind_of
from timeline.reading.records import Found, Record

Reader = Callable[[BufferedReader, File], Found]
READERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("text", "read"),
        "markdown": ("markdown", "read"),
        "json": ("json", "read"),
        "jsonl": ("json", "read_lines"),
        "csv": ("csv", "read"),
        "html": ("html", "read"),
        "mhtml": ("mhtml", "read"),
        "feed": ("feed", "read"),
        "pdf": ("pdf", "read"),
        "warc": ("warc", "read"),
        "zip": ("archive", "read_zip"),
        "tar": ("archive", "read_tar"),
        "packed": ("archive", "read_packed"),
    }
)
DEEPEST = 4  # archives in archives


def records_in(file: File, depth: int = 0) -> Iterator[Record | InputError]:
    """What is in one file, at least one thing: a record, or why there is none in its place."""
    found = False
    try:
        with shielded(file.where, "a file that can be read", PACKED), file.opened() as stream:
            for item in _reader(stream, file)(stream, file):
                found = True
                yield from _within(item, depth) if isinstance(item, File) else (item,)
        if not found:
            yield InputError("", file.where, "an article, but there is none in this file")
    except InputError as error:
        yield error


def _within(file: File, depth: int) -> Iterator[Record | InputError]:
    if depth == DEEPEST:
        return iter((InputError("", file.where, f"archives in archives no deeper than {DEEPEST}"),))
    return records_in(file, depth + 1)


def _reader(stream: BufferedReader, file: File) -> Reader:
    kind = kind_of(stream.peek(HEAD), file.suffix, file.hints.media)
    if kind not in READERS:
        raise InputError("", file.where, f"a file of articles, but this is a {kind}")
    module, name = READERS[kind]
    return cast(Reader, getattr(import_module(f"{__name__}.{module}"), name))
