"""What is read: articles, and stretches of their text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open Python string offsets into the text of an article, and what stands there."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """
        >>> Span.cut("Kim met Putin", 4, 7)
        Span(start=4, end=7, text='met')
        """
        return cls(start, end, text[start:end])

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the span shares a character with [start, end)."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of an article. `zone` says what part it stands in.

    Zones: "body", "title", "caption" (of a picture: may date an event), "dateline", "boilerplate"
    (appeals, bylines, "Read more": nothing is extracted from there).
    """

    zone: str = "body"
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is never changed: all offsets point into it as given.

    `published` is the day in the source's own time zone; `published_at` is an aware datetime.
    `published_basis` says how the day is known ("given", "metadata", "dateline", "file name" ..., or INFERRED where
    it is a guess from the text), `published_note` in words what speaks against it, or for a guess.
    """

    text: str
    published: date | None
    id: str = ""
    title: str = ""
    source: str = ""
    url: str = ""
    language: str = "en"
    published_at: datetime | None = None
    published_basis: str = ""
    published_note: str = ""

    @property
    def is_guessed(self) -> bool:
        """Whether the day of publication is a guess, and with it whatever is counted from it."""
        return self.published_basis == INFERRED
