"""Dates that the calendar names: years, months, days, weekdays, clock times, decades and centuries."""

from __future__ import annotations

from datetime import date

from timeline.dates import calendar as cal
from timeline.dates.context import Args, Context, Reading, dated
from timeline.dates.direction import Direction, direction
from timeline.dates.discourse import year_in_story
from timeline.model import Granularity, TimeValue
from timeline.model.calendar import SEASON_NAMES


def date_of(args: Args, context: Context) -> Reading:
    """A year, month, day or weekday, in any mixture: what the words leave out comes from the context."""
    reading = _date(args, context)
    part = args.get("part")
    if part and reading.value:
        return dated(reading.value, reading.basis, f"T{part}")
    return reading


def _date(args: Args, context: Context) -> Reading:
    year, basis = year_of(args, context)
    month, number, weekday = args.get("month"), args.get("day"), args.get("weekday")
    if month is None and number is None and weekday is not None:
        return _weekday(weekday, args, context)
    if month is None and number is not None:
        return _bare_day(number, args.get("month_turn"), context)
    if month is None:
        return dated(cal.of_year(year), basis) if year else Reading("DATE", "")
    if year is None:
        return undated(month, number, args, context)
    return dated(cal.day(year, month, number) if number else cal.of_month(year, month), basis)


def year_of(args: Args, context: Context) -> tuple[int | None, str]:
    """The year that the words give, and what it rests on."""
    if (year := args.get("year")) is not None:
        return _full_year(year, args, context), "explicit"
    shift = args.get("year_shift")
    if shift is not None and context.published:
        return context.published.year + shift, "relative"
    if args.get("same_year") is not None and context.said:
        return context.said.year, "discourse"
    return None, ""


def _full_year(year: int, args: Args, context: Context) -> int:
    """Two digits stand for the year nearest to the publication that ends so."""
    if year >= 100 or args.get("full_year"):
        return year
    century = (context.published or date(2000, 1, 1)).year // 100 * 100
    return century + year if century + year <= century + 50 or year < 50 else century - 100 + year


def undated(month: int, number: int | None, args: Args, context: Context) -> Reading:
    """A month, or a day of one, without a year."""
    if number is not None and cal.day(2000, month, number) is None:
        return Reading("DATE", "", None, "explicit")
    anchor = context.anchor
    if anchor is None:
        return Reading("DATE", _open(month, number))
    turn = args.get("turn")
    if turn is None and context.story:
        return dated(_in_year(year_in_story(month, anchor.year, context.lines), month, number), "discourse")
    year = _year_by_turn(turn, month, number, anchor) if turn is not None else _year_by_tense(month, number, context)
    return dated(_in_year(year, month, number))


def _open(month: int, number: int | None) -> str:
    return f"XXXX-{month:02}" + (f"-{number:02}" if number else "")


def _in_year(year: int, month: int, number: int | None) -> TimeValue | None:
    return cal.day(year, month, number) if number else cal.of_month(year, month)


def _year_by_turn(turn: int, month: int, number: int | None, anchor: date) -> int:
    """ "last June": the latest that is over; "next June": the next to begin; "this June": this year's."""
    here, there = (anchor.month, anchor.day if number else 0), (month, number or 0)
    if turn < 0:
        return anchor.year - (there >= here)
    return anchor.year + (there <= here) if turn else anchor.year


def _year_by_tense(month: int, number: int | None, context: Context) -> int:
    """The tense decides; where it is silent, or would send one back most of a year, the nearest."""
    anchor = context.anchor
    assert anchor is not None
    behind = _year_by_turn(-1, month, number, anchor)
    if (month, number or anchor.day) == (anchor.month, anchor.day):
        return anchor.year
    if number is None and month == anchor.month:
        return anchor.year
    back = (anchor.year - behind) * 12 + anchor.month - month + (anchor.day - (number or 15)) / 31
    cue = direction(context)
    if cue is Direction.FUTURE:
        return behind + 1 if back > 1.5 else behind
    limit = 9 if cue is Direction.PAST else 7
    return behind if back <= limit else behind + 1


