"""Dates that are counted from another date that is told with them: "two days after 9 May", "the day before Easter"."""

from __future__ import annotations

from timeline.dates import feasts, relative
from timeline.dates.absolute import date_of
from timeline.dates.context import Context
from timeline.dates.quantities import LETTERS
from timeline.dates.reading import Args, Reading, dated
from timeline.model import Granularity

COUNTED = ("unit", "number", "sign")
FINER = tuple(Granularity)  # from fine to coarse


def offset_from_date(args: Args, context: Context) -> Reading:
    """So many units before (`sign` -1) or after the date; no value where that is less precise than the unit."""
    rest = {key: value for key, value in args.items() if key not in COUNTED}
    start = (feasts.named_day if "named_day" in rest else date_of)(rest, context)
    if start is None or start.value is None or start.value.start is None or args["unit"] not in LETTERS:
        return Reading("DATE", "")
    moved = relative.away(start.value.start, args["unit"], args["sign"] * args.get("number", 1))
    exact = moved is not None and FINER.index(start.value.granularity) <= FINER.index(moved.granularity)
    return dated(moved if exact else None, start.basis)
