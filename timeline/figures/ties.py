"""Who with whom, as numbers: the events between each two of the most frequent actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.figures.balance import Counts, conflict, tally
from timeline.table.facet import Numbers
from timeline.table.pairs import pair_of
from timeline.table.picked import Picked


@dataclass(frozen=True, slots=True)
class Ties:
    """`counts[i, j]` are the events between the actors `i` and `j`, most frequent first, the same either way round.

    others  actors that have ties but are not among them
    beyond  events of a tie with one of those
    alone   events that name one side only
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    counts: Counts
    others: int
    beyond: int
    alone: int


def ties(picked: Picked, most: int) -> Ties:
    """The ties between the `most` actors with most events that have two sides."""
    dyads, rows = picked.index.facets["dyad"], picked.rows
    sides = np.full(picked.index.size, -1, dtype=np.int8)
    sides[rows] = conflict(picked)
    mine = sides[dyads.rows]
    kept = mine >= 0
    counts = tally(dyads.codes[kept], mine[kept], len(dyads.values))
    seen = np.flatnonzero(counts.sum(axis=1))
    pairs = [pair_of(dyads.values[code]) for code in seen.tolist()]
    top, others = _top(pairs, counts[seen].sum(axis=1), most)
    inside = np.array([one in top and other in top for one, other in pairs], dtype=bool)
    beyond = np.zeros(len(dyads.values), dtype=bool)
    beyond[seen[~inside]] = True
    return Ties(
        codes=top,
        names=tuple(picked.index.names.get(code, code) for code in top),
        counts=_square(top, pairs, counts[seen]),
        others=others,
        beyond=_different(dyads.rows[kept & beyond[dyads.codes]], picked),
        alone=len(picked) - _different(dyads.rows[kept], picked),
    )


def _top(pairs: Sequence[tuple[str, ...]], totals: NDArray[np.int64], most: int) -> tuple[tuple[str, ...], int]:
    """The codes with most events, and how many others there are."""
    events: dict[str, int] = {}
    for pair, total in zip(pairs, totals.tolist(), strict=True):
        for code in pair:
            events[code] = events.get(code, 0) + total
    ranked = sorted(events, key=lambda code: (-events[code], code))
    return tuple(ranked[:most]), max(len(ranked) - most, 0)


def _square(top: tuple[str, ...], pairs: Sequence[tuple[str, ...]], counts: Counts) -> Counts:
    place = {code: number for number, code in enumerate(top)}
    square = np.zeros((len(top), len(top), 2), dtype=np.int64)
    for (one, other), both in zip(pairs, counts, strict=True):
        if one in place and other in place:
            square[place[one], place[other]] = square[place[other], place[one]] = both
    return square


def _different(rows: Numbers, picked: Picked) -> int:
    """How many rows there are; a row may come several times."""
    mask = np.zeros(picked.index.size, dtype=bool)
    mask[rows] = True
    return int(np.count_nonzero(mask))
