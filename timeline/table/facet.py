"""One facet of a table as small whole numbers: which rows have which of its values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from timeline.table.bits import Bits, Mask, counts, pack, unpack

if TYPE_CHECKING:
    import pandas as pd

Numbers = npt.NDArray[np.integer]
FREQUENT = 300  # a value that one row in so many has is kept as bits too


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """The values of one facet, and which rows have them: row `rows[i]`, of `size`, has the value `values[codes[i]]`,
    each once. `frequent` are the codes of values whose rows are kept as `bits` too, one set a row; `rare` the places
    in `rows` of all others."""

    values: tuple[str, ...]
    codes: Numbers
    rows: Numbers
    size: int
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
        object.__setattr__(self, "frequent", frequent)
        object.__setattr__(self, "bits", np.stack(sets) if sets else np.zeros((0, (self.size + 63) // 64), np.uint64))
        object.__setattr__(self, "rare", np.flatnonzero(~often[self.codes]))

    def having(self, wanted: Collection[str]) -> Bits:
        """The rows that have one of these values."""
        return self.of_codes(np.array([value in wanted for value in self.values], dtype=bool))

    def of_codes(self, wanted: Mask) -> Bits:
        """The rows with a value that is wanted; one truth for each of `values`."""
        found: Bits = np.bitwise_or.reduce(self.bits[wanted[self.frequent]], axis=0)
        rare = self.rare[wanted[self.codes[self.rare]]] if wanted.any() else self.rare[:0]
        return found | pack(_mask(self.rows[rare], self.size)) if len(rare) else found

    def count(self, kept: Bits) -> dict[str, int]:
        """How many of the kept rows have each value."""
        found = np.zeros(len(self.values), dtype=np.int64)
        found[self.frequent] = counts(self.bits, kept)
        if len(self.rare):
            here = self.rare[unpack(kept, self.size)[self.rows[self.rare]]]
            found += np.bincount(self.codes[here], minlength=len(self.values))
        return dict(zip(self.values, found.tolist(), strict=True))


def _mask(rows: Numbers, size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    mask[rows] = True
    return mask


def single(frame: pd.DataFrame, column: str) -> Facet:
    """A column of states, whose categories are the closed set of its values."""
    states = frame[column].cat
    rows = np.arange(len(frame), dtype=np.int32)
    return Facet(tuple(map(str, states.categories)), states.codes.to_numpy(dtype=np.int32), rows, len(frame))


def yes_no(frame: pd.DataFrame, column: str) -> Facet:
    """A column of truths, as "yes" and "no"."""
    codes = (~frame[column].to_numpy(dtype=bool)).astype(np.int32)
    return Facet(("yes", "no"), codes, np.arange(len(frame), dtype=np.int32), len(frame))


def texts(frame: pd.DataFrame, column: str) -> Facet:
    """A column of words, each cell a value; an empty one is none. The most frequent comes first."""
    array = array_of(frame, column)
    there = np.flatnonzero(pc.not_equal(array, "").to_numpy(zero_copy_only=False))
    return _ranked(there, array.take(pa.array(there)).dictionary_encode(), len(frame))


def listed(frame: pd.DataFrame, columns: Sequence[str], inside: str = "") -> Facet:
    """Columns of lists (or, of structs, their field `inside`); a value counts once a row, on whichever side it
    stands, and an empty one is none. The most frequent comes first."""
    arrays = [array_of(frame, column) for column in columns]
    rows = np.concatenate([pc.list_parent_indices(array).to_numpy() for array in arrays])
    flat = [pc.list_flatten(array) for array in arrays]
    names = pa.concat_arrays([pc.struct_field(part, inside) if inside else part for part in flat])
    there = pc.not_equal(names, "").to_numpy(zero_copy_only=False)
    if not there.all():
        rows, names = rows[there], names.filter(pa.array(there))
    return _ranked(rows, names.dictionary_encode(), len(frame))


def _ranked(rows: Numbers, names: pa.DictionaryArray, size: int) -> Facet:
    return ranked(rows, names.indices.to_numpy(), names.dictionary.to_pylist(), size)


def ranked(rows: Numbers, codes: Numbers, values: Sequence[str], size: int) -> Facet:
    """A facet of pairs of rows and codes, in any order and repeated at will."""
    number = max(len(values), 1)
    rows, codes = np.divmod(np.unique(rows.astype(np.int64) * number + codes), number)
    seen = np.bincount(codes, minlength=len(values))
    order = sorted(range(len(values)), key=lambda code: (-seen[code], values[code]))
    rank: Numbers = np.empty(len(values), dtype=np.int32)
    rank[order] = np.arange(len(values), dtype=np.int32)
    return Facet(tuple(values[code] for code in order), rank[codes], rows.astype(np.int32), size)


def array_of(frame: pd.DataFrame, column: str) -> pa.Array:
    """A column as one Arrow array."""
    array = pa.array(frame[column])
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
