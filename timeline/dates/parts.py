"""Parts of a month or year that are told by their number: "the last week of May", "the second Sunday of May"."""

from __future__ import annotations

from datetime import date

from timeline.dates import calendar as cal
from timeline.dates.absolute import date_of
from timeline.dates.context import Context
from timeline.dates.reading import Args, Reading, dated
from timeline.model import TimeValue

WHOLE = ("month", "year", "year_shift")
MIDDLE = 15  # the last day of the first half of a month


def part_of(args: Args, context: Context) -> Reading | None:
    """The `nth` weekday, or `inner` unit, or half, of a month or year; -1 is the last. No value if it has none such."""
    whole = date_of({key: value for key, value in args.items() if key in WHOLE}, context)
    if whole.value is None or whole.value.start is None or whole.value.last is None:
        return Reading("DATE", "", None, whole.basis)
    first, last, nth = whole.value.start, whole.value.last, args["nth"]
    found = _inner(first, last, nth, args)
    inside = found is not None and found.overlaps(whole.value)
    return dated(found if inside else None, whole.basis)


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
