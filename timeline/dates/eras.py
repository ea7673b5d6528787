"""Decades, centuries, and years of other eras."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.dates import calendar as cal
from timeline.dates.absolute import date_of, full_year
from timeline.dates.context import Context
from timeline.dates.reading import Args, Reading, dated
from timeline.model import TimeValue

DIGITS = re.compile(r"\d{2,4}")


def decade(args: Args, context: Context) -> Reading | None:
    """ "the 1970s", "the '80s", "the nineties": of two digits, those last begun; in a story, those nearest to it."""
    year = args["year"] // 10 * 10
    if year < 100 and context.story and context.said:
        year = full_year(year, context.said)
    elif year < 100:
        now = context.published.year if context.published else 2000
        year += now // 100 * 100
        year -= 100 * (year > now)
    return dated(cal.within(TimeValue.decade, year), "explicit")


def century(args: Args, context: Context) -> Reading | None:
    """ "the 20th century": the 1900s."""
    number = args["ordinal"]
    return dated(cal.within(TimeValue.century, max(1, 100 * (number - 1))), "explicit") if 1 <= number <= 99 else None


def era_year(args: Args, context: Context) -> Reading | None:
    """A year of an era that counts from elsewhere (`zero` is the year before its first), or a day or month of it."""
    return date_of(args | {"year": args["zero"] + args["count"]}, context)


def before_christ(args: Args, context: Context) -> Reading | None:
    """A date before the first year, in the years that stand for those (see calendar.MIRROR)."""
    if args.get("whole") == "century":
        return _before(TimeValue.century, cal.MIRROR + 1 - 100 * args["ordinal"])
    year = cal.MIRROR - args["count"]
    if args.get("whole") == "decade":
        return _before(TimeValue.decade, year)
    if season := args.get("season"):
        return _before(TimeValue.season, year, season)
    return date_of(args | {"year": year}, context)


def _before(make: Callable[..., TimeValue], year: int, *part: int) -> Reading:
    return dated(cal.within(make, year, *part), "explicit")


def named_before_christ(reading: Reading) -> Reading:
    """As TIMEX3 writes it; the calendar of days does not reach there, so it has no value.

    >>> named_before_christ(Reading("DATE", "9519-08")).timex3, named_before_christ(Reading("DATE", "951")).timex3
    ('BC0480-08', 'BC048')
    """
    head = DIGITS.match(reading.timex3)
    if not head:
        return reading
    length = head.end()
    count = 10**length - 1 - int(head.group())
    if not count and length == len(str(cal.MIRROR)):  # there was no year 0, and counting on into ours is not worth it
        return Reading(reading.timex_type, "", None, reading.basis)
    era = f"BC{count:0{length}}"
    return Reading(reading.timex_type, era + reading.timex3[length:], None, reading.basis)
