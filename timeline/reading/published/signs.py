"""What in a text without a date tells when it was written: days without their year, weekdays, years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from types import MappingProxyType

from timeline.dates import find_dates
from timeline.model import DateMention, Granularity
from timeline.reading.published.heads import load_heads

LEAD = 900  # characters in which news says when it happened
BESIDE = 250  # characters between two mentions of which one explains the other
MANY = 40  # days that are looked at
LEAP = 2024  # any year in which every day is
# The years that feasts go back to, as their anniversaries are counted.
FIRST_YEARS: Mapping[tuple[int, int], int] = MappingProxyType(
    {(2, 16): 1942, (4, 15): 1912, (5, 9): 1945, (7, 27): 1953, (8, 15): 1945, (9, 9): 1948, (10, 10): 1945}
)
_COUNT = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th|-?[яйе]|주년|돌)")
_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)$")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_LAST_YEAR = re.compile(r"(?i)\blast year\b|прошл\w+ год|지난해|작년")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that the text names. `month` and `day` hold in every year, `year` is 0 where it does not say it."""

    text: str
    kind: str
    month: int
    day: int
    year: int = 0

    def within(self, year: int) -> date | None:
        """The day in a year; None where it has none, or is of another year."""
        try:
            return date(year, self.month, self.day) if self.year in (0, year) else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Signs:
    """Days, the first weekday (0 Monday), the latest year named, and the year that words give away."""

    anchors: tuple[Anchor, ...]
    weekday: int | None
    latest: int
    voted: int
    vote: str


def signs_of(text: str, language: str) -> Signs:
    """The signs in a text."""
    found = find_dates(text, None, language)
    years = [m for m in found if m.value and m.value.start and m.basis == "explicit"]
    latest = max((m.value.start.year for m in years if m.value and m.value.start), default=0)
    anchors = tuple(islice(_anchors(found, language, _dateline(text, found)), MANY))
    voted, vote = _anniversary(anchors) or _vote(found, years) or (0, "")
    return Signs(anchors, _weekday(found), latest, voted, vote)


def _anchors(found: Sequence[DateMention], language: str, headed: int) -> Iterator[Anchor]:
    for mention in found:
        if days := _DAY.match(mention.timex3):
            kind = "dateline" if mention.end == headed else "lead" if mention.start < LEAD else "day"
            yield Anchor(mention.text, kind, int(days[1]), int(days[2]))
        elif mention.basis == "named-day" and not mention.value:
            if day := _named(mention.text, LEAP, language):
                yield Anchor(mention.text, "named", day.month, day.day)
        elif mention.value and mention.value.granularity is Granularity.DAY and mention.value.start:
            start = mention.value.start
            if mention.start < LEAD and mention.basis == "explicit":
                yield Anchor(mention.text, "dated", start.month, start.day, start.year)


def _dateline(text: str, found: Sequence[DateMention]) -> int:
    """Where the day of the dateline ends; -1 where there is none."""
    heads = load_heads()
    place = heads.place.match(text)
    if not place:
        return -1
    ends = (m.end for m in found[:2] if m.start <= place.end() < m.end and heads.rest.match(text, m.end))
    return next(ends, -1)


def _named(words: str, year: int, language: str) -> date | None:
    """The day of a feast in a year."""
    found = find_dates(words, date(year, 12, 31), language)
    return next((m.value.start for m in found if m.value and m.value.granularity is Granularity.DAY), None)


def _weekday(found: Sequence[DateMention]) -> int | None:
    """The first weekday of the lead."""
    days = (_WEEKDAY.match(m.timex3) for m in found if m.start < LEAD)
    return next((int(day[1]) - 1 for day in days if day), None)


def _anniversary(anchors: Sequence[Anchor]) -> tuple[int, str] | None:
    """The year of "the 79th anniversary" of what is known to have been in 1945."""
    for anchor in anchors:
        count, first = _COUNT.search(anchor.text), FIRST_YEARS.get((anchor.month, anchor.day))
        if anchor.kind == "named" and count and first:
            return first + int(count[1]), f"“{anchor.text}”, which was in {first}"
    return None


def _vote(found: Sequence[DateMention], years: Sequence[DateMention]) -> tuple[int, str] | None:
    """The year after the one that is named beside "last year"."""
    for mention in found:
        if not _LAST_YEAR.search(mention.text):
            continue
        for year in years:
            near = 0 <= year.start - mention.end <= BESIDE or 0 <= mention.start - year.end <= BESIDE
            if near and year.value and year.value.start and year.value.granularity is Granularity.YEAR:
                return year.value.start.year + 1, f"“{mention.text}” and “{year.text}” stand side by side"
    return None
