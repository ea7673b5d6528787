"""What is told from another day: last week, three days ago, the following year, that evening."""

from __future__ import annotations

from datetime import date

from timeline.dates import calendar as cal
from timeline.dates.context import Context
from timeline.dates.direction import Direction, direction
from timeline.dates.quantities import CLOCK, length
from timeline.dates.reading import Args, Reading, dated
from timeline.model import Granularity, TimeValue

LONG = ("decade", "century")  # what lies so many of them back is known to the year
FARTHEST = 99999  # units; farther off lies no date


def unit(args: Args, context: Context) -> Reading | None:
    """A unit of the calendar, `turn` steps from the day of publication, or from the date named before."""
    name, said = args["unit"], args.get("turn_said")
    if name in CLOCK:
        return None
    if args.get("from") == "event" and context.beside:
        return dated(context.beside, "discourse")
    if said is None:
        origin, turn, basis = context.anchor, args.get("turn", 0), "relative"
    else:
        origin, turn, basis = context.said_day if name == "day" else context.said, said, "discourse"
    origin = cal.add_days(origin, -args.get("lag", 0)) if origin else None
    start = cal.moved(origin, name, turn) if origin else None
    if name == "day" and start is None:
        return _some_day(_part(args), context)
    return dated(cal.unit_around(start, name) if start else None, basis, _part(args))


def _some_day(part: str, context: Context) -> Reading:
    """A day that is not known, or known to the month that was named last."""
    said, kind = context.so_far.reference, "TIME" if part else "DATE"
    if context.story and said and said.granularity is Granularity.MONTH:
        return Reading(kind, f"{said.timex3}-XX{part}", said, "discourse")
    return Reading(kind, f"XXXX-XX-XX{part}", None, "discourse")


def _part(args: Args) -> str:
    part = args.get("part")
    return f"T{part}" if part else ""


def same_day(args: Args, context: Context) -> Reading | None:
    """ "that evening", "the same day": the day named last."""
    said = context.said_day
    return dated(cal.of_day(said), "discourse", _part(args)) if said else _some_day(_part(args), context)


def beside(args: Args, context: Context) -> Reading | None:
    """ "the fifth day of the siege": right behind a date it is that date; elsewhere it is `to`."""
    found = context.beside
    return dated(found, "discourse") if found else Reading("DATE", args["to"], None, "discourse")


def offset(args: Args, context: Context) -> Reading | None:
    """So many units before (`sign` -1) or after the day of publication, or the date named last (`from` said).

    `from` event: what follows is no date but what happened, most likely on the date named last. Right behind a date
    ("On 9 May, two days after they came") it is said of that date; elsewhere it is a guess, and marked as one.
    `from` tense: the date named last where the past is told. So many of a unit that the language counts `to_the_day`
    end on a day, about.
    """
    name, sign = args["unit"], args["sign"]
    if args.get("from") == "event" and context.beside:
        return dated(context.beside, "discourse")
    if args.get("vague") is not None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    count = args.get("number", 1)
    discourse = _from_said(args, context)
    if name in CLOCK and discourse:
        return Reading("DURATION", length(name, count))
    near = context.said_day if name == "day" else context.said
    origin = near if discourse else context.anchor
    basis = "discourse" if discourse else "relative"
    if origin is None:
        return Reading("DATE", "", None, basis)
    found = _days_away(origin, name, sign * count) if args.get("to_the_day") == name else None
    value = found or away(origin, name, sign * count)
    return dated(value.doubtful() if value and args.get("from") == "event" else value, basis)


def _from_said(args: Args, context: Context) -> bool:
    return "from" in args and (args["from"] != "tense" or direction(context) is Direction.PAST)


def _days_away(origin: date, name: str, count: float) -> TimeValue | None:
    moved = cal.moved(origin, name, int(count)) if count == int(count) and abs(count) <= FARTHEST else None
    return cal.of_day(moved).about() if moved else None


def weekday_offset(args: Args, context: Context) -> Reading | None:
    """ "two Tuesdays ago", "three Fridays from now"."""
    anchor, number = context.anchor, args["number"]
    if anchor is None or number != int(number) or number > FARTHEST:
        return Reading("DATE", "", None, "weekday")
    step = cal.weekday_before if args["sign"] < 0 else cal.weekday_after
    nearest = step(anchor, args["weekday"], same=args.get("same", False))
    found = cal.add_days(nearest, args["sign"] * 7 * (int(number) - 1)) if nearest else None
    return dated(cal.of_day(found) if found else None, "weekday")


def away(origin: date, name: str, count: float) -> TimeValue | None:
    """As precise as the unit: "two years ago" is a year, "two weeks ago" a week."""
    if name in CLOCK:
        hours = count * {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[name]
        moved = cal.add_days(origin, int(hours / 24))
        return cal.of_day(moved) if moved else None
    if count != int(count) and name in cal.MONTHS:
        count *= cal.MONTHS[name]
        name, count = ("year", count / 12) if name in LONG else ("month", count)
    if abs(count) > FARTHEST:
        return None
    moved = cal.moved(origin, name, int(count))
    coarse = "year" if name in LONG else name
    return cal.unit_around(moved, coarse) if moved else None
