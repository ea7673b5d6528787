"""Sets of rows as packed bits: a million rows are 125 kB, and two sets are joined or counted in some microseconds."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint64]
BLOCK = 1 << 17  # words that are counted at once: what a processor keeps near


def pack(mask: Mask) -> Bits:
    """One bit for each truth, in whole words of 64.

    >>> pack(np.array([True, False, True])).tolist()
    [5]
    """
    packed = np.packbits(mask, bitorder="little")
    words = np.zeros((len(packed) + 7) // 8 * 8, dtype=np.uint8)
    words[: len(packed)] = packed
    return words.view(np.uint64)


def unpack(bits: Bits, size: int) -> Mask:
    """The first `size` truths again.

    >>> unpack(np.array([5], dtype=np.uint64), 3).tolist()
    [True, False, True]
    """
    return np.unpackbits(bits.view(np.uint8), count=size, bitorder="little").view(np.bool_)


def count(bits: Bits) -> int:
    """How many are in the set."""
    return int(np.bitwise_count(bits).sum(dtype=np.int64))


def counts(sets: Bits, kept: Bits) -> npt.NDArray[np.int64]:
    """How many of the kept rows are in each of `sets`, one a row."""
    step = max(BLOCK // max(sets.shape[1], 1), 1)
    found = [
        np.bitwise_count(sets[start : start + step] & kept).sum(axis=1, dtype=np.int64)
        for start in range(0, len(sets), step)
    ]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
