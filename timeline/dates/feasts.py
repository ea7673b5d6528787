"""Yearly days, and anniversaries, which go back to one."""

from __future__ import annotations

from timeline.dates import calendar as cal
from timeline.dates.absolute import year_of
from timeline.dates.context import Context
from timeline.dates.direction import Direction, direction
from timeline.dates.reading import Args, Reading, dated
from timeline.model import Granularity, TimeValue

FAR_AHEAD, FAR_BEHIND = 120, 240  # days; a feast farther off is rather that of the other year


def named_day(args: Args, context: Context) -> Reading | None:
    """A feast; of no year, this year's, unless another is nearer in the way that the tense points."""
    year, _ = year_of(args, context)
    if year is None:
        year = _year_near(args, context)
    value = _days_on(cal.named_day(args["named_day"], year) if year else None, args.get("days_on", 0))
    if value is None or value.start is None:
        return Reading("DATE", "", None, "named-day")
    if unit := args.get("unit"):
        return dated(cal.unit_around(value.start, unit), "named-day")
    part = args.get("part")
    return dated(value, "named-day", f"T{part}" if part else "")


def event_day(args: Args, context: Context) -> Reading:
    """The day of an event that is called after it; its year needs no telling."""
    return dated(TimeValue.from_edtf(args["event_day"]), "named-day")


def _days_on(value: TimeValue | None, days: int) -> TimeValue | None:
    """The eve of a feast is a day before it; of one that is known to the month only, it has no value."""
    if not days or value is None or value.start is None:
        return value
    moved = cal.add_days(value.start, days) if value.granularity is Granularity.DAY else None
    return cal.of_day(moved) if moved else None


def _year_near(args: Args, context: Context) -> int | None:
    anchor = context.anchor
    this = cal.named_day(args["named_day"], anchor.year) if anchor else None
    if anchor is None or this is None or this.start is None:
        return anchor.year if anchor else None
    days = (this.start - anchor).days
    turn: int | None = args.get("turn")
    if turn is not None:
        return anchor.year + turn * (turn * days <= 0)
    if days > FAR_AHEAD and direction(context) is not Direction.FUTURE:
        return anchor.year - 1
    return anchor.year + (days < -FAR_BEHIND and direction(context) is not Direction.PAST)


def anniversary(args: Args, context: Context) -> Reading | None:
    """ "the 79th anniversary of X": the day of this year, if X has one, and the day or year it goes back to.

    Right behind a day ("On 9 May, the third anniversary of it") it is that day.
    """
    name, count = args.get("named_day"), args["ordinal"]
    given, _ = year_of(args, context)
    year = given or (context.anchor.year if context.anchor else None)
    day = context.beside
    if day and day.start and day.granularity is Granularity.DAY and not name:
        back = cal.add_months(day.start, -12 * count)
        return Reading("DATE", day.timex3, day, "discourse", cal.of_day(back) if back else None)
    if year is None:
        return Reading("DATE", "", None, "named-day")
    value, base = (cal.named_day(name, each) if name else cal.of_year(each) for each in (year, year - count))
    return Reading("DATE", value.timex3 if value else "", value, "named-day", base)
