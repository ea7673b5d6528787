"""A filter in words: part by part for those who take one away, and as a sentence for what is exported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from timeline.figures.words import STATUS_WORDS, UNIT_WORDS, day_words
from timeline.model import EventType
from timeline.model.plover import definitions
from timeline.table.filter import Filter


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is asked for, in words, and the filter that no longer asks for it."""

    words: str
    without: Filter


_MANY: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "types": lambda value: definitions()[EventType(value)].label,
        "statuses": lambda value: STATUS_WORDS[value],
        "said_by": lambda value: f"Claimed by {value}",
        "precisions": lambda value: f"Date: {UNIT_WORDS[value].lower()}",
        "publishers": lambda value: f"Published by {value}",
        "places": lambda value: f"Place: {value}",
    }
)


def parts(asked: Filter, names: Mapping[str, str]) -> list[Part]:
    """Each thing that a filter asks for; `names` are those of actors, by their codes.

    >>> [part.words for part in parts(Filter(actors=("RUS",), types=("AID",), checked=False), {"RUS": "Russia"})]
    ['Russia', 'Aid', 'Not checked']
    """
    return list(_parts(asked, names))


def asked_words(asked: Filter, names: Mapping[str, str]) -> str:
    """The same in a line; "" for a filter that lets everything pass.

    >>> asked_words(Filter(actors=("RUS", "PRK"), types=("AID",), text="letter"), {"RUS": "Russia"})
    'Russia; PRK; Aid; “letter”'
    """
    return "; ".join(part.words for part in _parts(asked, names))


def _parts(asked: Filter, names: Mapping[str, str]) -> Iterator[Part]:
    for code in asked.actors:
        yield Part(names.get(code, code), _less(asked, "actors", code))
    if asked.since or asked.until:
        yield Part(_days(asked), replace(asked, since=None, until=None))
    for field, words in _MANY.items():
        yield from (Part(words(value), _less(asked, field, value)) for value in getattr(asked, field))
    if asked.disputed is not None:
        yield Part("Disputed" if asked.disputed else "Not disputed", replace(asked, disputed=None))
    if asked.checked is not None:
        yield Part("Checked" if asked.checked else "Not checked", replace(asked, checked=None))
    if asked.min_confidence > 0:
        yield Part(f"Confidence {asked.min_confidence:.0%} or more", replace(asked, min_confidence=0.0))
    if asked.new_since:
        yield Part(f"New since {asked.new_since}", replace(asked, new_since=""))
    if asked.text.strip():
        yield Part(f"“{asked.text.strip()}”", replace(asked, text=""))


def _less(asked: Filter, field: str, value: str) -> Filter:
    changed: dict[str, Any] = {field: tuple(other for other in getattr(asked, field) if other != value)}
    return replace(asked, **changed)


def _days(asked: Filter) -> str:
    """
    >>> from datetime import date
    >>> _days(Filter(since=date(2022, 1, 1), until=date(2024, 12, 31))), _days(Filter(until=date(2024, 6, 3)))
    ('2022 to 2024', 'Until 3 June 2024')
    """
    first = asked.since and (str(asked.since.year) if asked.since.timetuple().tm_yday == 1 else day_words(asked.since))
    last = asked.until and (
        str(asked.until.year) if (asked.until.month, asked.until.day) == (12, 31) else day_words(asked.until)
    )
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"Since {first}" if first else f"Until {last}"
