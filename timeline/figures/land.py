"""The outline of the land, cut to what a map shows and no finer than that can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Ring = NDArray[np.float64]  # corners, as longitude and latitude; the first is not repeated at the end
LEAST = 3  # corners


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world between these degrees."""

    west: float
    south: float
    east: float
    north: float


@cache
def land() -> tuple[Ring, ...]:
    """All islands and continents, and, the other way round, the lakes in them."""
    lines = (files("timeline.figures") / "world" / "land.txt").read_text("ascii").splitlines()
    return tuple(np.array(line.split(), dtype=float).reshape(-1, 2)[:-1] / 10 for line in lines)


def outline(window: Window, grain: float) -> list[Ring]:
    """The rings, or what lies of them in a window; corners within `grain` degrees are one."""
    cut = (_clipped(ring, window) for ring in land())
    coarse = (_coarse(ring, grain) for ring in cut if len(ring) >= LEAST)
    return [ring for ring in coarse if len(ring) >= LEAST]


def _clipped(ring: Ring, window: Window) -> Ring:
    """What lies of a polygon inside the window (Sutherland and Hodgman 1974)."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    edges = ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1))
    for axis, limit, sign in edges:
        if sign * low[axis] < sign * limit or sign * high[axis] < sign * limit:
            ring = beyond(ring, axis, limit, sign)
    return ring


def beyond(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    """What lies of a polygon on one side of a line: its corners there, and where its edges cross."""
    if not len(ring):
        return ring
    inside = sign * (ring[:, axis] - limit)
    following, after = np.roll(ring, -1, axis=0), np.roll(inside, -1)
    crosses = (inside >= 0) != (after >= 0)
    share = np.divide(inside, inside - after, out=np.zeros_like(inside), where=crosses)
    cuts = ring + share[:, None] * (following - ring)
    both = np.stack([ring, cuts], axis=1).reshape(-1, 2)
    kept: Ring = both[np.stack([inside >= 0, crosses], axis=1).ravel()]
    return kept


def _coarse(ring: Ring, grain: float) -> Ring:
    """
    >>> _coarse(np.array([[0.0, 0], [0.1, 0], [5, 0], [5, 5.1]]), 1.0).tolist()
    [[0.0, 0.0], [5.0, 0.0], [5.0, 5.1]]
    """
    cells = np.round(ring / grain)
    kept: Ring = ring[np.any(cells != np.roll(cells, 1, axis=0), axis=1)]
    return kept
