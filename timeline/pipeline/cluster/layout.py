"""Who has which number, and which bucket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
LOW = (1 << 32) - 1


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that follow one another: the number and the key of each."""

    number: int
    pieces: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Width:
    """Into how many buckets rows go.

    Articles and events are known by numbers: that of the piece of the input in the upper half, and within it in the
    lower half. `group` keeps pieces that follow one another together.
    """

    pieces: int
    buckets: int

    def group(self, numbers: Numbers) -> Numbers:
        """The bucket of the piece of each."""
        grouped: Numbers = (numbers >> 32) * self.buckets // self.pieces
        return grouped

    def group_of(self, piece: int) -> int:
        """The group of a piece."""
        return piece * self.buckets // self.pieces

    def pieces_of(self, group: int) -> range:
        """The numbers of the pieces of a group.

        >>> [list(Width(5, 2).pieces_of(group)) for group in (0, 1)]
        [[0, 1, 2], [3, 4]]
        """
        first, last = (-(-edge * self.pieces // self.buckets) for edge in (group, group + 1))
        return range(first, last)

    def spread(self, values: Iterable[bytes]) -> list[int]:
        """A bucket for each value: equal ones have the same."""
        return [int.from_bytes(blake2b(value, digest_size=4).digest(), "big") % self.buckets for value in values]

    def scatter(self, values: Numbers) -> Numbers:
        """The same for numbers; those of one piece are not kept together."""
        mixed: Numbers = (values ^ (values >> 29)) % 2_147_483_647 % self.buckets
        return mixed

    def groups(self, keys: Sequence[str]) -> Iterator[Group]:
        """All groups, given the keys of the pieces in order."""
        for number in range(self.buckets):
            yield Group(number, tuple((piece, keys[piece]) for piece in self.pieces_of(number)))


def numbers(piece: int, count: int) -> Numbers:
    """The numbers of the articles, or of the events, of a piece."""
    made: Numbers = (piece << 32) + np.arange(count, dtype=np.int64)
    return made


def numbers_of(column: pa.ChunkedArray) -> Numbers:
    """A column of whole numbers."""
    found: Numbers = column.to_numpy().astype(np.int64)
    return found


def of_piece(table: pa.Table, by: str, piece: int) -> tuple[pa.Table, Numbers]:
    """The rows of a piece, and what number each has within it; `by` names the column of the numbers."""
    chosen = table.filter(pa.array((numbers_of(table[by]) >> 32) == piece))
    return chosen, numbers_of(chosen[by]) & LOW
