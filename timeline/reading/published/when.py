"""A day of publication out of the words that tell it, in whatever form they come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from timeline.dates import find_dates
from timeline.model import Granularity, TimeValue

FIRST = date(1700, 1, 1)  # what is called older is no newspaper
LONGEST = 120  # characters of words that tell a day and little else
EMPTY = frozenset({date(1970, 1, 1)})  # what programs write where they know nothing
_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?:[T ].*)?$")
_TIGHT = re.compile(r"(\d{4}-\d\d-\d\d) (?=\d)")
_LOOSE = re.compile(r"([T ]\d\d:?\d\d)(:?\d\d)?(\.\d+)? ?(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?$")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[./年-]\s?(\d{1,2})\s?[./月-]\s?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_SCRIPTS = (("ko", re.compile("[\uac00-\ud7a3]")), ("ru", re.compile("[\u0400-\u04ff]")))


@dataclass(frozen=True, slots=True)
class When:
    """A day, and the time where it is known; `at` may be naive: then its zone is not said."""

    day: date
    at: datetime | None = None


def read_when(words: str, language: str = "en") -> When | None:
    """The day that the words tell; None where they tell none, several, or one that can be read in two ways.

    >>> read_when("2022-08-15T00:30:00+09:00").day.isoformat(), read_when("Mon, 15 Aug 2022 10:00:00 GMT").at.hour
    ('2022-08-15', 10)
    >>> [read_when(words).day.day for words in ("Aug. 15, 2022 10:00", "15 мая 2022", "2022년 8월 15일", "15.08.2022")]
    [15, 15, 15, 15]
    >>> read_when("08/09/2022"), read_when("last Monday")
    (None, None)
    """
    words = words.strip()
    if _ISO.match(words):
        found = _iso(words)
    elif len(words) > LONGEST:
        return None
    else:
        found = _mail(words) or _figures(words) or (None if _SLASHES.search(words) else _named(words, language))
    return found if found and found.day >= FIRST and found.day not in EMPTY else None


def _iso(words: str) -> When | None:
    try:
        return _when(datetime.fromisoformat(_TIGHT.sub(r"\1T", _LOOSE.sub(_tidy, words))))
    except ValueError:
        return _figures(words)


def _tidy(found: re.Match[str]) -> str:
    """The time of day as `fromisoformat` wants it."""
    zone = found[4] or ""
    return f"{found[1]}{found[2] or ''}{found[3] or ''}{'+00:00' if zone in ('Z', 'UTC', 'GMT') else zone}"


def _when(at: datetime) -> When:
    told = bool(at.tzinfo or at.time() != at.time().min)
    return When(at.date(), at if told else None)


def _mail(words: str) -> When | None:
    """As letters and feeds date themselves: "Mon, 15 Aug 2022 10:00:00 GMT"."""
    if words.count(":") < 1 or not words[:3].isascii():
        return None
    try:
        at = parsedate_to_datetime(words)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return _when(at)


def _figures(words: str) -> When | None:
    """Days in figures: the year first, or the day first where dots stand between, or whatever way slashes allow."""
    if found := _YEAR_FIRST.search(words):
        return _day(found[1], found[2], found[3])
    if found := _DAY_FIRST.search(words):
        return _day(found[3], found[2], found[1])
    if not (found := _SLASHES.search(words)):
        return None
    one, two = int(found[1]), int(found[2])
    if one <= 12 and two <= 12 and one != two:
        return None
    return _day(found[3], found[2], found[1]) if one > 12 else _day(found[3], found[1], found[2])


def _day(year: str, month: str, day: str) -> When | None:
    try:
        return When(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _named(words: str, language: str) -> When | None:
    """Days with the month by its name: all that the words name are the same one."""
    days = {value.start for value in days_in(words, language)}
    (day,) = days if len(days) == 1 else (None,)
    return When(day) if day else None


def days_in(words: str, language: str = "en") -> list[TimeValue]:
    """The days that are named with their year."""
    found = (mention.value for mention in find_dates(words, None, script_of(words, language)))
    return [value for value in found if value and value.granularity is Granularity.DAY]


def script_of(words: str, language: str = "en") -> str:
    """The language whose dates are looked for: by script, else the one that is given.

    >>> script_of("16 августа"), script_of("8월 16일"), script_of("16 Aug")
    ('ru', 'ko', 'en')
    """
    return next((code for code, letters in _SCRIPTS if letters.search(words)), language)
