"""Rows of a CSV file, whose cells know where they stand."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from timeline.errors import InputError
from timeline.reading.files import LARGEST, File

T = TypeVar("T")
_UNDECODED = re.compile("[\udc80-\udcff]")  # what stands for bytes that are not UTF-8


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells as they are, and where it stands; the header is row 1. row[column] cuts off blanks."""

    cells: Mapping[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.cells[column].strip()

    def wrong(self, column: str, expected: str) -> InputError:
        """The error that names this cell."""
        return InputError(self[column] or "nothing", f"{self.where}, column {column}", expected)

    def filled(self, column: str) -> str:
        """A cell that may not be empty."""
        if not self[column]:
            raise self.wrong(column, "some text")
        return self[column]

    def one_of(self, column: str, choices: Mapping[str, T]) -> T:
        """What a cell stands for, of a closed set."""
        if self[column] not in choices:
            raise self.wrong(column, f"one of {', '.join(choices)}")
        return choices[self[column]]

    def number(self, column: str, largest: float) -> float | None:
        """A number from -largest to largest; None where the cell is empty."""
        if not self[column]:
            return None
        try:
            value = float(self[column])
        except ValueError:
            value = float("nan")
        if not -largest <= value <= largest:
            raise self.wrong(column, f"a number from -{largest:g} to {largest:g}, or nothing")
        return value

    def items(self, column: str, separator: str = ";") -> tuple[str, ...]:
        """The parts of a cell that holds a list."""
        return tuple(filter(None, (part.strip() for part in self[column].split(separator))))


def read_rows(path: Path, needed: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV file that has the columns `needed`, in order. Raises InputError for the first bad one."""
    with File.at(path).opened() as stream:
        for row in rows_in(stream, str(path), needed):
            if isinstance(row, InputError):
                raise row
            yield row


def rows_in(stream: BinaryIO, where: str, needed: Sequence[str]) -> Iterator[Row | InputError]:
    """The rows, and in the place of one that cannot be read its error. Raises InputError where there is no header."""
    text = io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _rows(_records(_Lines(iter(lambda: text.readline(LARGEST), "")), where), where, needed)
    finally:
        text.detach()


def _rows(records: Iterator[list[str] | InputError], where: str, needed: Sequence[str]) -> Iterator[Row | InputError]:
    names = next(records, [])
    if isinstance(names, InputError):
        raise names
    if not names:
        raise InputError("", where, "text, but this is empty")
    for name in needed:
        if name not in names:
            raise InputError(name, f"{where}, row 1", "a column of this name, but there is none")
    for number, cells in enumerate(records, 2):
        yield cells if isinstance(cells, InputError) else _row(names, cells, f"{where}, row {number}")


class _Lines:
    """The lines of a file. Those of a row that cannot be read are read again, each for itself, but the first."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines, self._again = iter(lines), deque[str]()
        self.row, self.number = list[str](), 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        self.row.append(self._again.popleft() if self._again else next(self._lines))
        return self.row[-1]

    def begin(self, drop: int) -> None:
        """The next line begins a row: the one after the first `drop` lines of this row."""
        self.number += len(self.row[:drop])
        self._again.extendleft(reversed(self.row[drop:]))
        self.row.clear()


def _records(lines: _Lines, where: str) -> Iterator[list[str] | InputError]:
    """The cells of each row. One that breaks the rules of CSV, as with a stray quote, takes no other with it."""
    csv.field_size_limit(LARGEST)
    reader = csv.reader(lines, strict=True)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            lines.begin(drop=1)
            yield InputError("", where, f"a CSV file, but line {lines.number} cannot be read as one ({error})")
            continue
        if cells is None:
            return
        lines.begin(drop=len(lines.row))
        if cells:
            yield cells


def _row(names: Sequence[str], cells: list[str], where: str) -> Row | InputError:
    if len(cells) != len(names) or len(set(names)) != len(names):
        return InputError(cells[0], where, f"{len(names)} cells, as many as the header has")
    text = "".join(cells)
    if "\0" in text:
        return InputError("", where, "text, but this is binary")
    if not text.isascii() and _UNDECODED.search(text):
        return InputError("", where, "text in UTF-8, but it holds other bytes")
    return Row(dict(zip(names, cells, strict=True)), where)
