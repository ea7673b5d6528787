"""Languages without a grammar: the dateparser library behind the same DateMention.

dateparser gives a moment and not the precision of the words, and it takes many little words and bare numbers
for dates. So each find is read twice, with the days and months that it leaves out filled in once from the
beginning and once from the end: what differs was not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from timeline.dates.calendar import of_day, of_month, of_year
from timeline.model import DateMention, TimeValue

CHUNK = re.compile(r".{1,4000}(?:\n|$)|.{1,4000}", re.DOTALL)  # dateparser's time grows faster than the text
CLAUSE = re.compile(r"[^。、,;!?！？；]+")
BARE_NUMBER = re.compile(r"[\d\s.,:%$€£¥'-]*")
FULL_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
LONG_ENOUGH = 4  # letters of a word that is a date without a number; "may", "mar" and "so" are other words too
TROUBLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)  # dateparser's, on odd text
YEARS = range(1500, 2101)


def find_elsewhere(text: str, published: date | None, language: str) -> list[DateMention]:
    """What dateparser finds, false alarms left out. A language that it does not know has no mentions."""
    mentions = list[DateMention]()
    for chunk in CHUNK.finditer(text):
        for start, words in _found(chunk[0], published, language):
            mention = _mention(chunk.start() + start, words, published, language)
            if mention:
                mentions.append(mention)
    return mentions


def _settings(published: date | None, fill: str) -> dict[str, object]:
    return {
        "PREFER_DATES_FROM": "past",
        "RELATIVE_BASE": datetime.combine(published or date(2000, 1, 1), time(12)),
        "PREFER_DAY_OF_MONTH": fill,
        "PREFER_MONTH_OF_YEAR": fill,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }


def _found(text: str, published: date | None, language: str) -> Iterator[tuple[int, str]]:
    """(start, words) of each find; one that runs over the end of a clause is cut there."""
    from dateparser.search import search_dates

    try:
        found = search_dates(text, languages=[language], settings=_settings(published, "first")) or []
    except TROUBLE:
        return
    at = 0
    for words, _ in found:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        for part in [words] if FULL_YEAR.search(words) else CLAUSE.findall(words):
            yield text.index(part, start), part.rstrip()


def _mention(start: int, words: str, published: date | None, language: str) -> DateMention | None:
    words, start = words.lstrip(), start + len(words) - len(words.lstrip())
    value = _value(words, published, language)
    if value is None or not _credible(words, value, published):
        return None
    explicit = FULL_YEAR.search(words) is not None
    value = value if explicit or published else None
    basis = "explicit" if explicit else "relative"
    timex3 = value.timex3 if value else ""
    return DateMention(start, start + len(words), words, "DATE", timex3, value, basis, "dateparser")


def _value(words: str, published: date | None, language: str) -> TimeValue | None:
    """As precise as the words are."""
    if FULL_YEAR.fullmatch(words):
        return of_year(int(words))
    first, last = (_moment(words, published, language, fill) for fill in ("first", "last"))
    if first is None or last is None or first.year not in YEARS:
        return None
    if first.month != last.month:
        return of_year(first.year)
    return of_month(first.year, first.month) if first.day != last.day else of_day(first)


def _moment(words: str, published: date | None, language: str, fill: str) -> date | None:
    """The day that the words name, read without their first word where that is a preposition ("Am Montag")."""
    import dateparser

    for reading in (words, words.partition(" ")[2]):
        try:
            moment: datetime | None = dateparser.parse(
                reading, languages=[language], settings=_settings(published, fill)
            )
        except TROUBLE:
            return None
        if moment:
            return moment.date()
    return None


def _credible(words: str, value: TimeValue, published: date | None) -> bool:
    if FULL_YEAR.fullmatch(words):
        return True
    if BARE_NUMBER.fullmatch(words):
        return False
    if not words.isascii() or any(sign.isdigit() for sign in words) or len(words) >= LONG_ENOUGH:
        return True
    return len(words) == LONG_ENOUGH - 1 and value.start == published  # "hoy"
