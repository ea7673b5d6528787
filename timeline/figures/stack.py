"""Places marks of one lane so that none hides another: on the lowest level that is free."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import groupby
from operator import or_

Extent = tuple[float, float]


def levels(extents: Sequence[Extent]) -> list[int]:
    """The level of each mark, 0 the lowest; `extents` are (left, right) in px, in any order.

    Wide ones are placed first, so that they lie at the bottom and the others stand on them. Neighbours are a px apart,
    as whole px go.

    >>> levels([(0, 10), (5, 15), (20, 30)])
    [0, 1, 0]
    """
    order = sorted(range(len(extents)), key=lambda i: (_coarse(extents[i]), extents[i], i))
    start = min((round(left) for left, _ in extents), default=0)
    end = max((round(right) for _, right in extents), default=0)
    taken = [0] * (end - start + 1)  # for each px the levels that are taken there, a bit for each
    result = [0] * len(extents)
    for (left, right), alike in groupby(order, key=lambda i: extents[i]):
        here = slice(round(left) - start, round(right) - start + 1)
        full = before = reduce(or_, taken[here])
        for index in alike:
            lowest = ~full & (full + 1)
            full |= lowest
            result[index] = lowest.bit_length() - 1
        taken[here] = [bits | (full ^ before) for bits in taken[here]]
    return result


def _coarse(extent: Extent) -> float:
    """Sorts by width only where the width shows: twice as wide or more."""
    width = max(extent[1] - extent[0], 1.0)
    return -float(int(width).bit_length())
