"""Tells a story of the past from a report on the day.

In a report, "in August" is the August next to publication. In a story (a history, a biography) dates
follow each other, and it is the August of the year that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from timeline.dates.context import Lines, Reading
from timeline.dates.scan import Fit
from timeline.dates.tokens import Tokens
from timeline.model import Granularity, TimeValue

MONTHS = re.compile(r"P\d+M")
FINE = (Granularity.DAY, Granularity.MONTH, Granularity.SEASON)
A_YEAR = 12
AHEAD, BACK, LEAVE = 0.5, 1.0, 6.0
LONG_AGO = 2  # years before publication
ENOUGH = 6  # such years make a story ...
FEW = 3  # ... unless one expression for three of them hangs on publication


class Discourse(NamedTuple):
    """What was named so far: the last date, the quarter that is reported on, the last day or month."""

    reference: TimeValue | None = None
    period: TimeValue | None = None
    lines: Lines = ()
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
            _followed(self.lines, value) if grain in FINE else self.lines,
            value if grain is Granularity.DAY else self.day,
        )


def _followed(lines: Lines, value: TimeValue) -> Lines:
    """The lines of the story after one more date: it goes on with one of them, or leaps to a new one."""
    others = tuple(line for line in lines if abs(_month(line) - _month(value)) > A_YEAR)
    return (value, *others[:1])


def _month(value: TimeValue) -> int:
    return value.start.year * 12 + value.start.month - 1 if value.start else 0


def year_in_story(month: int, named: int, lines: Lines) -> int:
    """The year of a month in a story: the year `named` last, or one in which a line of the story stands.

    It goes on with the least leap; a step back costs more than one ahead, and so does to leave the year named.
    """
    leaps = [(_leap(12 * named + month - 1 - _month(line), 0), named) for line in lines[:1]]
    for line in lines:
        for year in (_month(line) // 12, _month(line) // 12 + 1):
            leaps.append((_leap(12 * year + month - 1 - _month(line), LEAVE * (year != named)), year))
    return min(leaps, default=(0.0, named))[1]


def _leap(months: int, more: float) -> float:
    return (AHEAD * months if months >= 0 else BACK * -months) + more


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
