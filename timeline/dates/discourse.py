"""What was named so far in a text, and where a story stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.dates import calendar as cal
from timeline.dates.reading import Reading
from timeline.model import Granularity, TimeValue

MONTHS = re.compile(r"P\d+M")
FINE = (Granularity.DAY, Granularity.MONTH, Granularity.SEASON)
Lines = tuple[TimeValue, ...]
A_YEAR = 12
# What a leap of the story costs: a month ahead, a month back, and leaving the year named last. Set by trial on
# the open part of WikiWars; figures near these do as well.
AHEAD, BACK, LEAVE = 0.5, 1.0, 6.0


class Discourse(NamedTuple):
    """What was named so far.

    reference  the last date
    period     the quarter that the text reports on
    lines      the last day, month or season: where a story stands; and where it stood before it leapt
    day        the last day
    before_christ  whether the last date is one before Christ (calendar.MIRROR)
    """

    reference: TimeValue | None = None
    period: TimeValue | None = None
    lines: Lines = ()
    day: TimeValue | None = None
    before_christ: bool = False

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
            self._stays_before_christ(value, meaning),
        )

    def _stays_before_christ(self, value: TimeValue, meaning: str) -> bool:
        reckoned = self.before_christ or meaning == "before-christ"
        return reckoned and value.start is not None and cal.stands_before_christ(value.start)


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
