"""When something happened, and how precisely that is known.

A `TimeValue` is a stretch of whole days: half-open, and open-ended where an end is not known. It
speaks EDTF (ISO 8601-2, levels 0 to 2 as far as news needs them) in and out, and TIMEX3 out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from timeline.errors import EdtfError
from timeline.model.calendar import (
    QUALIFIERS,
    SEASON_NAMES,
    Bounds,
    Point,
    day_after,
    read_point,
    span_of_months,
)


class Granularity(StrEnum):
    """The unit that a value names; from fine to coarse."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A stretch of days: `start` is its first day, `end` the day after its last one.

    Either is None where the stretch is open (`2022/..`), not known (`2022/`), or past year 9999.
    Make one with the class methods; `edtf` is its name, and `from_edtf(v.edtf) == v` always holds.

    >>> july = TimeValue.month(2022, 7)
    >>> str(july.start), str(july.end), july.edtf
    ('2022-07-01', '2022-08-01', '2022-07')
    >>> TimeValue.since(TimeValue.year(2022)).edtf
    '2022/..'
    """

    start: date | None
    end: date | None
    granularity: Granularity
    edtf: str

    @classmethod
    def day(cls, day: date) -> TimeValue:
        """One day."""
        return cls(day, day_after(day), Granularity.DAY, day.isoformat())

    @classmethod
    def week(cls, day: date) -> TimeValue:
        """The week, Monday to Sunday, in which `day` lies.

        >>> TimeValue.week(date(2024, 6, 19)).edtf
        '2024-06-17/2024-06-23'
        """
        monday = day - timedelta(day.weekday())
        sunday = monday + timedelta(6)
        return cls(monday, day_after(sunday), Granularity.WEEK, f"{monday}/{sunday}")

    @classmethod
    def weekend(cls, day: date) -> TimeValue:
        """Saturday and Sunday of the week in which `day` lies."""
        saturday = day + timedelta(5 - day.weekday())
        sunday = saturday + timedelta(1)
        return cls(saturday, day_after(sunday), Granularity.WEEKEND, f"{saturday}/{sunday}")

    @classmethod
    def month(cls, year: int, month: int) -> TimeValue:
        """A calendar month, 1 to 12."""
        start, end = span_of_months(year, month, 1)
        return cls(start, end, Granularity.MONTH, f"{year:04}-{month:02}")

    @classmethod
    def quarter(cls, year: int, quarter: int) -> TimeValue:
        """A quarter, 1 to 4.

        >>> TimeValue.quarter(2024, 2).edtf
        '2024-34'
        """
        start, end = span_of_months(year, 3 * quarter - 2, 3)
        return cls(start, end, Granularity.QUARTER, f"{year:04}-{32 + quarter}")

    @classmethod
    def half(cls, year: int, half: int) -> TimeValue:
        """A half of a year, 1 or 2."""
        start, end = span_of_months(year, 6 * half - 5, 6)
        return cls(start, end, Granularity.HALF, f"{year:04}-{39 + half}")

    @classmethod
    def season(cls, year: int, season: int) -> TimeValue:
        """A season of the northern half: 1 spring (from March), 2 summer, 3 autumn, 4 winter.

        Winter 2024 is December 2024 to February 2025.
        """
        start, end = span_of_months(year, 3 * season, 3)
        return cls(start, end, Granularity.SEASON, f"{year:04}-{20 + season}")

    @classmethod
    def year(cls, year: int) -> TimeValue:
        """A calendar year."""
        start, end = span_of_months(year, 1, 12)
        return cls(start, end, Granularity.YEAR, f"{year:04}")

    @classmethod
    def decade(cls, year: int) -> TimeValue:
        """The decade in which `year` lies: `decade(1970)` is the 1970s.

        >>> TimeValue.decade(1974).edtf
        '197X'
        """
        first = year // 10 * 10
        start, end = span_of_months(max(first, 1), 1, 120)
        return cls(start, end, Granularity.DECADE, f"{first // 10:03}X")

    @classmethod
    def century(cls, year: int) -> TimeValue:
        """The hundred years with the same first two digits: `century(1900)` is the 1900s."""
        first = year // 100 * 100
        start, end = span_of_months(max(first, 1), 1, 1200)
        return cls(start, end, Granularity.CENTURY, f"{first // 100:02}XX")

    @classmethod
    def between(cls, first: TimeValue, last: TimeValue) -> TimeValue:
        """From the beginning of `first` to the end of `last`, both included.

        >>> TimeValue.between(TimeValue.year(1910), TimeValue.year(1945)).edtf
        '1910/1945'
        """
        if first.start and last.end and first.start >= last.end:
            raise EdtfError(f"{first.edtf}/{last.edtf}", expected="an interval whose beginning is not after its end")
        begin, finish = first.edtf.split("/")[0], last.edtf.split("/")[-1]
        return _named(Bounds(first.start, last.end), f"{begin}/{finish}")

    @classmethod
    def since(cls, first: TimeValue) -> TimeValue:
        """From the beginning of `first` on: `2022/..`."""
        return cls(first.start, None, Granularity.INTERVAL, f"{first.edtf.split('/')[0]}/..")

    @classmethod
    def until(cls, last: TimeValue) -> TimeValue:
        """Up to the end of `last`: `../2022-05`."""
        return cls(None, last.end, Granularity.INTERVAL, f"../{last.edtf.split('/')[-1]}")

    @classmethod
    def from_edtf(cls, text: str) -> TimeValue:
        """Reads EDTF; raises EdtfError, which names the text, where it is none.

        >>> TimeValue.from_edtf("1910/1945").end
        datetime.date(1946, 1, 1)
        >>> TimeValue.from_edtf("2022-06-31")
        Traceback (most recent call last):
            ...
        timeline.errors.EdtfError: 2022-06-31: expected an EDTF date such as 2022-07-13, 2022-07, 2022/.. or 1910/1945
        """
        return _read(text.strip())

    def about(self) -> TimeValue:
        """The same, marked as approximate (`~`)."""
        return self._marked("~")

    def doubtful(self) -> TimeValue:
        """The same, marked as uncertain (`?`)."""
        return self._marked("?")

    def _marked(self, mark: str) -> TimeValue:
        ends = [part if part in ("", "..") or part[-1] in QUALIFIERS else part + mark for part in self.edtf.split("/")]
        return replace(self, edtf="/".join(ends))

    @property
    def approximate(self) -> bool:
        """Whether an end is marked `~` or `%`."""
        return any(mark in self.edtf for mark in "~%")

    @property
    def uncertain(self) -> bool:
        """Whether an end is marked `?` or `%`."""
        return any(mark in self.edtf for mark in "?%")

    @property
    def last(self) -> date | None:
        """The last day, inclusive; None where open."""
        return self.end - timedelta(1) if self.end else None

    @property
    def timex3(self) -> str:
        """The TIMEX3 value; TIMEX3 has no intervals, so these come as two values with a slash.

        >>> TimeValue.week(date(2024, 6, 19)).timex3, TimeValue.season(2024, 4).timex3, TimeValue.decade(1970).timex3
        ('2024-W25', '2024-WI', '197')
        """
        plain = self.edtf.translate({ord(mark): None for mark in QUALIFIERS})
        start = self.start
        match self.granularity, start:
            case ((Granularity.WEEK | Granularity.WEEKEND), date()):
                year, week, _ = start.isocalendar()
                return f"{year:04}-W{week:02}" + "-WE" * (self.granularity is Granularity.WEEKEND)
            case _:
                return "/".join(_timex3(part) for part in plain.split("/"))

    def contains(self, other: TimeValue) -> bool:
        """Whether `other` lies wholly inside (open ends reach for ever).

        >>> TimeValue.year(2019).contains(TimeValue.day(date(2019, 4, 25)))
        True
        """
        return _start(self) <= _start(other) and _end(other) <= _end(self)

    def overlaps(self, other: TimeValue) -> bool:
        """Whether the two share a day."""
        return _start(self) < _end(other) and _start(other) < _end(self)

    def __str__(self) -> str:
        return self.edtf


def _start(value: TimeValue) -> date:
    return value.start or date.min


def _end(value: TimeValue) -> date:
    return value.end or date.max


def _timex3(part: str) -> str:
    """One EDTF point in TIMEX3."""
    if "X" in part:
        return part.rstrip("X")
    year, _, code = part.partition("-")
    match int(code) if len(code) == 2 and code.isdigit() else 0:
        case season if season in SEASON_NAMES:
            return f"{year}-{SEASON_NAMES[season]}"
        case quarter if 33 <= quarter <= 36:
            return f"{year}-Q{quarter - 32}"
        case half if half in (40, 41):
            return f"{year}-H{half - 39}"
    return part


@lru_cache(maxsize=4096)
def _read(text: str) -> TimeValue:
    ends = text.split("/")
    if len(ends) > 2 or all(end in ("", "..") for end in ends):
        raise _not_edtf(text)
    points = [None if end in ("", "..") else read_point(end) for end in ends]
    if any(point is None and end not in ("", "..") for point, end in zip(points, ends, strict=True)):
        raise _not_edtf(text)
    first, last = points[0], points[-1]
    if len(ends) == 1 and first:
        return TimeValue(first.start, first.end, Granularity(first.unit), first.name)
    bounds = Bounds(first.start if first else None, last.end if last else None)
    if bounds.start and bounds.end and bounds.start >= bounds.end:
        raise _not_edtf(text)
    return _named(bounds, "/".join(_name(point, end) for point, end in zip(points, ends, strict=True)))


def _name(point: Point | None, end: str) -> str:
    return point.name if point else end


def _named(bounds: Bounds, edtf: str) -> TimeValue:
    """An interval; one that is a calendar week or weekend, to the day, is called so."""
    granularity = Granularity.INTERVAL
    if bounds.start and bounds.end and edtf.count("-") == 4 and "X" not in edtf:
        days, weekday = (bounds.end - bounds.start).days, bounds.start.weekday()
        if (days, weekday) == (7, 0):
            granularity = Granularity.WEEK
        elif (days, weekday) == (2, 5):
            granularity = Granularity.WEEKEND
    return TimeValue(bounds.start, bounds.end, granularity, edtf)


def _not_edtf(text: str) -> EdtfError:
    return EdtfError(text, expected="an EDTF date such as 2022-07-13, 2022-07, 2022/.. or 1910/1945")
