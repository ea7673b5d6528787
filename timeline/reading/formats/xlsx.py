"""A table of articles in a workbook, one a row, on every sheet that has a column for the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BufferedReader
from typing import Any
from zipfile import BadZipFile

from timeline.damage import PARSED, hushed, shielded
from timeline.errors import InputError
from timeline.reading.extras import extra
from timeline.reading.files import File
from timeline.reading.records import Found, Record


def read(stream: BufferedReader, file: File) -> Found:
    """An article a row."""
    extra("xlsx", "defusedxml", file.where)
    books = extra("xlsx", "openpyxl", file.where)
    text, found = file.hints.fields.get("text", "text"), False
    with shielded(file.where, "a workbook that can be read", (*PARSED, BadZipFile)):
        for sheet in hushed(_sheets(books, stream)):
            rows = _rows(hushed(sheet.iter_rows(values_only=True)))
            names = [str(name or "").strip() for _, name in enumerate(next(rows, (0, ()))[1])]
            if text in names:
                found = True
                yield from _records(names, rows, file, sheet.title)
    if not found:
        raise InputError(text, f"{file.where}, row 1", "a column of this name on one of the sheets, but there is none")


def _sheets(books: Any, stream: BufferedReader) -> Iterator[Any]:
    yield from books.load_workbook(stream, read_only=True, data_only=True).worksheets


def _rows(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows with anything on them, each with its number."""
    return ((number, row) for number, row in enumerate(rows, 1) if any(cell not in (None, "") for cell in row))


def _records(names: list[str], rows: Iterator[tuple[int, tuple[Any, ...]]], file: File, sheet: str) -> Found:
    for number, row in rows:
        fields = {name: _plain(cell) for name, cell in zip(names, row, strict=False) if name}
        where, name = f"{file.where}, sheet {sheet}, row {number}", f"{file.name}-{sheet}-{number}"
        yield Record(fields, where, name, hints=file.hints)


def _plain(cell: object) -> str:
    """A cell as text; days as in ISO 8601."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.time().min else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
