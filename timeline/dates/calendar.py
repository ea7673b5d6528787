"""Calendar arithmetic: months, weekdays, quarters, moving feasts, and values moved along by a unit."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from timeline.model import TimeValue

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
LAST_MONDAY = date(9999, 12, 20)
# The year N before Christ is reckoned as MIRROR - N, so that all that is told from it ("the next spring") can be
# reckoned as ever, and decades and centuries begin where they should.
MIRROR = 9999
OLDEST = 5000
DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


@lru_cache(maxsize=8192)
def day(year: int, month: int, number: int) -> TimeValue | None:
    """The day, or None if there is none such (31 June)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return of_day(date(year, month, number))


@lru_cache(maxsize=8192)
def of_day(when: date) -> TimeValue:
    """The value of a day; made once."""
    return TimeValue.day(when)


@lru_cache(maxsize=8192)
def of_month(year: int, month: int) -> TimeValue | None:
    """The value of a month, counted on past December; None outside of the calendar."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return TimeValue.month(year, month) if 1 <= year <= 9999 else None


def of_year(year: int) -> TimeValue | None:
    """The value of a year; None outside of the calendar."""
    return within(TimeValue.year, year)


def within(make: Callable[..., TimeValue], year: int, *part: int) -> TimeValue | None:
    """What `make` makes of a year; None outside of the calendar.

    >>> within(TimeValue.quarter, 2024, 2).edtf, within(TimeValue.season, 0, 4)
    ('2024-34', None)
    """
    return _made(make, year, *part) if 1 <= year <= 9999 else None


@lru_cache(maxsize=8192)
def _made(make: Callable[..., TimeValue], year: int, *part: int) -> TimeValue:
    return make(year, *part)


def stands_before_christ(when: date) -> bool:
    """Whether a day that was reckoned from a year before Christ stands for one before Christ."""
    return when.year >= MIRROR - OLDEST


def of_week(when: date) -> TimeValue | None:
    """The week in which a day lies; None for the week that the calendar cuts off."""
    return TimeValue.week(when) if when <= LAST_MONDAY else None


def of_weekend(when: date) -> TimeValue | None:
    """The weekend of that week."""
    return TimeValue.weekend(when) if when <= LAST_MONDAY else None


def add_days(start: date, count: int) -> date | None:
    """None outside of the calendar."""
    number = start.toordinal() + count
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def add_months(start: date, count: int) -> date | None:
    """The same day so many months on, or the last day of that month.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    index = start.year * 12 + start.month - 1 + count
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def moved(start: date, unit: str, count: int) -> date | None:
    """`count` units on from a day; back if it is negative."""
    if unit in MONTHS:
        return add_months(start, MONTHS[unit] * count)
    return add_days(start, DAYS[unit] * count) if unit in DAYS else start


def unit_around(when: date, unit: str) -> TimeValue | None:
    """The day, week, month ... in which a day lies; None for a unit shorter than a day.

    >>> unit_around(date(2024, 6, 19), "quarter").edtf
    '2024-34'
    """
    make = AROUND.get(unit)
    return make(when) if make else None


AROUND: Mapping[str, Callable[[date], TimeValue | None]] = {
    "day": of_day,
    "week": of_week,
    "fortnight": of_week,
    "weekend": of_weekend,
    "month": lambda when: of_month(when.year, when.month),
    "quarter": lambda when: within(TimeValue.quarter, when.year, (when.month + 2) // 3),
    "half": lambda when: within(TimeValue.half, when.year, 1 + when.month // 7),
    "year": lambda when: of_year(when.year),
    "decade": lambda when: within(TimeValue.decade, when.year),
    "century": lambda when: within(TimeValue.century, when.year),
}


def weekday_before(start: date, weekday: int, *, same: bool) -> date | None:
    """The latest such weekday (1 Monday ... 7) before a day; that day itself counts if `same`.

    >>> weekday_before(date(2022, 8, 15), 1, same=True)
    datetime.date(2022, 8, 15)
    """
    back = (start.isoweekday() - weekday) % 7
    return add_days(start, -(back or (0 if same else 7)))


def weekday_after(start: date, weekday: int, *, same: bool) -> date | None:
    """The next such weekday after a day."""
    ahead = (weekday - start.isoweekday()) % 7
    return add_days(start, ahead or (0 if same else 7))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; the last one for -1.

    >>> nth_weekday(2023, 11, 4, 4)
    datetime.date(2023, 11, 23)
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian rule of 1876).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def named_day(name: str, year: int) -> TimeValue | None:
    """A yearly day as the data write it: "08-15", "11:4:4" (the fourth Thursday of November), "easter-2".

    A bare month ("09") is a feast that is known to the month only.
    """
    if not 1583 <= year <= 9999:
        return None
    if name.startswith("easter"):
        shifted = add_days(easter(year), int(name.removeprefix("easter") or 0))
        return of_day(shifted) if shifted else None
    if ":" in name:
        month, weekday, nth = map(int, name.split(":"))
        return of_day(nth_weekday(year, month, weekday, nth))
    first, _, second = name.partition("-")
    return day(year, int(first), int(second)) if second else of_month(year, int(first))
