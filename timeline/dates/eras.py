"""Decades, centuries, and years of other eras."""

from __future__ import annotations

from timeline.dates import calendar as cal
from timeline.dates.absolute import date_of
from timeline.dates.context import Context
from timeline.dates.reading import Args, Reading, dated
from timeline.model import TimeValue
from timeline.model.calendar import SEASON_NAMES


def decade(args: Args, context: Context) -> Reading | None:
    """ "the 1970s", "the '80s", "the nineties": of two digits, those last begun."""
    year = args["year"] // 10 * 10
    if year < 100:
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
    """A year before the first; the calendar of days does not reach there, so it has no value."""
    month, season = args.get("month"), args.get("season")
    part = f"-{month:02}" if month else f"-{SEASON_NAMES[20 + season]}" if season else ""
    return Reading("DATE", f"BC{args['count']:04}{part}", None, "explicit")
