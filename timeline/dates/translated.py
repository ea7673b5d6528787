"""What the words of a language without rules mean: dateparser's translation of them, as precise as they are.

dateparser turns what it knows into a small English ("il y a trois jours" into "3 day ago"), which says what was
meant: so far off, a weekday, or only so long. For the rest it gives a moment and not the precision of the words,
so each is read twice, with the days and months that it leaves out filled in once from the beginning and once from
the end: what differs was not said.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache

from timeline.dates import calendar as cal
from timeline.model import TimeValue

YEARS = range(1500, 2101)
UNIT = r"(second|minute|hour|day|week|month|year|decade)s?"
AWAY = re.compile(rf"(in )?(\d+) {UNIT}( ago)?")
ANY_UNIT = re.compile(rf"\b{UNIT}\b")
TROUBLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)  # dateparser's, on odd text
MOST = 99999  # units


@lru_cache(maxsize=1 << 14)
def translated(words: str, language: str) -> str:
    """The English that dateparser makes of some words; empty where it fails."""
    from dateparser.conf import settings
    from dateparser.languages.loader import default_loader

    try:
        english: str = default_loader.get_locale(language).translate(words.lower(), False, settings)
    except TROUBLE:
        return ""
    return " ".join(english.split())


def has_unit(word: str, language: str) -> bool:
    """Whether a word names a unit of time."""
    return ANY_UNIT.search(translated(word, language)) is not None


def says_how_far(words: str, language: str) -> bool:
    """ "last month", "three days ago", "in a week" and nothing else."""
    found = AWAY.fullmatch(translated(words, language))
    return found is not None and bool(found[1]) != bool(found[4])


def value_of(words: str, published: date | None, language: str) -> TimeValue | None:
    """What words mean that dateparser takes for a date; None where they only tell how long or what hour."""
    anchor, english = published or date(2000, 1, 1), translated(words, language)
    if found := AWAY.fullmatch(english):
        return _away(anchor, found) if says_how_far(words, language) else None
    if ANY_UNIT.search(english):
        return None
    value = _twice_read(words, anchor, language)
    if value == cal.of_day(cal.add_days(anchor, -7) or anchor) and not any(map(str.isdigit, english)):
        return cal.of_day(anchor)  # a weekday, that of publication itself
    return value


def _away(anchor: date, found: re.Match[str]) -> TimeValue | None:
    count = int(found[2]) if len(found[2]) < len(str(MOST)) else MOST
    day = cal.moved(anchor, found[3], count if found[1] else -count)
    return cal.unit_around(day, found[3]) if day else None


def _twice_read(words: str, anchor: date, language: str) -> TimeValue | None:
    first, last = (_moment(words, anchor, language, fill) for fill in ("first", "last"))
    if first is None or last is None or first.year not in YEARS:
        return None
    if first.month != last.month:  # only a year is said, or an hour
        return cal.of_year(first.year) if str(first.year) in words else None
    return cal.of_month(first.year, first.month) if first.day != last.day else cal.of_day(first)


def settings_for(anchor: date, fill: str = "first") -> dict[str, object]:
    """dateparser's settings: from the day of publication, the past preferred, the rest filled in as told."""
    return {
        "PREFER_DATES_FROM": "past",
        "RELATIVE_BASE": datetime.combine(anchor, time(12)),
        "PREFER_DAY_OF_MONTH": fill,
        "PREFER_MONTH_OF_YEAR": fill,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }


def _moment(words: str, anchor: date, language: str, fill: str) -> date | None:
    """The day that the words name, read without their first word where that is a preposition ("Am Montag")."""
    import dateparser

    for reading in (words, words.partition(" ")[2]):
        try:
            moment: datetime | None = dateparser.parse(
                reading, languages=[language], settings=settings_for(anchor, fill)
            )
        except TROUBLE:
            return None
        if moment:
            return moment.date()
    return None
