"""Some rows of a table, column by column: what many rows have in common is read once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from timeline.errors import InputError

T = TypeVar("T")
Numbers = npt.NDArray[np.int64]
_MARK = "\x1f"  # between the cells of several columns


class Sheet:
    """Columns of text, blanks around them cut off; `numbers` are those of the rows in the file, whose header is row 1.

    `wrong` holds what is found in the cells that no reader understands, one for each row.
    """

    def __init__(self, columns: pa.RecordBatch, numbers: Numbers, path: str) -> None:
        self._columns, self.numbers, self.path = columns, numbers, path
        self.wrong: dict[int, InputError] = {}

    def __len__(self) -> int:
        return int(self._columns.num_rows)

    def __getitem__(self, name: str) -> pa.Array:
        """A column; empty cells where the table has none of that name. What marks the end of a cell is a blank."""
        if name not in self._columns.schema.names:
            return self.all("")
        return pc.utf8_trim_whitespace(pc.replace_substring(self._columns.column(name), _MARK, " "))

    def all(self, value: object, type: pa.DataType | None = None) -> pa.Array:
        """The same value for each row."""
        return pa.repeat(pa.scalar(value, type), len(self))

    def each(self, names: str | Sequence[str], read: Callable[..., Any], type: pa.DataType) -> pa.Array:
        """What `read` makes of the cells of each row, called once for all rows in which these are the same."""
        columns = [self[name] for name in ([names] if isinstance(names, str) else names)]
        keys = pc.binary_join_element_wise(*columns, _MARK).dictionary_encode()
        made = [read(*cells.split(_MARK)) for cells in keys.dictionary.to_pylist()]
        return pa.array(made, type).take(keys.indices)

    def known(
        self,
        names: str | Sequence[str],
        read: Callable[..., T | None],
        expected: str,
        *,
        then: Callable[[T], Any],
        type: pa.DataType,
        optional: bool = False,
    ) -> pa.Array:
        """The same where `read` gives None for what it does not understand: such rows are wrong, and the cell that is
        named is that of the first column. With `optional` it may be empty, and is null then."""
        first = names if isinstance(names, str) else names[0]
        found = self.each(names, lambda *cells: read(*cells) is not None or (optional and not cells[0]), pa.bool_())
        for row in np.flatnonzero(~found.to_numpy(zero_copy_only=False)).tolist():
            value = self[first][row].as_py() or "nothing"
            place = f"{self.path}, row {self.numbers[row]}, column {first}"
            self.wrong.setdefault(row, InputError(value, place, expected))
        return self.each(names, lambda *cells: None if (made := read(*cells)) is None else then(made), type)

    def number(self, name: str, largest: float) -> pa.Array:
        """Numbers from -largest to largest; null where there is none."""
        return self.each(name, lambda cell: _number(cell, largest), pa.float64())

    def count(self, name: str) -> pa.Array:
        """Whole numbers from 1 on; 1 where there is none."""
        return self.each(name, _count, pa.int32())


def _count(cell: str) -> int:
    """
    >>> _count("0012"), _count("0"), _count("²"), _count("9" * 5000)
    (12, 1, 1, 2147483647)
    """
    digits = cell.lstrip("0")[:10] if cell.isdecimal() else ""
    return max(1, min(int(digits or 1), 2**31 - 1))


def _number(cell: str, largest: float) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if -largest <= value <= largest else None
