"""One of two timelines as numbers: days, types and dyads."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.model import EventType, Status
from timeline.table.facet import Facet
from timeline.table.index import Index

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
TYPES = tuple(EventType)
EARLIEST, LATEST = -719_162, 2_932_896  # days since 1970 of the first of year 1 and the last of year 9999


@dataclass(frozen=True, slots=True)
class Side:
    """`first` and `last` are days since 1970, EARLIEST and LATEST where open; `types` are places in TYPES; `actual`
    says which took place."""

    first: Numbers
    last: Numbers
    types: Numbers
    actual: Mask
    dyads: Facet

    def __len__(self) -> int:
        return len(self.first)

    def moved(self, days: int, first: int, last: int) -> Side:
        """The same so many days later; what leaves the days from `first` to `last` comes in again at the front."""
        begins = (self.first - first + days) % (last - first + 1) + first
        return replace(self, first=begins, last=begins + (self.last - self.first))

    def span(self) -> tuple[int, int]:
        """The first and last day of all rows, open ends apart; the last is before the first where there is none."""
        begins, ends = self.first[self.first > EARLIEST], self.last[self.last < LATEST]
        return (int(begins.min()), int(ends.max())) if len(begins) and len(ends) else (0, -1)

    def between(self, first: int, last: int) -> Mask:
        """The rows that took place, and have a day from `first` to `last`."""
        inside: Mask = self.actual & (self.first <= last) & (self.last >= first)
        return inside

    def in_dyads(self, names: set[str]) -> Mask:
        """The rows that are of one of these dyads."""
        wanted = np.array([name in names for name in self.dyads.values], dtype=bool)
        mask = np.zeros(len(self), dtype=bool)
        if len(wanted):
            mask[self.dyads.rows[wanted[self.dyads.codes]]] = True
        return mask

    def stretch(self, rows: Numbers) -> Numbers:
        """How many days more than one each of these rows may lie in."""
        length: Numbers = self.last[rows] - self.first[rows]
        return length


def side_of(frame: pd.DataFrame) -> Side:
    """A timeline as numbers."""
    index = Index(frame)
    first, last = (days.astype(np.int64).clip(EARLIEST, LATEST) for days in (index.first, index.last))
    places = np.array([TYPES.index(EventType(name)) for name in index.facets["type"].values], dtype=np.int64)
    actual = (frame["status"] == Status.ACTUAL.value).to_numpy(dtype=bool)
    return Side(first, last, places[index.facets["type"].codes], actual, index.facets["dyad"])
