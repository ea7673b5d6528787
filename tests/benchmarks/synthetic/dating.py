"""How a newspaper tells a day: by its weekday, by how long ago it is, by the month alone, in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def tell_day(day: date, published: date, draw: Callable[[], float]) -> str:
    """Words that name the day, or the month or year in which it lies, for a reader of the day of publication."""
    ways = _ways(day, published, (published - day).days)
    return ways[int(draw() * len(ways))]


def _ways(day: date, published: date, ago: int) -> tuple[str, ...]:
    if ago < 0:
        return _ahead(day, published, -ago)
    if ago < 7:
        return _of_this_week(day, ago)
    return _of_these_weeks(day, published, ago) if ago < 41 else _long_past(day, published, ago)


def _of_this_week(day: date, ago: int) -> tuple[str, ...]:
    weekday, short = _weekday(day), _short(day)
    if ago > 1:
        return (f"on {weekday}", f"last {weekday}", f"{_count(ago)} days ago", f"on {short}", f"on {weekday}, {short}")
    near = ("yesterday", f"on {short}", f"on {weekday} evening")
    if ago == 0:
        near = ("today", f"on {weekday}, {short}", f"earlier on {weekday}")
    return (f"on {weekday}", f"on {weekday}", *near)


def _of_these_weeks(day: date, published: date, ago: int) -> tuple[str, ...]:
    same = (day.year, day.month) == (published.year, published.month)
    month = "earlier this month" if same else "last month"
    weeks = f"{_count(ago // 7)} weeks ago" if ago >= 14 else "last week"
    short = _short(day)
    return (f"on {short}", month, weeks, f"on {day.day} {MONTHS[day.month - 1]}", f"on {short}, {day.year}")


def _long_past(day: date, published: date, ago: int) -> tuple[str, ...]:
    month, full = MONTHS[day.month - 1], f"on {_short(day)}, {day.year}"
    if ago < 300:
        return (f"in {month}", f"in {month}", f"in {month} {day.year}", full, f"on {_short(day)}")
    years = published.year - day.year
    past = "last year" if years == 1 else f"{_count(years)} years ago" if years > 1 else f"in {month}"
    return (f"in {month} {day.year}", full, past, f"in {day.year}", f"on {day.day} {month} {day.year}")


def _ahead(day: date, published: date, away: int) -> tuple[str, ...]:
    weekday, short = _weekday(day), _short(day)
    if away < 7:
        return (f"on {weekday}", f"on {weekday}", "tomorrow" if away == 1 else f"on {short}", f"next {weekday}")
    if (day.year, day.month) == (published.year, published.month):
        return (f"on {short}", "later this month")
    return (f"on {short}", "next month" if away < 31 else f"in {short.split()[0]}")


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def _short(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}"


def _count(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
