"""Yearly days, and anniversaries, which go back to one."""

from __future__ import annotations

from timeline.dates import calendar as cal
from timeline.dates.absolute import year_of
from timeline.dates.context import Args, Context, Reading, dated
from timeline.dates.direction import Direction, direction


def named_day(args: Args, context: Context) -> Reading | None:
    """A feast; of no year, this year's, unless another is nearer in the way that the tense points."""
    year, _ = year_of(args, context)
    if year is None:
        year = _year_near(args, context)
    value = cal.named_day(args["named_day"], year) if year else None
    if value is None:
        return Reading("DATE", "", None, "named-day")
    part = args.get("part")
    return dated(value, "named-day", f"T{part}" if part else "")


def _year_near(args: Args, context: Context) -> int | None:
    anchor = context.anchor
    if anchor is None:
        return None
    this = cal.named_day(args["named_day"], anchor.year)
    if this is None or this.start is None:
        return anchor.year
    days = (this.start - anchor).days
    turn = args.get("turn")
    if turn is not None:
        return anchor.year + turn if (days > 0) == (turn > 0) or turn == 0 else anchor.year + (turn if not days else 0)
    if days > 120 and direction(context) is not Direction.FUTURE:
        return anchor.year - 1
    return anchor.year + 1 if days < -240 and direction(context) is not Direction.PAST else anchor.year


def anniversary(args: Args, context: Context) -> Reading | None:
    """ "the 79th anniversary of X": the day of this year, if X has one, and the day or year it goes back to."""
    given, _ = year_of(args, context)
    year = given or (context.anchor.year if context.anchor else None)
    if year is None:
        return Reading("DATE", "", None, "named-day")
    name, count = args.get("named_day"), args.get("ordinal")
    value = cal.named_day(name, year) if name else cal.of_year(year)
    base = None
    if count is not None and year - count >= 1:
        base = cal.named_day(name, year - count) if name else cal.of_year(year - count)
    if name is None and count is None:
        return None
    reading = dated(value, "named-day")
    return Reading(reading.timex_type, reading.timex3, value, "named-day", base)
