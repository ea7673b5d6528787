"""Decades, centuries, years of other eras, and years cut short."""

from __future__ import annotations

from timeline.dates import calendar as cal
from timeline.dates.context import Args, Context, Reading, dated
from timeline.model import Granularity, TimeValue
from timeline.model.calendar import SEASON_NAMES

LONGEST_PAIR = 30  # years between the two of "1998-07"


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
    """A year of an era that counts from elsewhere (`zero` is the year before its first)."""
    return dated(cal.of_year(args["zero"] + args["count"]), "explicit")


def before_christ(args: Args, context: Context) -> Reading | None:
    """A year before the first; the calendar of days does not reach there, so it has no value."""
    month, season = args.get("month"), args.get("season")
    part = f"-{month:02}" if month else f"-{SEASON_NAMES[20 + season]}" if season else ""
    return Reading("DATE", f"BC{args['count']:04}{part}", None, "explicit")


def short_year(args: Args, context: Context) -> Reading | None:
    """The "07" of "2006-07": only where the year named last stands right before it."""
    said = context.reference
    if said is None or said.granularity is not Granularity.YEAR or said.start is None:
        return None
    first = said.start.year
    year = first // 100 * 100 + args["short"]
    joined = context.first >= 2 and context.tokens.words(context.first - 2, context.first - 1) == (f"{first}",)
    return dated(cal.of_year(year), "explicit") if joined and 0 < year - first < LONGEST_PAIR else None
