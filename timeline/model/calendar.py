"""The calendar behind EDTF: the days that one point of it names."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

QUALIFIERS = "~?%"
SEASON_NAMES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
POINT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)|(?P<year>\d{4})(?:-(?P<part>\d\d|XX)(?:-XX)?)?|(?P<decade>\d{3})X|(?P<century>\d{2})XX"
)


class Bounds(NamedTuple):
    """First day, and the day after the last one; None where open."""

    start: date | None
    end: date | None


class Point(NamedTuple):
    """One end of an interval, or a date alone: its days, its unit, and its name in EDTF."""

    start: date | None
    end: date | None
    unit: str
    name: str


def day_after(day: date) -> date | None:
    """The next day; None after the last one that there is.

    >>> day_after(date(2022, 7, 31))
    datetime.date(2022, 8, 1)
    >>> day_after(date.max) is None
    True
    """
    return day + timedelta(1) if day < date.max else None


def first_of_month(year: int, month: int) -> date | None:
    """The first day of a month, counted on past December; None past year 9999.

    >>> first_of_month(2024, 14)
    datetime.date(2025, 2, 1)
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1) if year <= 9999 else None


def span_of_months(year: int, month: int, count: int) -> Bounds:
    """`count` months from the beginning of a month on."""
    return Bounds(first_of_month(year, month), first_of_month(year, month + count))


def read_point(text: str) -> Point | None:
    """A day, month, season, quarter, half, year, decade or century in EDTF; None if it is none.

    >>> read_point("2024-34").unit, read_point("197X~").name, read_point("2022-06-31")
    ('quarter', '197X~', None)
    """
    bare = text.rstrip(QUALIFIERS)
    mark = text[len(bare) :]
    match = POINT.fullmatch(bare)
    if not match or len(mark) > 1:
        return None
    try:
        point = _point(**match.groupdict())
    except ValueError:  # no such day, or the year 0
        return None
    return point and point._replace(name=point.name + mark)


def _point(
    day: str | None, year: str | None, part: str | None, decade: str | None, century: str | None
) -> Point | None:
    if day:
        first = date.fromisoformat(day)
        return Point(first, day_after(first), "day", day)
    if year:
        return _part_of_year(int(year), part or "XX")
    if decade:
        return Point(*span_of_months(max(int(decade) * 10, 1), 1, 120), "decade", f"{decade}X")
    return Point(*span_of_months(max(int(century or 0) * 100, 1), 1, 1200), "century", f"{century}XX")


def _part_of_year(year: int, code: str) -> Point | None:
    """The codes of ISO 8601-2: 01-12 months, 21-24 seasons, 33-36 quarters, 40 and 41 halves."""
    if not year:
        raise ValueError("a calendar of dates has no year 0")
    if code == "XX":
        return Point(*span_of_months(year, 1, 12), "year", f"{year:04}")
    number, name = int(code), f"{year:04}-{code}"
    if 1 <= number <= 12:
        return Point(*span_of_months(year, number, 1), "month", name)
    if number in SEASON_NAMES:
        return Point(*span_of_months(year, 3 * (number - 20), 3), "season", name)
    if 33 <= number <= 36:
        return Point(*span_of_months(year, 3 * (number - 32) - 2, 3), "quarter", name)
    if number in (40, 41):
        return Point(*span_of_months(year, 6 * (number - 39) - 5, 6), "half", name)
    return None
