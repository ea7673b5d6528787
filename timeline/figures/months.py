"""In which month an event took place, as far as that is known.

An event is in a month if all of its days are, or if it is known from when to when it went on and began there. One that
is known to a year, a season or a quarter is in that year, its month not known. One that is open, or known only to
more than a year, is in none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.figures.balance import Counts, conflict, tally
from timeline.model import Granularity
from timeline.table.facet import Numbers
from timeline.table.index import EARLIEST, LATEST
from timeline.table.picked import Picked

MOST_YEARS = 120
UNKNOWN = 12  # the place of a year's events whose month is not known, after its twelve months
PLACES = 13

Truths = NDArray[np.bool_]
Periods = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Begun:
    """For each row the months of its first and last day, counted from January 1970; whether both are known; and
    whether it began then without doubt, and went on from there."""

    first: Periods
    last: Periods
    closed: Truths
    went_on: Truths

    def within(self, size: int) -> Truths:
        """Which rows are known to a stretch of `size` months (1, 3 or 12) that the year is divided into."""
        known: Truths = self.closed & (self.went_on | (self.first // size == self.last // size))
        return known


@dataclass(frozen=True, slots=True)
class Months:
    """`counts[year - first, month - 1]`, and of the events that are not among them, how many begin before the first
    year and how many have no year."""

    first: int
    counts: Counts
    earlier: int
    yearless: int


def begun(picked: Picked) -> Begun:
    """When each of the rows began."""
    first, last = picked.index.first[picked.rows], picked.index.last[picked.rows]
    closed = (first != EARLIEST) & (last != LATEST)
    start, end = month_of(np.where(closed, first, 0)), month_of(np.where(closed, last, 0))
    longer = np.flatnonzero(closed & (start != end) & _given(picked))
    went_on = np.zeros(len(picked), dtype=bool)
    went_on[longer] = ~_new_year(first[longer])
    return Begun(start, end, closed, went_on)


def months(picked: Picked) -> Months:
    """The events by month; of more than MOST_YEARS years the last."""
    when, side = begun(picked), conflict(picked)
    known, placed = when.within(1), when.within(12)
    years = when.first // 12 + 1970
    start, end = recent(years[placed])
    shown = placed & (years >= start)
    cell = (years - start) * PLACES + np.where(known, when.first % 12, UNKNOWN)
    counts = tally(cell[shown], side[shown], (end - start + 1) * PLACES)
    earlier = int(np.count_nonzero(placed) - np.count_nonzero(shown))
    return Months(start, counts.reshape(-1, PLACES, 2), earlier, int(np.count_nonzero(~placed)))


def recent(years: Numbers) -> tuple[int, int]:
    """First and last of the years, or of the last MOST_YEARS among them.

    >>> recent(np.array([1, 1950, 2024]))
    (1905, 2024)
    """
    last = int(years.max(initial=1))
    return max(int(years.min(initial=last)), last - MOST_YEARS + 1), last


def month_of(days: Numbers) -> Periods:
    """Months since January 1970 of days since its first. A table of all days between is quicker than to work out each.

    >>> month_of(np.array([0, 31, -1])).tolist()
    [0, 1, -1]
    """
    low, high = int(days.min(initial=0)), int(days.max(initial=0))
    table = np.arange(low, high + 1).astype("datetime64[D]").astype("datetime64[M]").astype(np.int32)
    found: Periods = table[days - low]
    return found


def _given(picked: Picked) -> Truths:
    """Which of them went on from their first day to their last."""
    precisions = picked.index.facets["precision"]
    wanted = np.array([value == Granularity.INTERVAL.value for value in precisions.values], dtype=bool)
    found: Truths = wanted[precisions.codes[picked.rows]]
    return found


def _new_year(days: Numbers) -> Truths:
    """Which are a 1 January: "2005 to 2013" begins on one too, and says nothing of a month."""
    dates = days.astype("datetime64[D]")
    new: Truths = dates == dates.astype("datetime64[Y]")
    return new
