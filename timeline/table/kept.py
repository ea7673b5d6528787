"""Some rows of a table, in the two ways in which one counts them: as packed bits, and as their numbers."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from timeline.table.bits import Bits, Mask, pack, unpack

Rows = npt.NDArray[np.int32]


class Kept:
    """Rows of a table of `size`; each way is made of the other when it is first asked for. It never changes.

    >>> kept = Kept(70, bits=np.array([5, 2], dtype=np.uint64))
    >>> kept.rows.tolist(), len(kept), Kept(70, rows=kept.rows).bits.tolist()
    ([0, 2, 65], 3, [5, 2])
    """

    def __init__(self, size: int, bits: Bits | None = None, rows: Rows | None = None) -> None:
        self.size = size
        if bits is not None:
            self.bits = bits
        if rows is not None:
            self.rows = rows

    @cached_property
    def bits(self) -> Bits:
        return pack(self.mask)

    @cached_property
    def rows(self) -> Rows:
        return np.flatnonzero(unpack(self.bits, self.size)).astype(np.int32)

    @property
    def mask(self) -> Mask:
        """One truth for each row of the table."""
        if "bits" in self.__dict__:
            return unpack(self.bits, self.size)
        mask = np.zeros(self.size, dtype=bool)
        mask[self.rows] = True
        return mask

    def __len__(self) -> int:
        return len(self.rows)
