"""Who or what has a lane where there are too many events for marks: the same lanes, by the numbers of their events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from timeline.figures.grouping import Grouping
from timeline.figures.lane import OTHERS, frequent
from timeline.table.bits import Mask
from timeline.table.index import EARLIEST, EPOCH, LATEST
from timeline.table.picked import Picked

Numbers = npt.NDArray[np.integer]


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """The names of the lanes, the first on top; and one entry for each event in each of its lanes: its place among what
    is picked, the number of the lane, and whether it stands above the line. The places of a lane ascend."""

    names: tuple[str, ...]
    places: Numbers
    lanes: Numbers
    above: Mask

    def inside(self, lane: int) -> Numbers:
        """The places of the events of a lane."""
        mine: Numbers = self.places[self.lanes == lane]
        return mine

    def of(self, place: int) -> dict[int, bool]:
        """The lanes of an event, and whether it stands above the line of each."""
        mine = np.flatnonzero(self.places == place)
        return dict(zip(self.lanes[mine].tolist(), self.above[mine].tolist(), strict=True))


def crowd(picked: Picked, by: Grouping) -> Crowd:
    """A lane for each of the most frequent values; all other events share the last."""
    index, rows, facet = picked.index, picked.rows, picked.index.facets[by.facet]
    places, pairs = facet.pairs(rows)
    codes = facet.codes[pairs]
    seen = np.bincount(codes, minlength=len(facet.values))
    top = frequent({facet.values[code]: int(seen[code]) for code in np.flatnonzero(seen).tolist()})
    lane_of = np.full(len(facet.values), len(top), dtype=np.int32)
    lane_of[[facet.values.index(value) for value in top]] = np.arange(len(top))
    lanes = lane_of[codes]
    named = lanes < len(top)
    beyond = _beyond(places, named, len(rows))
    places, pairs = places[named], pairs[named]
    above = [by.rows_above(index, rows[places], pairs), by.rows_above(index, rows[beyond], None)]
    return Crowd(
        (*(by.name(value, index.names) for value in top), *([OTHERS] if len(beyond) else [])),
        np.concatenate([places, beyond]),
        np.concatenate([lanes[named], np.full(len(beyond), len(top), dtype=np.int32)]),
        np.concatenate(above),
    )


def _beyond(places: Numbers, named: Mask, size: int) -> Numbers:
    """Of `size` events those with a value that has no lane, and those without any."""
    found = np.ones(size, dtype=bool)
    found[places] = False
    found[places[~named]] = True
    return np.flatnonzero(found)


def days_shown(picked: Picked, since: date | None, until: date | None) -> tuple[date, date]:
    """What is asked for, else all days that there are."""
    first, last = (column[picked.rows] for column in (picked.index.first, picked.index.last))
    known = np.concatenate([first[first != EARLIEST], last[last != LATEST]])
    ends = (known.min(), known.max()) if len(known) else (0, 0)
    low, high = (date.fromordinal(int(day) + EPOCH) for day in ends)
    since, until = since or low, until or high
    return min(since, until), max(since, until)