def _weekday(weekday: int, args: Args, context: Context) -> Reading:
    anchor = context.anchor
    if anchor is None:
        return Reading("DATE", f"XXXX-WXX-{weekday}", None, "weekday")
    turn, said = args.get("turn"), args.get("turn_said")
    if said:
        step = cal.weekday_before if said < 0 else cal.weekday_after
        found = step(context.said_day or anchor, weekday, same=False)
    elif turn == 0:
        found = cal.add_days(anchor, weekday - anchor.isoweekday())
    elif turn is not None:
        step = cal.weekday_before if turn < 0 else cal.weekday_after
        found = step(anchor, weekday, same=False)
    elif weekday != anchor.isoweekday() and direction(context) is Direction.FUTURE:
        found = cal.weekday_after(anchor, weekday, same=True)
    else:
        found = cal.weekday_before(anchor, weekday, same=True)
    week = args.get("week_shift")
    if week is not None:
        found = cal.add_days(anchor, weekday - anchor.isoweekday() + 7 * week)
    return dated(cal.of_day(found) if found else None, "weekday")


def _bare_day(number: int, turn: int | None, context: Context) -> Reading:
    """A day of the month that was named last, or of the one so many after that of publication."""
    origin = context.said if turn is None else context.anchor
    month = cal.add_months(origin, turn or 0) if origin else None
    return dated(
        cal.day(month.year, month.month, number) if month else None, "discourse" if turn is None else "relative"
    )


def clock(args: Args, context: Context) -> Reading | None:
    """A time of day; its value is the day on which it falls."""
    hour, minute = args.get("hour", 0), args.get("minute", 0)
    if (half := args.get("half_of_day")) is not None:
        hour = hour % 12 + half
    time = args.get("clock_word") or f"{hour:02}:{minute:02}"
    has_date = any(key in args for key in ("month", "day", "weekday", "day_word"))
    if "day_word" in args:
        reading = _shifted(args["day_word"], context)
    elif has_date:
        reading = _date(args, context)
    else:
        said = context.said_day
        reading = dated(cal.of_day(said) if said else None, "discourse")
    if reading.value is None:
        return Reading("TIME", f"XXXX-XX-XXT{time}", None, reading.basis)
    return Reading("TIME", f"{reading.value.timex3}T{time}", reading.value, reading.basis)


def _shifted(days: int, context: Context) -> Reading:
    found = cal.add_days(context.published, days) if context.published else None
    return dated(cal.of_day(found) if found else None)


def decade(args: Args, context: Context) -> Reading | None:
    """ "the 1970s", "the '80s", "the nineties": of two digits, those last begun."""
    year = args["year"]
    if year < 100:
        now = (context.published or date(2000, 1, 1)).year
        year += now // 100 * 100 - (100 if now // 100 * 100 + year > now else 0)
    return dated(cal.within(TimeValue.decade, year), "explicit")


def century(args: Args, context: Context) -> Reading | None:
    """ "the 20th century": the 1900s."""
    number = args["ordinal"]
    return dated(cal.within(TimeValue.century, max(1, 100 * (number - 1))), "explicit") if 1 <= number <= 99 else None


def era_year(args: Args, context: Context) -> Reading | None:
    """A year of an era that counts from elsewhere (`zero` is the year before its first)."""
    return dated(cal.of_year(args["zero"] + args["count"]), "explicit")


def before_christ(args: Args, context: Context) -> Reading | None:
    """A year before the first; the calendar of days does not reach there, so it has no value."""
    month, season = args.get("month"), args.get("season")
    part = f"-{month:02}" if month else f"-{SEASON_NAMES[20 + season]}" if season else ""
    return Reading("DATE", f"BC{args['count']:04}{part}", None, "explicit")


def short_year(args: Args, context: Context) -> Reading | None:
    """The "07" of "2006-07": only where it is near after the year named just before."""
    said = context.reference
    if said is None or said.granularity is not Granularity.YEAR or said.start is None:
        return None
    year = said.start.year // 100 * 100 + args["short"]
    after = context.first >= 2 and context.tokens.words(context.first - 2, context.first - 1) == (f"{said.start.year}",)
    return dated(cal.of_year(year), "explicit") if after and 0 < year - said.start.year < 30 else None
