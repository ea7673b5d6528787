"""Languages without a grammar: the dateparser library behind the same DateMention."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from timeline.dates.calendar import of_day, of_month, of_year
from timeline.model import DateMention, TimeValue

# dateparser takes bare numbers and little words for dates: a mention must have a digit beside a letter or
# sign that belongs to dates, or a word of some length.
BARE_NUMBER = re.compile(r"[\d\s.,:%$€£¥-]{1,7}|\d+([.,]\d+)+")
FULL_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
SHORT_WORD = 3
LENGTH = 100_000  # dateparser's time grows faster than the text; longer ones are read in slices


def find_elsewhere(text: str, published: date | None, language: str) -> list[DateMention]:
    """What dateparser finds in the text, false alarms left out. An unknown language has no mentions."""
    from dateparser.search import search_dates

    anchor = datetime.combine(published or date(2000, 1, 1), time(12))
    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": anchor, "RETURN_AS_TIMEZONE_AWARE": False}
    try:
        found = search_dates(text[:LENGTH], languages=[language], settings=settings) or []
    except ValueError:  # a language that dateparser does not know
        return []
    return _placed(text, found, published)


def _placed(text: str, found: list[tuple[str, datetime]], published: date | None) -> list[DateMention]:
    mentions, at = list[DateMention](), 0
    for words, moment in found:
        start = text.find(words, at)
        if start < 0 or _false_alarm(words):
            continue
        at = start + len(words)
        mentions.append(_mention(start, words, moment.date(), published))
    return mentions


def _false_alarm(words: str) -> bool:
    if FULL_YEAR.fullmatch(words):
        return False
    return bool(BARE_NUMBER.fullmatch(words)) or (not re.search(r"\d", words) and len(words) <= SHORT_WORD)


def _mention(start: int, words: str, day: date, published: date | None) -> DateMention:
    explicit = FULL_YEAR.search(words) is not None
    value = _value(words, day) if explicit or published else None
    basis = "explicit" if explicit else "relative"
    timex3 = value.timex3 if value else ""
    return DateMention(start, start + len(words), words, "DATE", timex3, value, basis, "dateparser")


def _value(words: str, day: date) -> TimeValue | None:
    """As precise as the words: a year alone is a year."""
    if FULL_YEAR.fullmatch(words.strip()):
        return of_year(day.year)
    digits = re.findall(r"\d+", words)
    if FULL_YEAR.search(words) and len(digits) == 1:
        return of_month(day.year, day.month)
    return of_day(day)
