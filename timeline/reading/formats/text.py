"""Text as it stands."""

from __future__ import annotations

from io import BufferedReader

from timeline.reading.files import File, decode, read_whole
from timeline.reading.records import Found, Record
from timeline.reading.title import title_of


def read(stream: BufferedReader, file: File) -> Found:
    """The one article that the file is."""
    text = decode(read_whole(stream, file.where), file.where)
    yield Record({"text": text, "title": title_of(text)}, file.where, file.name)
