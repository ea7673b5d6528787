"""The time axis: days to pixels, and the years that are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from timeline.figures.marks import Mark

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Scale:
    """`width` px show the days from `first` to `last`, both inclusive."""

    first: date
    last: date
    width: float

    @property
    def px_per_day(self) -> float:
        """px a day is wide."""
        return self.width / ((self.last - self.first).days + 1)

    def days(self, mark: Mark) -> tuple[float, float]:
        """Left and right end of a mark in days after `first`; an open end reaches to the edge of the view."""
        left = (mark.start - self.first).days if mark.start else 0
        right = ((mark.end or self.last) - self.first).days + 1
        return left, max(right, left + 1)

    def extent(self, mark: Mark, size: float) -> tuple[float, float]:
        """Left and right end in px, within the view; a mark of one day is `size` px wide, and so is at least every
        other."""
        left, right = (min(max(day * self.px_per_day, 0.0), self.width) for day in self.days(mark))
        middle, half = (left + right) / 2, max(size, right - left if mark.ranged else 0) / 2
        return middle - half, middle + half

    def moment(self, day: float) -> str:
        """`day` days after the beginning of `first`, as Plotly reads it."""
        start = datetime(self.first.year, self.first.month, self.first.day)
        try:
            return (start + timedelta(day)).isoformat(timespec="minutes")
        except OverflowError:
            return datetime.max.isoformat(timespec="minutes")


def span(marks: Iterable[Mark], since: date | None, until: date | None) -> tuple[date, date]:
    """First and last day to show: what is asked for, else all that there is, with a little air on both sides.

    >>> [str(day) for day in span([], None, None)]
    ['1999-12-26', '2001-01-06']
    """
    ends = [day for mark in marks for day in (mark.start, mark.end) if day]
    first = since or min(ends, default=until or date(2000, 1, 1))
    last = until or max(ends, default=date(first.year, 12, 31))
    first, last = min(first, last), max(first, last)
    air = timedelta(max((last - first).days // 60, 5))
    return (
        first if since else max(first, date.min + air) - air,
        last if until else min(last, date.max - air) + air,
    )
