"""What surrounds a mention: the publication date, the date named before it, and the words around."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from timeline.dates.grammar import Grammar
from timeline.dates.tokens import Tokens
from timeline.model import TimeValue

Args = dict[str, Any]
Lines = tuple[TimeValue, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means; see DateMention. `None` in its place: it is no time expression."""

    timex_type: str
    timex3: str
    value: TimeValue | None = None
    basis: str = "relative"
    base: TimeValue | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Where one mention stands.

    published  the day of publication, if known
    reference  the last date named before it in the text, if any
    period     the quarter that the text reports on, if any
    lines      the last day, month or season named: where a story stands; and where it stood before it leapt
    day        the last day named
    story      whether the text tells of the past, and its dates follow each other
    first      the piece at which it begins; `last` the one after it
    """

    grammar: Grammar
    tokens: Tokens
    first: int
    last: int
    published: date | None
    reference: TimeValue | None
    period: TimeValue | None
    lines: Lines
    day: TimeValue | None
    story: bool

    @property
    def anchor(self) -> date | None:
        """The day that undated expressions hang on: publication, in a story the last date named."""
        if self.story and self.reference and self.reference.start:
            return self.reference.start
        return self.published

    @property
    def said(self) -> date | None:
        """The first day of the last date named, else the publication date."""
        return (self.reference.start if self.reference else None) or self.published

    @property
    def said_day(self) -> date | None:
        """The last day named, else the publication day."""
        return (self.day.start if self.day else None) or self.published


@lru_cache(maxsize=1 << 14)
def dated(value: TimeValue | None, basis: str = "relative", part: str = "") -> Reading:
    """A DATE, or a TIME where a part of the day or a clock time (`TMO`, `T10:35`) follows."""
    kind = "TIME" if part else "DATE"
    return Reading(kind, value.timex3 + part if value else "", value, basis)
