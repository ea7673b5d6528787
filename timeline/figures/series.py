"""Scores by month or quarter, and their smoothed course."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from timeline.figures.balance import Counts, conflict, tally
from timeline.figures.months import begun, recent
from timeline.model import Status
from timeline.table.picked import Picked

BY_MONTH = 12  # years: a longer span is counted by quarters
WINDOW = 5  # periods, centred
ENOUGH = 3  # events among them, or the line breaks

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Series:
    """Periods of `size` months, the first of which is the number `first`, counted from January 1970; `mean` and
    `smooth` are their scores, nan where there is none. Of the others, how many events are only planned, talked of or
    denied, and how many are known to no period or begin before the first."""

    size: int
    first: int
    counts: Counts
    mean: Floats
    smooth: Floats
    unreal: int
    undated: int

    def start(self, number: int) -> date:
        """The first day of a period; of the one after the last too, if there is a calendar for it."""
        year, month = divmod((self.first + number) * self.size, 12)
        return date(year + 1970, month + 1, 1) if year + 1970 <= date.max.year else date.max

    def asked(self, number: int) -> tuple[str, str]:
        """First and last month of a period, as EDTF."""
        month = (self.first + number) * self.size + self.size - 1
        return f"{self.start(number):%Y-%m}".zfill(7), f"{month // 12 + 1970:04}-{month % 12 + 1:02}"


def series(picked: Picked) -> Series:
    """The scores of what took place."""
    took_place = _status(picked, Status.ACTUAL)
    when = begun(picked)
    start, end = recent((when.first // 12 + 1970)[took_place & when.within(3)])
    size = 1 if end - start < BY_MONTH else 3
    kept = took_place & when.within(size) & (when.first // 12 + 1970 >= start)
    period, side = when.first[kept] // size, conflict(picked)[kept]
    first, length = int(period.min(initial=period.max(initial=0))), int(np.ptp(period)) + 1 if len(period) else 0
    scores = picked.index.goldstein[picked.rows[kept]].astype(float)
    sums: Floats = np.bincount(period - first, scores, length).astype(float)
    counts = tally(period - first, side, length)
    real = int(np.count_nonzero(took_place))
    return Series(
        size, first, counts, _mean(sums, counts), smoothed(sums, counts), len(picked) - real, real - len(scores)
    )


def smoothed(sums: Floats, counts: Counts) -> Floats:
    """The mean of all events in the WINDOW periods about each; nan where they are not ENOUGH, so that a line has a gap
    where nothing is known."""
    if not len(sums):
        return sums
    ones, half = np.ones(WINDOW), WINDOW // 2
    score, number = (np.convolve(part, ones)[half:][: len(sums)] for part in (sums, counts.sum(axis=1)))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(number > ENOUGH - 0.5, score / number, np.nan)


def _mean(sums: Floats, counts: Counts) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        mean: Floats = sums / counts.sum(axis=1)
    return mean


def _status(picked: Picked, wanted: Status) -> NDArray[np.bool_]:
    statuses = picked.index.facets["status"]
    found: NDArray[np.bool_] = np.array([value == wanted for value in statuses.values])[statuses.codes[picked.rows]]
    return found
