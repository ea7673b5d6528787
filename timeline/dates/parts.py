"""Parts of a month or year that are told by their number: "the last week of May", "the second Sunday of May"."""

from __future__ import annotations

from datetime import date

from timeline.dates import calendar as cal
from timeline.dates.absolute import date_of
from timeline.dates.context import Context
from timeline.dates.quantities import CLOCK, length
from timeline.dates.reading import Args, Reading, dated
from timeline.model import TimeValue

WHOLE = ("month", "year", "year_shift")
MIDDLE = 15  # the last day of the first half of a month


def part_of(args: Args, context: Context) -> Reading | None:
    """The `nth` weekday, or `inner` unit, or half, of a month or year; -1 is the last. No value if it has none such."""
    whole = _whole(args, context)
    if whole.value is None or whole.value.start is None or whole.value.last is None:
        return Reading("DATE", "", None, whole.basis)
    first, last, nth = whole.value.start, whole.value.last, args["nth"]
    found = _inner(first, last, nth, args)
    inside = found is not None and found.overlaps(whole.value)
    return dated(found if inside else None, whole.basis)


def _whole(args: Args, context: Context) -> Reading:
    return date_of({key: value for key, value in args.items() if key in WHOLE}, context)


def stretch_of(args: Args, context: Context) -> Reading:
    """The first (`nth` 1) or last (-1) so many units of a month or year: how long, and from when to when."""
    whole, name, number = _whole(args, context), args["unit"], args["number"]
    found = None
    if whole.value and number == int(number) and name not in CLOCK:
        found = _stretch(whole.value, name, int(number), args["nth"])
    return Reading("DURATION", length(name, number), found, whole.basis)


def _stretch(whole: TimeValue, name: str, count: int, nth: int) -> TimeValue | None:
    """None where it would be longer than the whole."""
    if whole.start is None or whole.end is None:
        return None
    edge = cal.moved(whole.start if nth > 0 else whole.end, name, nth * count)
    first, end = (whole.start, edge) if nth > 0 else (edge, whole.end)
    last = cal.add_days(end, -1) if end else None
    if first is None or last is None or not whole.start <= first <= last < whole.end:
        return None
    grain = "month" if name in cal.MONTHS else "day"
    ends = [cal.unit_around(each, grain) for each in (first, last)]
    return TimeValue.between(*[each for each in ends if each])


def _inner(first: date, last: date, nth: int, args: Args) -> TimeValue | None:
    if weekday := args.get("weekday"):
        return cal.of_day(cal.nth_weekday(first.year, first.month, weekday, nth))
    unit: str | None = args.get("inner")
    return _unit(first, last, unit, nth) if unit else _half(first, last, nth)


def _unit(first: date, last: date, unit: str, nth: int) -> TimeValue | None:
    """A week counts from the one in which the month or year begins."""
    day = last if nth < 0 else cal.moved(first, unit, nth - 1)
    return cal.unit_around(day, unit) if day else None


def _half(first: date, last: date, nth: int) -> TimeValue | None:
    if nth not in (1, 2, -1):
        return None
    begin, end = (first, first.replace(day=MIDDLE)) if nth == 1 else (first.replace(day=MIDDLE + 1), last)
    return TimeValue.between(cal.of_day(begin), cal.of_day(end))
