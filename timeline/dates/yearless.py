"""Weekdays, and months and days without a year: which of them is meant."""

from __future__ import annotations

from datetime import date

from timeline.dates import calendar as cal
from timeline.dates.context import Context
from timeline.dates.direction import Direction, direction
from timeline.dates.discourse import year_in_story
from timeline.dates.reading import Args, Reading, dated
from timeline.model import Granularity, TimeValue

# How many months back a month without a year may lie, before the next one is likelier.
FAR = {Direction.PAST: 9.0, Direction.OPEN: 7.0, Direction.FUTURE: 2.5}
OPENING = 12.0  # where the tense is sure: "In January they left"
# A bare day is one of the month of publication, or next to it. The share of the way from the one behind to the one
# ahead below which that ahead is meant: where the one behind lies in the month before, and where in the same month.
LONG_AGO = 2  # years
LATELY = 2  # days back, on which reports of the day tell what was said
NEAR = {Direction.PAST: (0.2, 0.0), Direction.OPEN: (0.5, 0.0), Direction.FUTURE: (0.85, 0.4)}


def undated(month: int, number: int | None, args: Args, context: Context) -> Reading:
    """A month, or a day of one, without a year."""
    if number is not None and cal.day(2000, month, number) is None:  # no year has it; 2000 had 29 February
        return Reading("DATE", "", None, "explicit")
    anchor, turn, basis = context.turning(args)
    if anchor is None:
        return Reading("DATE", f"XXXX-{month:02}" + (f"-{number:02}" if number else ""))
    if turn is not None:
        return dated(_in_year(_year_by_turn(turn, month, number, anchor), month, number), basis)
    if context.story:
        return dated(_in_year(year_in_story(month, anchor.year, context.so_far), month, number), "discourse")
    return dated(_in_year(_year_by_tense(month, number, anchor, context), month, number))


def _in_year(year: int, month: int, number: int | None) -> TimeValue | None:
    """29 February is that of the leap year before, in a year that has none."""
    if number is None:
        return cal.of_month(year, month)
    return cal.day(year, month, number) or cal.day(year // 4 * 4, month, number)


def _year_by_turn(turn: int, month: int, number: int | None, anchor: date) -> int:
    """ "last June": the latest that is over; "next June": the next to begin; "this June": this year's."""
    here, there = (anchor.month, anchor.day if number else 0), (month, number or 0)
    if turn < 0:
        return anchor.year - (there >= here)
    return anchor.year + (there <= here) if turn else anchor.year


def _year_by_tense(month: int, number: int | None, anchor: date, context: Context) -> int:
    """The latest one, unless it lies farther back than the tense allows; "since" allows any."""
    if (month, number or anchor.day) == (anchor.month, anchor.day):
        return anchor.year
    if (said := _carried(context, anchor)) and (month, number or 31) >= (said.month, said.day):
        return said.year
    behind = _year_by_turn(-1, month, number, anchor)
    if context.is_since:
        return behind
    back = (anchor.year - behind) * 12 + anchor.month - month + (anchor.day - (number or 15)) / 31
    tense = direction(context)
    sure = tense is Direction.PAST and context.opens_sentence
    return behind + (back > (OPENING if sure else FAR[tense]))


def _carried(context: Context, anchor: date) -> date | None:
    """A day or month of another time that was named before, in a language in which what follows stays there.

    Within the sentence it stays; beyond it, where that time is long ago and the tense is past.
    """
    if not context.grammar.settings.get("dates-carry"):
        return None
    tense = direction(context)
    if tense is Direction.FUTURE:
        return None
    said = context.said_near if tense is Direction.PAST else context.said_in_sentence
    if said is None or said.start is None or said.granularity not in (Granularity.DAY, Granularity.MONTH):
        return None
    elsewhere = (said.start.year, said.start.month) != (anchor.year, anchor.month)
    long_ago = said.start.year <= anchor.year - LONG_AGO
    return said.start if elsewhere and (long_ago or context.said_in_sentence) else None


def of_day_alone(number: int, args: Args, context: Context) -> Reading:
    """A day of no month: by `turn` the latest one or the next; else the nearer of the two, as the tense leans."""
    anchor, turn = context.anchor, args.get("turn")
    if anchor is None:
        return Reading("DATE", f"XXXX-XX-{number:02}")
    if context.story or number == anchor.day:
        return dated(cal.day(anchor.year, anchor.month, number), "discourse" if context.story else "relative")
    behind, ahead = (_such_day(number, anchor, step) for step in (-1, 1))
    if turn is None and behind and ahead:
        said = _carried(context, anchor)
        if said and number > said.day and (anchor - behind).days > LATELY:
            return dated(cal.day(said.year, said.month, number), "discourse")
        far = (ahead - anchor).days / (ahead - behind).days
        turn = 1 if far < NEAR[direction(context)][behind.month == anchor.month] else -1
    found = ahead if turn == 1 else behind
    return dated(cal.of_day(found) if found else None)


def _such_day(number: int, anchor: date, step: int) -> date | None:
    """The nearest day of that number before or after another day."""
    for months in range(3):  # of three months on end one has 31 days
        month = cal.add_months(anchor, step * months)
        found = cal.day(month.year, month.month, number) if month else None
        if found and found.start and (found.start - anchor).days * step > 0:
            return found.start
    return None


def of_weekday(args: Args, context: Context) -> Reading:
    """A weekday: that of publication itself, of the past, or the next one if the tense says so."""
    weekday, anchor = args["weekday"], context.anchor
    if anchor is None:
        return Reading("DATE", f"XXXX-WXX-{weekday}", None, "weekday")
    week = args.get("week_shift", 0 if args.get("turn") == 0 else None)
    if week is not None:
        found = cal.add_days(anchor, weekday - anchor.isoweekday() + 7 * week)
    elif turn := args.get("turn_said") or args.get("turn"):
        step = cal.weekday_before if turn < 0 else cal.weekday_after
        found = step((context.said_day or anchor) if "turn_said" in args else anchor, weekday, same=False)
    else:
        ahead = weekday != anchor.isoweekday() and direction(context) is Direction.FUTURE
        found = (cal.weekday_after if ahead else cal.weekday_before)(anchor, weekday, same=True)
    basis = "weekday" if context.published else "discourse"  # a story hangs it on the date named last
    return dated(cal.of_day(found) if found else None, basis)
