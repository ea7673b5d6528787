"""Quarters, halves and seasons, and the period of the year before that business reports go back to."""

from __future__ import annotations

from datetime import date

from timeline.dates import calendar as cal
from timeline.dates.absolute import year_of
from timeline.dates.context import Context
from timeline.dates.direction import Direction, direction
from timeline.dates.discourse import year_in_story
from timeline.dates.reading import Args, Reading, dated
from timeline.model import TimeValue


def quarter(args: Args, context: Context) -> Reading | None:
    """A quarter by its number; without a year, the one nearest to publication."""
    return None if args["quarter"] not in range(1, 5) else _part_of_year(args["quarter"], 3, args, context)


def half(args: Args, context: Context) -> Reading | None:
    """A half of a year by its number."""
    return None if args["half"] not in (1, 2) else _part_of_year(args["half"], 6, args, context)


def _part_of_year(number: int, months: int, args: Args, context: Context) -> Reading:
    make = TimeValue.quarter if months == 3 else TimeValue.half
    year, basis = year_of(args, context)
    if year is None and (anchor := context.anchor):
        ahead = (number - 1) * months + 1 - anchor.month
        year = anchor.year - (ahead > 4 and direction(context) is not Direction.FUTURE)
        basis = "relative"
    return dated(cal.within(make, year, number) if year else None, basis)


def season(args: Args, context: Context) -> Reading | None:
    """A season; without a year, the last or next one, as word or tense say."""
    number, (anchor, turn, basis) = args["season"], context.turning(args)
    year, told = year_of(args, context)
    if year is None and anchor is not None:
        if turn is None and context.story:
            year, basis = year_in_story(3 * number, anchor.year, context.so_far), "discourse"
        else:
            year = _season_year(3 * number, turn, anchor, context)
    return dated(cal.within(TimeValue.season, year, number) if year else None, told or basis)


def _season_year(first: int, turn: int | None, anchor: date, context: Context) -> int:
    """The year in which the season that has `first` as its first month begins."""
    begun = anchor.year - (anchor.month < first)
    running = 12 * (anchor.year - begun) + anchor.month - first < 3
    if turn is None:
        return begun + (not running and direction(context) is Direction.FUTURE)
    if turn == 0:
        return begun if running else anchor.year
    return begun + turn if turn > 0 else begun - running + turn + 1


def period(args: Args, context: Context) -> Reading | None:
    """The quarter that a report is about: the one named last, or `back` years before it, or of the year given.

    Where no quarter was named, "a year earlier" is a year, and "the quarter" the last one that is over.
    """
    named, back = context.so_far.period, args.get("back", 0)
    year = args.get("year")
    if named is not None and named.start is not None:
        number = (named.start.month + 2) // 3
        return dated(cal.within(TimeValue.quarter, (year or named.start.year) - back, number), "discourse")
    if context.anchor is None or year is not None:
        return dated(cal.of_year(year) if year else None, "explicit")
    if back:
        return dated(cal.of_year(context.anchor.year - back))
    over = cal.moved(context.anchor, "quarter", -1)
    return dated(cal.unit_around(over, "quarter") if over else None)


def weekend(args: Args, context: Context) -> Reading | None:
    """The weekend before publication; the coming one where the tense says so."""
    anchor = context.anchor
    if anchor is None:
        return Reading("DATE", "")
    ahead = direction(context) is Direction.FUTURE
    day = anchor if ahead else cal.add_days(anchor, -7 if anchor.isoweekday() < 6 else 0)
    return dated(cal.of_weekend(day) if day else None)
