"""Dates, statuses and precisions in the words that a reader would use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from timeline.model import INFERRED, Granularity, Origin, Status

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Status.ACTUAL.value: "Took place",
        Status.PLANNED.value: "Planned",
        Status.HYPOTHETICAL.value: "Only talked of",
        Status.NEGATED.value: "Did not happen",
    }
)
PRECISION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Granularity.DAY.value: "day known",
        Granularity.WEEKEND.value: "which of its days is not known",
        Granularity.WEEK.value: "which of its days is not known",
        Granularity.MONTH.value: "day not known",
        Granularity.QUARTER.value: "month not known",
        Granularity.SEASON.value: "month not known",
        Granularity.HALF.value: "month not known",
        Granularity.YEAR.value: "month and day not known",
        Granularity.DECADE.value: "year not known",
        Granularity.CENTURY.value: "year not known",
        Granularity.INTERVAL.value: "first and last day given",
    }
)
UNIT_WORDS: Mapping[str, str] = MappingProxyType(
    {unit.value: f"Known to the {unit.value}" for unit in Granularity}
    | {Granularity.INTERVAL.value: "First and last day given"}
)
QUAD_WORDS: Mapping[int, str] = MappingProxyType(
    {1: "Cooperation in words", 2: "Cooperation in deeds", 3: "Conflict in words", 4: "Conflict in deeds"}
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
_PARTS: Mapping[int, str] = MappingProxyType(
    dict(enumerate(MONTHS, 1))
    | dict(enumerate(_SEASONS, 21))
    | {33 + n: f"{name} quarter of" for n, name in enumerate(_ORDINALS)}
    | {40 + n: f"{name} half of" for n, name in enumerate(_ORDINALS[:2])}
)
_DASH = "\N{EN DASH}"


def shown_precision(precision: str, edtf: str, origin: str) -> str:
    """The precision as it is shown. A person who gives the first and the last day means a stretch of days, also
    where these happen to be a calendar weekend or week; in an article, "at the weekend" is some day of it.

    >>> shown_precision("weekend", "2024-06-15/2024-06-16", "curated")
    'interval'
    >>> shown_precision("weekend", "2024-06-15/2024-06-16", "extracted")
    'weekend'
    """
    ends = [_day(end) for end in edtf.split("/")]
    given = origin != Origin.EXTRACTED and len(ends) == 2 and all(ends)
    return Granularity.INTERVAL.value if given else precision


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "event"), counted(0, "event"), counted(1310, "event")
    ('1 event', '0 events', '1,310 events')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


def day_words(day: date) -> str:
    """
    >>> day_words(date(2022, 8, 15))
    '15 August 2022'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def published_words(day: date | None, basis: str) -> str:
    """When a report was published; a day that was inferred from its text is a guess, and is called one.

    >>> published_words(date(2022, 8, 15), "JSON-LD"), published_words(None, "")
    ('published 15 August 2022', 'publication date not given')
    >>> published_words(date(2022, 8, 15), "inferred")
    'published 15 August 2022, as its text suggests: a guess'
    """
    if not day:
        return "publication date not given"
    return f"published {day_words(day)}{', as its text suggests: a guess' if basis == INFERRED else ''}"


def date_words(edtf: str) -> str:
    """An EDTF date in words; what is not EDTF comes back as it is.

    >>> [date_words(edtf) for edtf in ("2022-07", "2024-06-18/2024-06-19", "2022/..", "197X~", "2024-34")]
    ['July 2022', '18–19 June 2024', 'since 2022', 'about the 1970s', 'second quarter of 2024']
    >>> date_words("2022?"), date_words("2024-11-29/2024-12-01"), date_words("2022/")
    ('2022 (doubtful)', '29 November – 1 December 2024', 'from 2022, end not known')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if first in ("", ".."):
        return f"until {_point(last)}"
    if last in ("", ".."):
        return f"since {_point(first)}" if last else f"from {_point(first)}, end not known"
    return _between(first, last)


def _between(first: str, last: str) -> str:
    begin, end = _day(first), _day(last)
    if not (begin and end):
        return f"{_point(first)} to {_point(last)}"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}{_DASH}{day_words(end)}"
    opening = day_words(begin) if begin.year != end.year else f"{begin.day} {MONTHS[begin.month - 1]}"
    return f"{opening} {_DASH} {day_words(end)}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _point(text: str) -> str:
    bare = text.rstrip("~?%")
    mark = text[len(bare) :]
    about, doubt = "about " * (mark in ("~", "%")), " (doubtful)" * (mark in ("?", "%"))
    return f"{about}{_bare(bare)}{doubt}"


def _bare(text: str) -> str:
    day = _day(text)
    if day:
        return day_words(day)
    if text.endswith("X"):
        return f"the {text.replace('X', '0')}s"
    year, _, code = text.partition("-")
    number = int(code) if code.isascii() and code.isdigit() else 0
    return f"{_PARTS[number]} {year}" if number in _PARTS else text
