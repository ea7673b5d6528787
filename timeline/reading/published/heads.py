"""The day at the head of a text: its dateline, or a line of its own under the title."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import islice

from timeline.dates import find_dates, language_code
from timeline.model import Granularity
from timeline.reading.published.when import When, read_when, script_of

LINES, FIRST_LINES, LONGEST = 8, 5, 160
HEAD = 800  # characters in which a dateline is looked for
SPARE = 3  # letters that may stand on a line beside its date and the words of `labels`
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_SPLIT = re.compile(r"\s*[|·•]\s*|\s{3,}|\t")
_KOREAN = re.compile(r"\d{4}년 \d{1,2}월 \d{1,2}일")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Heads:
    """The patterns of `heads.toml`."""

    place: re.Pattern[str]
    rest: re.Pattern[str]
    labels: re.Pattern[str]
    changed: re.Pattern[str]


@cache
def load_heads() -> Heads:
    """The patterns that come with the program."""
    raw = tomllib.loads((files("timeline.reading.published") / "heads.toml").read_text(encoding="utf-8"))
    place, rest, labels = ("|".join(raw[name]) for name in ("place", "rest", "labels"))
    patterns = (place, rest, rf"\b(?:{labels})\b|(?<=\d)(?:{labels})", raw["changed"])
    return Heads(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


def dateline_day(text: str) -> When | None:
    """The day of "PYONGYANG, Aug. 16, 2024 (KCNA) --", where it is told with its year.

    >>> dateline_day("PYONGYANG, Aug. 16, 2024 (KCNA) -- Kim Jong Un met the envoy.").day.isoformat()
    '2024-08-16'
    >>> dateline_day("МОСКВА, 16 августа 2024 года. /ТАСС/. Послы встретились.").day.isoformat()
    '2024-08-16'
    >>> dateline_day("Moscow, on Aug. 16, 2024, was calm."), dateline_day("SEOUL, Aug. 16 (Yonhap) -- He left.")
    (None, None)
    """
    head = text[:HEAD]
    if not _YEAR.search(head):
        return None
    heads = load_heads()
    for line in islice(_lines(head), FIRST_LINES):
        first = line[:LONGEST]
        place = heads.place.match(first) if _YEAR.search(first) else None
        day, end = _day_at(first, place.end()) if place else (None, 0)
        if day and heads.rest.match(first, end):
            return When(day)
    return None


def _day_at(head: str, at: int) -> tuple[date | None, int]:
    """The day that is told from there on, with its year, and where the words for it end."""
    if found := _KOREAN.match(head, at):
        when = read_when(found[0])
        return (when.day if when else None), found.end()
    for mention in find_dates(head, None, script_of(head)):
        if mention.value and mention.value.granularity is Granularity.DAY and mention.end > at:
            return (mention.value.start if mention.start <= at + 4 else None), mention.end
    return None, 0


def line_day(text: str) -> When | None:
    """The day on a line of its own among the first lines, unless it says when the text was changed.

    >>> line_day("Envoys meet\\n\\nBy Ann Ray | August 16, 2024\\nUpdated: August 20, 2024").day.isoformat()
    '2024-08-16'
    >>> line_day("Envoys meet\\nUpdated: August 20, 2024\\nThey met on August 16, 2024.")
    """
    for line in islice(_lines(text), LINES):
        if when := line_when(line):
            return when
    return None


def line_when(line: str, language: str = "en") -> When | None:
    """The day of a line that holds little else; `language` is that of the page, where script does not tell it."""
    if len(line) > LONGEST or not _YEAR.search(line):
        return None
    parts = [part for part in _SPLIT.split(line) if _YEAR.search(part) and not load_heads().changed.search(part)]
    for tongue in dict.fromkeys(("en", language_code(language) or "en")):
        if when := next((when for part in parts if (when := read_when(part, tongue)) and _is_bare(part, tongue)), None):
            return when
    return None


def _is_bare(part: str, language: str) -> bool:
    """Whether nothing but a day, a time and such words as "published" stand there."""
    rest = list(part)
    for mention in find_dates(part, None, script_of(part, language)):
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    return len(_LETTERS.findall(load_heads().labels.sub(" ", "".join(rest)))) <= SPARE


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + 4 * LONGEST)].strip()
        if line:
            yield line
        start = end + 1
