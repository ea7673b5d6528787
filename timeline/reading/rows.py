"""Rows of a CSV file, whose cells know where they stand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from timeline.errors import InputError
from timeline.reading.files import read_text

T = TypeVar("T")


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
    """The rows of a CSV file that has the columns `needed`, in order. Raises InputError."""
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        names = list(reader.fieldnames or ())
        for name in needed:
            if name not in names:
                raise InputError(name, f"{path}, row 1", "a column of this name, but there is none")
        for number, cells in enumerate(reader, 2):
            yield Row(_whole(cells, len(names), f"{path}, row {number}"), f"{path}, row {number}")
    except csv.Error as error:
        raise InputError(
            path, expected=f"a CSV file, but line {reader.line_num} cannot be read as one ({error})"
        ) from None


def _whole(cells: Mapping[str | None, str | list[str] | None], width: int, where: str) -> dict[str, str]:
    texts = {name: cell for name, cell in cells.items() if isinstance(name, str) and isinstance(cell, str)}
    if len(texts) != width or None in cells:
        raise InputError(next(iter(texts.values()), ""), where, f"{width} cells, as many as the header has")
    return texts
