"""Tells a story of the past from a report on the day.

In a report, "in August" is the August next to publication. In a story (a history, a biography) dates
follow each other, and it is the August of the year that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from timeline.dates.context import Reading
from timeline.dates.scan import Fit
from timeline.dates.tokens import Tokens
from timeline.model import Granularity, TimeValue

MONTHS = re.compile(r"P\d+M")
FINE = (Granularity.DAY, Granularity.MONTH, Granularity.SEASON)
AHEAD, BACK, LEAVE = 0.3, 1.0, 5.0
LONG_AGO = 2  # years before publication
ENOUGH = 6  # such years make a story ...
FEW = 3  # ... unless one expression for three of them hangs on publication


class Discourse(NamedTuple):
    """What was named so far: the last date, the quarter that is reported on, the last day or month."""

    reference: TimeValue | None = None
    period: TimeValue | None = None
    line: TimeValue | None = None
    day: TimeValue | None = None

    def after(self, reading: Reading, meaning: str) -> Discourse:
        """The same after one more expression. Figures for nine months end what was said of a quarter."""
        if reading.timex_type == "DURATION" and MONTHS.fullmatch(reading.timex3):
            return self._replace(period=None)
        if reading.value is None or reading.timex_type not in ("DATE", "TIME"):
            return self
        value, grain = reading.value, reading.value.granularity
        return Discourse(
            value,
            value if meaning == "quarter" and grain is Granularity.QUARTER else self.period,
            value if grain in FINE else self.line,
            value if grain is Granularity.DAY else self.day,
        )


def year_in_story(month: int, named: int, line: TimeValue | None) -> int:
    """The year of a month in a story: of the year `named` last, and the years in which its line stands, the one
    that goes on with the least leap; a step back costs more than one ahead, and so does to leave the year named."""
    if line is None or line.start is None:
        return named
    now = line.start.year * 12 + line.start.month
    return min(
        (named, line.start.year, line.start.year + 1), key=lambda year: _leap(year * 12 + month - now, year == named)
    )


def _leap(months: int, named: bool) -> float:
    return (AHEAD * months if months >= 0 else BACK * -months) + (0 if named else LEAVE)


def is_story(fits: Sequence[Fit], tokens: Tokens, published: date | None) -> bool:
    """Whether most of what is dated lies long before publication."""
    latest = published.year - LONG_AGO if published else 9999
    old = near = 0
    for fit in fits:
        year = _year(fit, tokens)
        if year is not None:
            old += year <= latest
        else:
            near += any(name in ("weekday", "turn", "sign") for name, *_ in fit.groups)
    return old >= ENOUGH and old > FEW * near


def _year(fit: Fit, tokens: Tokens) -> int | None:
    for name, kind, first, _ in fit.groups:
        if name == "year" and kind == "year":
            return int(tokens.pieces[fit.first + first].rstrip())
    return None
