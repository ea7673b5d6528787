"""Languages without rules: the dateparser library behind the same DateMention.

dateparser finds words; dates in digits and bare years are found here, since it misses some and takes many numbers
for years. What it finds is kept only where it is credible: little words, prices, versions, ages and bare lengths of
time are no dates.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from timeline.dates import calendar as cal
from timeline.dates.translated import TROUBLE, has_unit, says_how_far, settings_for, translated, value_of
from timeline.model import DateMention, TimeValue

CHUNK = re.compile(r".{1,4000}(?:\n|$)|.{1,4000}", re.DOTALL)  # dateparser's time grows faster than the text
CLAUSE = re.compile(r"[^。、,;!?！？；\n]+")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
DIGITS = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?![\d.]*\d)"
    r"|(?<![\d-])(?P<year2>\d{4})-(?P<month2>\d{2})-(?P<day2>\d{2})(?![\d-])"
    r"|(?<!\d)(?P<year3>\d{4})年(?:(?P<month3>\d{1,2})月(?:(?P<day3>\d{1,2})[日号號])?)?"
    r"|(?<!\d)(?P<month4>\d{1,2})月(?P<day4>\d{1,2})[日号號]"
)
YEAR = re.compile(r"(?<![\w.,/:$€£¥+-])(?:19|20)\d\d(?![\w/:%$€£¥-]|[.,]\d|\s?[%$€£¥])")
FULL_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
YEAR_BEHIND = re.compile(rf" {FULL_YEAR.pattern}")
CLOCK = re.compile(r"\d{1,2}:\d\d")
LONG_ENOUGH = 4  # letters of a word that is a date without a number; "mar" and "sa" are other words too
LONGEST = 5  # words that tell how far off a day is


class Found(NamedTuple):
    """Where an expression begins, its words, and what it means."""

    start: int
    words: str
    value: TimeValue | None


def find_elsewhere(text: str, published: date | None, language: str) -> list[DateMention]:
    """What dateparser finds, false alarms left out. A language that it does not know has no mentions."""
    from dateparser.data.languages_info import language_order

    if language not in language_order:
        return []
    mentions, done = list[DateMention](), 0
    for chunk in CHUNK.finditer(text):
        found = [
            *_in_digits(chunk[0], published),
            *_years(chunk[0], language),
            *_in_words(chunk[0], published, language),
        ]
        for start, words, value in sorted(found, key=lambda each: (each.start, -len(each.words))):
            if chunk.start() + start >= done:
                done = chunk.start() + start + len(words)
                mentions.append(_mention(chunk.start() + start, words, value, published))
    return mentions


def _mention(start: int, words: str, value: TimeValue | None, published: date | None) -> DateMention:
    explicit = FULL_YEAR.search(words) is not None
    value = value if explicit or published else None
    basis, timex3 = "explicit" if explicit else "relative", value.timex3 if value else ""
    return DateMention(start, start + len(words), words, "DATE", timex3, value, basis, "dateparser")


def _in_digits(text: str, published: date | None) -> Iterator[Found]:
    for match in DIGITS.finditer(text):
        parts = {
            name[:-1] if name[-1].isdigit() else name: int(part) for name, part in match.groupdict().items() if part
        }
        yield Found(match.start(), match[0], _calendar_date(parts, published))


def _calendar_date(parts: Mapping[str, int], published: date | None) -> TimeValue | None:
    """A day, month or year; a day without a year is the latest such day."""
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    if year is None:
        now = published or date(2000, 1, 1)
        year = now.year - ((month or 0, day or 0) > (now.month, now.day))
    if month is None:
        return cal.of_year(year)
    return cal.day(year, month, day) if day else cal.of_month(year, month) if 1 <= month <= 12 else None


def _years(text: str, language: str) -> Iterator[Found]:
    """Bare years: behind a word that says so, in brackets, or first in a sentence."""
    known = _data(language).get("before-year", ())
    for match in YEAR.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()].rstrip()
        word = WORD.findall(before)[-1:] if before[-1:].isalnum() else []
        opens = (not before or before[-1] in "(.!?") and not match[0].endswith("00")  # "2000 people came"
        if not known or opens or (word and word[0].lower() in known):
            yield Found(match.start(), match[0], cal.of_year(int(match[0])))


def _in_words(text: str, published: date | None, language: str) -> Iterator[Found]:
    for at, row in (*_searched(text, published, language), *_far_off(text, language)):
        words, start = row.strip(), at + len(row) - len(row.lstrip())
        value = value_of(words, published, language) if words else None
        if value and _credible(words, text[max(0, start - 12) : start], language):
            yield Found(start, words, value)


def _searched(text: str, published: date | None, language: str) -> Iterator[tuple[int, str]]:
    """(start, words) of each of dateparser's finds; one that runs over the end of a clause is cut there.

    It often takes the year off a day ("3. Mai" and "2021"), which then stands in the year of publication: put back.
    """
    from dateparser.search import search_dates

    try:
        found = search_dates(text, languages=[language], settings=settings_for(published or date(2000, 1, 1))) or []
    except TROUBLE:
        return
    at = 0
    for row, _ in found:
        start = text.find(row, at)
        if start < 0:
            continue
        year = None if FULL_YEAR.search(row) else YEAR_BEHIND.match(text, start + len(row))
        words = row + year[0] if year else row
        at = start + len(words)
        for part in [words] if FULL_YEAR.search(words) else CLAUSE.findall(words):
            yield text.index(part, start), part


def _far_off(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The longest rows of words that tell how far off a day is ("le mois dernier"), which the search often misses."""
    for clause in CLAUSE.finditer(text):
        words, done = list(WORD.finditer(clause[0])), 0
        units = [has_unit(word[0].lower(), language) for word in words]
        for first in range(len(words)):
            last = _last_word(clause[0], words, units, first, language) if first >= done else None
            if last is not None:
                done = last + 1
                yield clause.start() + words[first].start(), clause[0][words[first].start() : words[last].end()]


def _last_word(
    text: str, words: Sequence[re.Match[str]], units: Sequence[bool], first: int, language: str
) -> int | None:
    for last in range(min(first + LONGEST, len(words)) - 1, first, -1):
        row = text[words[first].start() : words[last].end()]
        shorter = text[words[first].start() : words[last - 1].end()]
        told = any(units[first : last + 1]) and says_how_far(row, language)
        if told and translated(shorter, language) != translated(row, language):
            return last
    return None


def _credible(words: str, before: str, language: str) -> bool:
    """Whether a find is a date: not a number alone, nor a word that is another one too."""
    phrase = f"{before}{words}".lower()
    if any(phrase.endswith(never) for never in _data(language).get("never", ())):
        return False
    letters = [word for word in WORD.findall(words) if not word.isdigit()]
    if not letters or _says_nothing(letters, language):
        return False
    if not words.isascii():
        return len(words) > 1
    long_enough = max(map(len, letters)) >= LONG_ENOUGH or any(map(str.isdigit, CLOCK.sub("", words)))
    led = len(letters) > 1 and letters[0].lower() in _data(language).get("before-year", ())
    return long_enough or led or says_how_far(words, language)  # "im Mai", "hoy"


def _says_nothing(letters: Sequence[str], language: str) -> bool:
    """A number between little words ("und 2000", "est 3")."""
    return all(not translated(word.lower(), language) for word in letters)


@lru_cache(maxsize=32)
def _data(language: str) -> Mapping[str, tuple[str, ...]]:
    path = files("timeline.dates") / "languages" / "elsewhere" / "words.toml"
    own: Mapping[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8")).get(language, {})
    return {name: tuple(words) for name, words in own.items()}
