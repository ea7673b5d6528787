"""What was named so far in a text, and where a story stands."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from timeline.dates import calendar as cal
from timeline.dates.reading import Reading
from timeline.model import Granularity, TimeValue

MONTHS = re.compile(r"P\d+M")
DATED = ("DATE", "TIME")
FINE = (Granularity.DAY, Granularity.MONTH, Granularity.SEASON)
Lines = tuple[TimeValue, ...]
A_YEAR = 12
# What a leap of the story costs: a month ahead, a month back, leaving the year named last, and leaving the years of
# the heading; and at most, to a later year that was named. Set by trial on the open part of WikiWars; figures near
# these do as well.
AHEAD, BACK, LEAVE, OUTSIDE, FAR = 0.5, 1.0, 7.0, 12.0, 8.0


class Section(NamedTuple):
    """The first and last year that a heading names; `heading` is the piece at which that begins."""

    heading: int
    first: int
    last: int


class Discourse(NamedTuple):
    """What was named so far.

    reference  the last date
    period     the quarter that the text reports on
    lines      the last day, month or season: where a story stands; and where it stood before it leapt
    day        the last day
    before_christ  whether the last date is one before Christ (calendar.MIRROR)
    section    the years of the heading under which a story stands
    upto       the piece behind the last date
    """

    reference: TimeValue | None = None
    period: TimeValue | None = None
    lines: Lines = ()
    day: TimeValue | None = None
    before_christ: bool = False
    section: Section | None = None
    upto: int = -1

    def after(
        self, reading: Reading, meaning: str, upto: int, published: date | None, *, story: bool, heading: int | None
    ) -> Discourse:
        """The same after one more expression, which may stand in a heading; a story has lines, a report none.

        Figures for nine months end what was said of a quarter.
        """
        value = reading.value
        if value is None or reading.timex_type not in DATED:
            ends = self.period and reading.timex_type == "DURATION" and MONTHS.fullmatch(reading.timex3)
            return self._replace(period=None) if ends else self
        grain = value.granularity
        section = self.section if heading is None else self._headed(value, heading)
        return Discourse(
            value,
            value if meaning == "quarter" and self._reports_on(value, published) else self.period,
            self._lines_with(value, section) if story else (),
            value if grain is Granularity.DAY else self.day,
            (self.before_christ or meaning == "before-christ") and _is_before_christ(value),
            section,
            upto,
        )

    def _reports_on(self, value: TimeValue, published: date | None) -> bool:
        """A quarter; not one that runs on at publication, if another was named: a report only looks ahead to it."""
        runs_on = published is not None and value.end is not None and value.end > published
        return value.granularity is Granularity.QUARTER and not (self.period and runs_on)

    def _headed(self, value: TimeValue, heading: int) -> Section:
        """The years of a heading, from the first to the last that is named in it."""
        year, own = _month(value) // A_YEAR, self.section
        return Section(heading, *((own.first, max(own.last, year)) if own and own.heading == heading else (year, year)))

    def _lines_with(self, value: TimeValue, section: Section | None) -> Lines:
        """The lines of the story after one more date; under a new heading it begins anew."""
        if section is not self.section:
            return self.lines if self.section and section and section.heading == self.section.heading else (value,)
        return _followed(self.lines, value) if value.granularity in FINE else self.lines


def _is_before_christ(value: TimeValue) -> bool:
    return value.start is not None and cal.stands_before_christ(value.start)


def _followed(lines: Lines, value: TimeValue) -> Lines:
    """The lines of the story after one more date: it goes on with one of them, or leaps to a new one."""
    others = tuple(line for line in lines if abs(_month(line) - _month(value)) > A_YEAR)
    return (value, *others[:1])


def _month(value: TimeValue) -> int:
    return value.start.year * 12 + value.start.month - 1 if value.start else 0


def year_in_story(month: int, named: int, so_far: Discourse) -> int:
    """The year of a month in a story: the year `named` last, or one in which a line of the story stands.

    It goes on with the least leap; a step back costs more than one ahead, and so does to leave the year named, or
    the years of the heading.
    """
    begun = [(line, _month(line) // A_YEAR) for line in so_far.lines]
    ways = [(line, year) for line, own in begun for year in (own, own + 1)] + [(line, named) for line, _ in begun[:1]]
    costs = ((_cost(line, year, month, named) + _outside(year, so_far.section), year) for line, year in ways)
    return min(costs, default=(0.0, named))[1]


def _cost(line: TimeValue, year: int, month: int, named: int) -> float:
    leap = _leap(line, A_YEAR * year + month - 1)
    if year != named:
        return leap + LEAVE
    return min(leap, FAR) if year > _month(line) // A_YEAR else leap


def _leap(line: TimeValue, month: int) -> float:
    ahead = month - _month(line)
    if line.granularity is Granularity.YEAR:  # no month of it is farther than another
        ahead -= min(max(ahead, 0), A_YEAR - 1)
    return AHEAD * ahead if ahead >= 0 else BACK * -ahead


def _outside(year: int, section: Section | None) -> float:
    return OUTSIDE * (section is not None and not section.first <= year <= section.last)
