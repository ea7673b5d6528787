"""Who or what has a lane where there are too many events for marks: the same lanes, as sets of rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from timeline.figures.grouping import Grouping
from timeline.figures.lane import OTHERS, frequent
from timeline.table.bits import Bits, count, holds, pack
from timeline.table.index import EARLIEST, EPOCH, LATEST
from timeline.table.picked import Picked


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """One lane: its name, its rows among those that are picked, and the rows that stand above its line, picked or
    not."""

    name: str
    rows: Bits
    above: Bits

    def has(self, row: int) -> bool:
        """Whether a row is in the lane."""
        return holds(self.rows, row)

    def lifts(self, row: int) -> bool:
        """Whether a row of the lane stands above its line."""
        return holds(self.above, row)


def crowds(picked: Picked, by: Grouping) -> list[Crowd]:
    """A lane for each of the most frequent values, the first on top; all other events share the last."""
    index, facet = picked.index, picked.index.facets[by.facet]
    mask = np.zeros(index.size, dtype=bool)
    mask[picked.rows] = True
    kept = pack(mask)
    top = frequent({value: number for value, number in facet.count(kept).items() if number})
    lanes = [Crowd(by.name(v, index.names), facet.having((v,)) & kept, by.rows_above(index, v)) for v in top]
    others = kept & ~facet.only(top)
    return [*lanes, Crowd(OTHERS, others, by.rows_above(index, ""))] if count(others) else lanes


def days_shown(picked: Picked, since: date | None, until: date | None) -> tuple[date, date]:
    """What is asked for, else all days that there are."""
    first, last = (column[picked.rows] for column in (picked.index.first, picked.index.last))
    known = np.concatenate([first[first != EARLIEST], last[last != LATEST]])
    ends = (known.min(), known.max()) if len(known) else (0, 0)
    low, high = (date.fromordinal(int(day) + EPOCH) for day in ends)
    since, until = since or low, until or high
    return min(since, until), max(since, until)
