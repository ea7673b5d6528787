"""One facet of a table as small whole numbers: which rows have which of its values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from timeline.table.bits import Bits, Mask, counts, pack
from timeline.table.kept import Kept

if TYPE_CHECKING:
    import pandas as pd

Numbers = npt.NDArray[np.integer]
FREQUENT = 300  # a value that one row in so many has is kept as bits too
FEW = 5  # up to one row in so many is counted one by one, which is faster than to count sets


@dataclass(frozen=True, eq=False)
class Facet:
    """The values of one facet, and which rows have them: row `rows[i]`, of `size`, has the value `values[codes[i]]`,
    each once. `seen` tells how many rows have each; `frequent` are the codes of values whose rows are kept as `bits`
    too, one set a row; `rare` the places in `rows` of all others."""

    values: tuple[str, ...]
    codes: Numbers
    rows: Numbers
    size: int
    seen: npt.NDArray[np.int64] = field(init=False)
    frequent: Numbers = field(init=False)
    bits: Bits = field(init=False)
    rare: Numbers = field(init=False)

    def __post_init__(self) -> None:
        seen = np.bincount(self.codes, minlength=len(self.values))
        often = seen * FREQUENT >= self.size
        frequent = np.flatnonzero(often)
        by_code = np.argsort(self.codes, kind="stable")
        ends = np.cumsum(seen)
        parts = [self.rows[by_code[ends[code] - seen[code] : ends[code]]] for code in frequent]
        sets = [pack(_mask(part, self.size)) for part in parts]
        object.__setattr__(self, "seen", seen)
        object.__setattr__(self, "frequent", frequent)
        object.__setattr__(self, "bits", np.stack(sets) if sets else np.zeros((0, (self.size + 63) // 64), np.uint64))
        object.__setattr__(self, "rare", np.flatnonzero(~often[self.codes]).astype(np.int32))

    @cached_property
    def starts(self) -> Numbers:
        """Where in `rows` each row of the table begins, and at last where they end."""
        return np.searchsorted(self.rows, np.arange(self.size + 1, dtype=self.rows.dtype)).astype(np.int32)

    @cached_property
    def whole(self) -> bool:
        """Whether each row of the table has one value."""
        return len(self.rows) == self.size and bool(np.array_equal(self.rows, np.arange(self.size)))

    def having(self, wanted: Collection[str]) -> Bits:
        """The rows that have one of these values."""
        return self.of_codes(np.array([value in wanted for value in self.values], dtype=bool))

    def of_codes(self, wanted: Mask) -> Bits:
        """The rows with a value that is wanted; one truth for each of `values`."""
        found: Bits = np.zeros((self.size + 63) // 64, dtype=np.uint64)
        for place in np.flatnonzero(wanted[self.frequent]):
            np.bitwise_or(found, self.bits[place], out=found)
        rare = self.rare[wanted[self.codes[self.rare]]] if wanted.any() and len(self.rare) else self.rare[:0]
        return found | pack(_mask(self.rows[rare], self.size)) if len(rare) else found

    def of_rows(self, rows: Numbers) -> list[str]:
        """The value of each row, "" where it has none; of a facet that has but one for a row."""
        places = np.minimum(np.searchsorted(self.rows, rows), max(len(self.rows) - 1, 0))
        return [
            self.values[self.codes[place]] if len(self.rows) and self.rows[place] == row else ""
            for place, row in zip(places.tolist(), rows.tolist(), strict=True)
        ]

    def pairs(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """All values of some rows: the place of the row among them, and the place of the pair in `codes`."""
        places = np.arange(len(rows), dtype=np.int32)
        if self.whole:
            return places, rows
        first = self.starts[rows]
        many = self.starts[rows + 1] - first
        ends = np.cumsum(many, dtype=np.int32)
        pairs = np.arange(many.sum(), dtype=np.int32) + np.repeat(first - ends + many, many)
        return np.repeat(places, many), pairs

    def count(self, kept: Kept) -> dict[str, int]:
        """How many of the kept rows have each value."""
        return dict(zip(self.values, self.numbers(kept).tolist(), strict=True))

    def numbers(self, kept: Kept) -> npt.NDArray[np.int64]:
        """The same as an array, in the order of the values."""
        if len(kept) == self.size:
            return self.seen
        if len(kept) * FEW < self.size:
            return np.bincount(self.codes[self.pairs(kept.rows)[1]], minlength=len(self.values))
        found = np.zeros(len(self.values), dtype=np.int64)
        found[self.frequent] = counts(self.bits, kept.bits)
        if len(self.rare):
            here = self.rare[kept.mask[self.rows[self.rare]]]
            found += np.bincount(self.codes[here], minlength=len(self.values))
        return found


def _mask(rows: Numbers, size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    mask[rows] = True
    return mask


def single(frame: pd.DataFrame, column: str) -> Facet:
    """A column of states, whose categories are the closed set of its values."""
    states = frame[column].cat
    rows = np.arange(len(frame), dtype=np.int32)
    return Facet(tuple(map(str, states.categories)), states.codes.to_numpy(), rows, len(frame))


def yes_no(frame: pd.DataFrame, column: str) -> Facet:
    """A column of truths, as "yes" and "no"."""
    codes = (~frame[column].to_numpy(dtype=bool)).astype(np.int8)
    return Facet(("yes", "no"), codes, np.arange(len(frame), dtype=np.int32), len(frame))


def texts(frame: pd.DataFrame, column: str) -> Facet:
    """A column of words, each cell a value; an empty one is none. The most frequent comes first."""
    return _named(np.arange(len(frame)), chunks_of(frame, column), len(frame))


def listed(frame: pd.DataFrame, columns: Sequence[str], inside: str = "") -> Facet:
    """Columns of lists (or, of structs, their field `inside`); a value counts once a row, on whichever side it
    stands, and an empty one is none. The most frequent comes first."""
    rows, names = list[Numbers](), list[pa.Array]()
    for column in columns:
        above = 0
        for lists in chunks_of(frame, column):
            flat = pc.list_flatten(lists)
            names.append(pc.struct_field(flat, inside) if inside else flat)
            rows.append(pc.list_parent_indices(lists).to_numpy() + above)
            above += len(lists)
    return _named(np.concatenate([np.zeros(0, np.int64), *rows]), names, len(frame))


def first_of(frame: pd.DataFrame, column: str, inside: str) -> Facet:
    """Of each list of structs the first field `inside` that is not empty: one value a row."""
    found = [first_told(lists, inside) for lists in chunks_of(frame, column)]
    return _named(np.arange(len(frame)), [pc.fill_null(texts, "") for texts in found], len(frame))


def first_told(lists: pa.Array, inside: str) -> pa.Array:
    """Of each list of structs the first text of a field that is not empty; null where there is none."""
    texts = pc.struct_field(pc.list_flatten(lists), inside)
    told = np.flatnonzero(pc.not_equal(texts, "").to_numpy(zero_copy_only=False))
    rows, first = np.unique(pc.list_parent_indices(lists).to_numpy()[told], return_index=True)
    places = np.full(len(lists), -1, dtype=np.int64)
    places[rows] = told[first]
    return texts.take(pa.array(places, mask=places < 0))


def _named(rows: Numbers, names: Sequence[pa.Array], size: int) -> Facet:
    """A facet of rows and the names that stand beside them."""
    coded = pa.chunked_array(names, pa.string()).dictionary_encode()
    values: list[str] = coded.chunk(0).dictionary.to_pylist() if coded.num_chunks else []
    codes = np.concatenate([np.zeros(0, np.int64), *(chunk.indices.to_numpy() for chunk in coded.chunks)])
    there = codes != values.index("") if "" in values else slice(None)
    return ranked(rows[there], codes[there], values, size)


def ranked(rows: Numbers, codes: Numbers, values: Sequence[str], size: int) -> Facet:
    """A facet of pairs of rows and codes, in any order and repeated at will."""
    number = max(len(values), 1)
    rows, codes = np.divmod(np.unique(rows.astype(np.int64) * number + codes), number)
    seen = np.bincount(codes, minlength=len(values))
    order = sorted(np.flatnonzero(seen).tolist(), key=lambda code: (-seen[code], values[code]))
    rank: Numbers = np.empty(len(values), dtype=np.min_scalar_type(-max(len(order), 1)))
    rank[order] = np.arange(len(order), dtype=np.int32)
    return Facet(tuple(values[code] for code in order), rank[codes], rows.astype(np.int32), size)


def chunks_of(frame: pd.DataFrame, column: str) -> list[pa.Array]:
    """A column as Arrow arrays, in the pieces that it is kept in."""
    array = pa.array(frame[column])
    return array.chunks if isinstance(array, pa.ChunkedArray) else [array]


def array_of(frame: pd.DataFrame, column: str) -> pa.Array:
    """A column as one Arrow array: what is kept in pieces is copied."""
    array = pa.array(frame[column])
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
