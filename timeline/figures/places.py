"""Where events took place, as numbers: one entry for each place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.figures.balance import Counts, conflict, tally
from timeline.table.picked import Picked


@dataclass(frozen=True, slots=True)
class Places:
    """Names, degrees and counts of the places with most events, the first the greatest.

    smaller   how many events are at other places that are on the map
    unmapped  how many are at a place of which it is not known where it is
    nowhere   how many have no place
    """

    names: tuple[str, ...]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    counts: Counts
    smaller: int
    unmapped: int
    nowhere: int


def places(picked: Picked, most: int) -> Places:
    """The `most` places with most events."""
    facet, index = picked.index.facets["place"], picked.index
    sides = np.full(index.size, -1, dtype=np.int8)
    sides[picked.rows] = conflict(picked)
    mine = sides[facet.rows]
    kept = mine >= 0
    codes, rows, size = facet.codes[kept], facet.rows[kept], len(facet.values)
    counts = tally(codes, mine[kept], size)
    lon, lat = np.full(size, np.nan), np.full(size, np.nan)
    lon[codes[::-1]], lat[codes[::-1]] = index.lon[rows[::-1]], index.lat[rows[::-1]]
    totals = np.where(np.isnan(lon) | np.isnan(lat), 0, counts.sum(axis=1))
    best = np.argsort(-totals, kind="stable")[:most]
    best = best[totals[best] > 0]
    mapped, shown = int(totals.sum()), int(totals[best].sum())
    return Places(
        names=tuple(facet.values[code] for code in best.tolist()),
        lon=lon[best],
        lat=lat[best],
        counts=counts[best],
        smaller=mapped - shown,
        unmapped=len(rows) - mapped,
        nowhere=len(picked) - len(rows),
    )
