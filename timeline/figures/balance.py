"""Cooperation against conflict: how much there was of each, in five steps with a colour, a symbol and a word.

A step is told by the share of cooperation among the events, in words or in deeds. The symbol says the same as the
colour, more roughly, for readers who do not see colours, and for grey paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.figures.theme import Palette
from timeline.figures.words import counted
from timeline.table.picked import Picked

Counts = NDArray[np.int64]  # the last axis has two: events of cooperation, and of conflict
EDGES = (0.2, 0.4, 0.6, 0.8)  # shares of cooperation between the steps; what lies on an edge is nearer to the middle
FIRST_CONFLICT = 3  # of the four quarters of PLOVER


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps. `area` is how large its symbol is drawn by Plotly, against a circle of the same size."""

    words: str
    symbol: str
    area: float


STEPS = (
    Step("almost only conflict", "diamond", 1.08),
    Step("more conflict", "diamond", 1.08),
    Step("as much of both", "square", 1.27),
    Step("more cooperation", "circle", 1.0),
    Step("almost only cooperation", "circle", 1.0),
)


def conflict(picked: Picked) -> NDArray[np.int64]:
    """For each row that is picked 1 for conflict, 0 for cooperation."""
    return (picked.index.quad[picked.rows] >= FIRST_CONFLICT).astype(np.int64)


def tally(codes: NDArray[np.integer], sides: NDArray[np.integer], size: int) -> Counts:
    """How many there are of each code below `size`, by side (0 cooperation, 1 conflict).

    >>> tally(np.array([1, 1, 0]), np.array([0, 1, 1]), 2).tolist()
    [[0, 1], [1, 1]]
    """
    return np.bincount(codes.astype(np.int64) * 2 + sides, minlength=2 * size).reshape(size, 2)


def steps(counts: Counts) -> NDArray[np.int64]:
    """The number of the step of each pair of counts, in STEPS.

    >>> steps(np.array([[0, 9], [1, 2], [1, 1], [3, 2], [9, 1]])).tolist()
    [0, 1, 2, 2, 4]
    """
    total = np.maximum(counts.sum(axis=-1), 1)
    share = counts[..., 0] / total
    found: NDArray[np.int64] = np.searchsorted(EDGES[:2], share, "right") + np.searchsorted(EDGES[2:], share, "left")
    return found


def glyphs(counts: Counts, colours: Palette, most: float, least: float = 3.5) -> dict[str, list[Any]]:
    """A Plotly marker for each pair of counts, its area in proportion to their sum; the greatest is `most` px wide."""
    found = steps(counts).tolist()
    area = np.array([STEPS[step].area for step in found], dtype=float)
    total = counts.sum(axis=-1)
    wide = most * np.sqrt(total / max(int(total.max(initial=0)), 1))
    return {
        "symbol": [STEPS[step].symbol for step in found],
        "color": [colours.scale[step] for step in found],
        "size": np.round(np.maximum(wide, least) / np.sqrt(area), 1).tolist(),
    }


def told(counts: Sequence[int] | Counts) -> str:
    """
    >>> told((9, 1)), told((0, 1)), told((2, 0))
    ('10 events: 9 of cooperation, 1 of conflict', '1 event, of conflict', '2 events, all of cooperation')
    """
    good, bad = map(int, counts)
    every = counted(good + bad, "event")
    if good and bad:
        return f"{every}: {good:,} of cooperation, {bad:,} of conflict"
    return f"{every}, {'all ' * (good + bad > 1)}of {'cooperation' if good else 'conflict'}"
