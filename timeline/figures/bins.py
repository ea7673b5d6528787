"""Stretches of the calendar that a bar of a chart stands for, and how many events fall into each.

An event whose days lie in one stretch is counted there. One that is known to more than that is spread over its days:
its parts add up to one, so that a year with many imprecise dates has no peak in January that nobody knows of.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from timeline.figures.words import MONTHS, day_words

Days = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.integer]
QUADS = 4
ORIGIN = np.datetime64("1970-01-01", "D")
# What a bar may stand for, from the finest: a name, and a step of numpy's calendar.
UNITS: tuple[tuple[str, int, str], ...] = (
    ("day", 1, "D"),
    ("week", 7, "D"),
    ("month", 1, "M"),
    ("quarter", 3, "M"),
    ("year", 1, "Y"),
    ("five years", 5, "Y"),
    ("decade", 10, "Y"),
    ("century", 100, "Y"),
)


@dataclass(frozen=True, slots=True)
class Bins:
    """`edges` are days since 1970, one more than there are stretches."""

    unit: str
    edges: Days

    def __len__(self) -> int:
        return len(self.edges) - 1

    @property
    def about(self) -> str:
        """What one stretch is: "a month", "five years"."""
        return self.unit if self.unit.endswith("years") else f"a {self.unit}"

    def ends(self, place: int) -> tuple[date, date]:
        """The first and the last day of a stretch."""
        first, after = (date(1970, 1, 1) + timedelta(int(day)) for day in self.edges[place : place + 2])
        return first, after - timedelta(1)

    def words(self, place: int) -> str:
        """A stretch in words.

        >>> bins(date(2022, 1, 1), date(2022, 12, 31), 12).words(6)
        'July 2022'
        """
        first, last = self.ends(place)
        match self.unit:
            case "day":
                return day_words(first)
            case "month":
                return f"{MONTHS[first.month - 1]} {first.year}"
            case "year":
                return str(first.year)
            case "week" | "quarter":
                return f"{day_words(first)} to {day_words(last)}"
        return f"{first.year} to {last.year}"


def bins(first: date, last: date, most: int) -> Bins:
    """Stretches of the finest unit of which at most `most` hold all days from `first` to `last`.

    >>> bins(date(1945, 8, 15), date(2026, 3, 1), 90).unit
    'year'
    """
    for unit, step, calendar in UNITS:
        start, end = (np.datetime64(day, "D").astype(f"datetime64[{calendar}]").astype(int) for day in (first, last))
        low, high = start // step * step, end // step * step + step
        if (high - low) // step <= most or (unit, step, calendar) == UNITS[-1]:
            break
    edges = np.arange(low, high + 1, step).astype(f"datetime64[{calendar}]").astype("datetime64[D]")
    inside = np.clip((edges - ORIGIN).astype(np.int64), _number(date.min), _number(date.max))
    return Bins(unit, np.unique(inside).astype(np.int32))


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


@dataclass(frozen=True, slots=True)
class Spread:
    """In which stretches each of some rows lies: the first and the last one, its days within the chart, and its
    quarter of PLOVER, from 0."""

    bins: Bins
    begin: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    first: Days
    last: Days
    quad: npt.NDArray[np.int32]

    def count(self, rows: Numbers, groups: Numbers, number: int) -> npt.NDArray[np.float64]:
        """How many rows of each of `number` groups are in each stretch: an array of groups x stretches x quarters.
        `groups` tells one of each of `rows`, which may come in several."""
        size = number * len(self.bins) * QUADS
        begin = self.begin[rows]
        inside = begin == self.end[rows]
        cells = (groups * len(self.bins) + begin) * QUADS + self.quad[rows]
        found = np.bincount(cells[inside], minlength=size).astype(np.float64).reshape(number, -1, QUADS)
        return found + self._spread(rows[~inside], groups[~inside], number)

    def _spread(self, rows: Numbers, groups: Numbers, number: int) -> npt.NDArray[np.float64]:
        """The parts of those that lie in several: whole stretches between their ends, by the days that each has."""
        edges, begin, end, quad = self.bins.edges, self.begin[rows], self.end[rows], self.quad[rows]
        first, last = self.first[rows].astype(np.int64), self.last[rows].astype(np.int64)
        share, places = 1.0 / (last - first + 1), len(self.bins) + 1

        def add(place: Numbers, weight: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            cells = (groups * places + place) * QUADS + quad
            return np.bincount(cells, weight, number * places * QUADS).astype(np.float64).reshape(number, -1, QUADS)

        at_ends = add(begin, (edges[begin + 1] - first) * share) + add(end, (last + 1 - edges[end]) * share)
        between = np.cumsum(add(begin + 1, share) - add(end, share), axis=1)[:, :-1] * np.diff(edges)[:, None]
        return at_ends[:, :-1] + between


def spread(made: Bins, first: Days, last: Days, quad: npt.NDArray[np.int8]) -> Spread:
    """Lays rows with these days into stretches; what reaches beyond the chart is cut off at its edges."""
    low, high = int(made.edges[0]), int(made.edges[-1]) - 1
    first, last = np.clip(first, low, high), np.clip(last, low, high)
    table = np.repeat(np.arange(len(made), dtype=np.int32), np.diff(made.edges))
    return Spread(made, table[first - low], table[last - low], first, last, quad.astype(np.int32) - 1)
