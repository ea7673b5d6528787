"""Stretches between two dates, and those that are open at one end."""

from __future__ import annotations

from datetime import date

from timeline.dates import calendar as cal
from timeline.dates.absolute import date_of
from timeline.dates.context import Context
from timeline.dates.reading import Args, Reading, dated
from timeline.errors import EdtfError
from timeline.model import Granularity, TimeValue

SECOND = {
    "month2": "month", "day2": "day", "year2": "year", "year_shift2": "year_shift", "month_turn2": "month_turn",
}  # fmt: skip
YEARS = ("year", "year_shift")
SECOND_YEARS = {"year2", "year_shift2"}


def between(args: Args, context: Context) -> Reading | None:
    """From one date to another; what one of them leaves out, the other lends."""
    own = {key: value for key, value in args.items() if key not in SECOND}
    lent = {key: value for key, value in own.items() if key not in YEARS} if args.keys() & SECOND_YEARS else own
    late = lent | {SECOND[key]: value for key, value in args.items() if key in SECOND}
    return _with_year(args, own, late, context) if late.keys() & YEARS else _without_year(own, late, context)


def _without_year(own: Args, late: Args, context: Context) -> Reading | None:
    """The beginning is found as any date is; the end is the next such date after it."""
    first = date_of(own, context)
    if first.value is None or first.value.start is None:
        return first
    if "weekday2" in late and (end := cal.weekday_after(first.value.start, late["weekday2"], same=False)):
        return _interval(first.value, cal.of_day(end), first.basis)
    last = date_of(late if "month_turn" in late else late | _next_after(first.value.start, late), context)
    return _interval(first.value, last.value, first.basis) if last.value else last


def _next_after(first: date, late: Args) -> Args:
    """The month and year of the next such day or month after the first."""
    month = late.get("month") or (first.month - (late["day"] >= first.day)) % 12 + 1
    return {"month": month, "year": first.year + (month < first.month)}


def _with_year(args: Args, own: Args, late: Args, context: Context) -> Reading | None:
    last = date_of(_century_lent(late, own), context)
    if last.value is None:
        return last
    early = own if args.keys() & SECOND_YEARS else own | _year_of(last.value, own)
    first = date_of(early, context)
    if first.value is None:
        return first
    return _interval(first.value, last.value, last.basis)


def _century_lent(late: Args, own: Args) -> Args:
    """ "2006-07": the second year is short."""
    year, first = late.get("year"), own.get("year")
    if year is not None and first is not None and year < 100 <= first:
        return late | {"year": first // 100 * 100 + year}
    return late


def _year_of(last: TimeValue, own: Args) -> Args:
    """The year of the end, or the one before it where the beginning would come after the end."""
    assert last.start is not None
    month = own.get("month", last.start.month)
    return {"year": last.start.year - (month > last.start.month)}


def _interval(first: TimeValue, last: TimeValue, basis: str) -> Reading | None:
    try:
        value = TimeValue.between(first, last)
    except EdtfError:  # the end comes before the beginning
        return None
    return Reading("DATE", value.timex3, value, basis)


def split_year(args: Args, context: Context) -> Reading | None:
    """ "1948/49": two years on end; "2010/12" may be a month, and is left alone."""
    first, last = args["year"], args["year2"]
    if last not in (first + 1, (first + 1) % 100):
        return None
    early, late = cal.of_year(first), cal.of_year(first + 1)
    return _interval(early, late, "explicit") if early and late else None


def range_end(args: Args, context: Context) -> Reading | None:
    """The "07" of "2006-07", the "7" of "April 6-7" or "6 and 7": only right behind the year or day named last.

    Elsewhere it is none; where it may also be a day alone (`near`), it is that.
    """
    found = _listed(args["count"], context)
    return date_of(args | {"day": args["count"]}, context) if found is None and "near" in args else found


def _listed(number: int, context: Context) -> Reading | None:
    said = context.so_far.reference
    if said is None or said.start is None or context.first < 2:
        return None
    year, month, day = said.start.year, said.start.month, said.start.day
    before = _number_before(context)
    if said.granularity is Granularity.YEAR and before == str(year) and year % 100 < number < 100:
        return dated(cal.of_year(year // 100 * 100 + number), "explicit")
    if said.granularity is Granularity.DAY and before == str(day) and day < number:
        return dated(cal.day(year, month, number), "explicit")
    return None


def _number_before(context: Context) -> str:
    """The piece before the sign that joins; before its suffix, if it has one ("6th and 7th")."""
    at = context.first - 2
    suffixed = at > 0 and context.tokens.symbols[at] in context.grammar.cues("suffix")
    return context.tokens.piece(at - suffixed)
