"""Text as it stands, with or without front matter."""

from __future__ import annotations

from io import BufferedReader

from timeline.reading.files import File, decode, read_whole
from timeline.reading.formats.front import split_front
from timeline.reading.published.clues import FIELD, FRONT
from timeline.reading.records import Found, Record
from timeline.reading.title import title_of


def read(stream: BufferedReader, file: File) -> Found:
    """The one article that the file is."""
    front, text = split_front(decode(read_whole(stream, file.where), file.where), file.where)
    fields = {"title": title_of(text)} | front | {"text": text}
    yield Record(fields, file.where, file.name, basis=FRONT if front else FIELD, hints=file.hints)
