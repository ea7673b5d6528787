"""Dates that the calendar names: years, months, days and weekdays, in any mixture."""

from __future__ import annotations

from datetime import date

from timeline.dates import calendar as cal
from timeline.dates.context import Context
from timeline.dates.reading import Args, Reading, dated
from timeline.dates.yearless import of_day_alone, of_weekday, undated

NEARBY = {"near", "turn"}


def date_of(args: Args, context: Context) -> Reading:
    """A year, month, day or weekday; what the words leave out comes from the context."""
    reading = _date(args, context)
    part = args.get("part")
    if part and reading.value:
        return dated(reading.value, reading.basis, f"T{part}")
    return reading


def _date(args: Args, context: Context) -> Reading:
    year, basis = year_of(args, context)
    month, number = args.get("month"), args.get("day")
    if month is None and number is not None and args.keys() & NEARBY and "month_turn" not in args:
        return of_day_alone(number, args, context)
    if month is None and number is not None:
        return _bare_day(number, args.get("month_turn"), context)
    if month is None and "weekday" in args:
        return of_weekday(args, context)
    if month is None:
        return dated(cal.of_year(year), basis) if year else Reading("DATE", "")
    if year is None:
        return undated(month, number, args, context)
    return dated(cal.day(year, month, number) if number else cal.of_month(year, month), basis)


def year_of(args: Args, context: Context) -> tuple[int | None, str]:
    """The year that the words give, and what it rests on. That of an era (`zero`) is never short for another."""
    if (year := args.get("year")) is not None:
        return (year if "zero" in args else full_year(year, context.published)), "explicit"
    shift = args.get("year_shift")
    if shift is not None and context.published:
        return context.published.year + shift, "relative"
    if "same_year" in args and context.said:
        return context.said.year + args["same_year"], "discourse"
    return None, ""


def full_year(year: int, published: date | None) -> int:
    """Two digits stand for the year nearest to publication that ends so.

    >>> full_year(98, date(2024, 6, 19)), full_year(30, date(2024, 6, 19)), full_year(476, None)
    (1998, 2030, 476)
    """
    if year >= 100:
        return year
    now = published.year if published else 2000
    century = now // 100 * 100
    return min((century + year, century - 100 + year, century + 100 + year), key=lambda each: abs(each - now))


def _bare_day(number: int, turn: int | None, context: Context) -> Reading:
    """A day of the month that was named last, or of the one `turn` months after that of publication."""
    origin, basis = (context.said, "discourse") if turn is None else (context.anchor, "relative")
    month = cal.add_months(origin, turn or 0) if origin else None
    return dated(cal.day(month.year, month.month, number) if month else None, basis)
