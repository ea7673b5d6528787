"""A table of articles, one a row, as CSV or with tabs between the cells."""

from __future__ import annotations

from io import BufferedReader

from timeline.errors import InputError
from timeline.reading.files import File
from timeline.reading.records import Found, Record
from timeline.reading.rows import rows_in


def read(stream: BufferedReader, file: File) -> Found:
    """An article a row."""
    needed = (file.hints.fields.get("text", "text"),)
    for number, row in enumerate(rows_in(stream, file.where, needed), 1):
        if isinstance(row, InputError):
            yield row
        else:
            yield Record(row.cells, row.where, f"{file.name}-{number}", hints=file.hints)
