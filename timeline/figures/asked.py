"""A filter in words, one for each part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from timeline.figures.words import STATUS_WORDS, date_words
from timeline.model import EventType
from timeline.model.plover import definitions
from timeline.table.filter import Filter

Names = Mapping[str, str]  # of actors, by their codes


def asked_words(asked: Filter, names: Names) -> str:
    """The filter in a line; "" for one that lets everything pass.

    >>> asked_words(Filter(actors=("RUS", "PRK"), since=date(2022, 1, 1), types=("AID",)), {"PRK": "North Korea"})
    'RUS and North Korea; from 1 January 2022; type: aid'
    """
    return "; ".join(words for name, tell in _PARTS.items() if (words := tell(getattr(asked, name), names)))


def _either(values: Iterable[str]) -> str:
    return " or ".join(values)


def _kinds(values: Iterable[str]) -> str:
    return _either(definitions()[EventType(value)].label.lower() for value in values)


def _day(word: str) -> Callable[[date | None, Names], str]:
    return lambda day, _: f"{word} {date_words(day.isoformat())}" if day else ""


_PARTS: Mapping[str, Callable[[Any, Names], str]] = {
    "actors": lambda codes, names: " and ".join(names.get(code, code) for code in codes),
    "since": _day("from"),
    "until": _day("to"),
    "types": lambda kinds, _: f"type: {_kinds(kinds)}" if kinds else "",
    "statuses": lambda states, _: _either(STATUS_WORDS[state].lower() for state in states),
    "min_confidence": lambda share, _: f"confidence of at least {share:.0%}" if share else "",
    "text": lambda text, _: f"with the words “{text}”" if text.strip() else "",
}
