"""Places marks of one lane so that none hides another: on the lowest level that is free."""

from __future__ import annotations

from collections.abc import Sequence

GAP = 1.0  # px between neighbours


def levels(extents: Sequence[tuple[float, float]]) -> list[int]:
    """The level of each mark, 0 the lowest; `extents` are (left, right) in px, in any order.

    Wide ones are placed first, so that they lie at the bottom and the others stand on them.

    >>> levels([(0, 10), (5, 15), (20, 30)])
    [0, 1, 0]
    """
    order = sorted(range(len(extents)), key=lambda i: (_coarse(extents[i]), extents[i], i))
    taken: list[list[tuple[float, float]]] = []
    free: dict[tuple[float, float], int] = {}  # below this level an extent has been found to have no room
    result = [0] * len(extents)
    for index in order:
        extent = extents[index]
        result[index] = _place(extent, taken, free.get(extent, 0))
        free[extent] = result[index] + 1
    return result


def _coarse(extent: tuple[float, float]) -> float:
    """Sorts by width only where the width shows: twice as wide or more."""
    width = max(extent[1] - extent[0], 1.0)
    return -float(int(width).bit_length())


def _place(extent: tuple[float, float], taken: list[list[tuple[float, float]]], lowest: int) -> int:
    left, right = extent
    for level in range(lowest, len(taken)):
        if all(right + GAP <= low or high + GAP <= left for low, high in taken[level]):
            taken[level].append(extent)
            return level
    taken.append([extent])
    return len(taken) - 1
