"""Marks that do not show (soft hyphens, zero-width spaces, marks of direction): read past, and put back afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import DateMention

MARKS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def without_marks(text: str) -> tuple[str, Sequence[int] | None]:
    """The text without such marks, and where each of its characters stood; None if it has none.

    >>> without_marks("Ju\\u00adne")
    ('June', [0, 1, 3, 4])
    >>> without_marks("June")
    ('June', None)
    """
    if text.isascii() or not any(mark in text for mark in MARKS):
        return text, None
    places = [place for place, mark in enumerate(text) if mark not in MARKS]
    return "".join(text[place] for place in places), places


def put_back(mention: DateMention, text: str, places: Sequence[int]) -> DateMention:
    """The mention where it stands in the text as given."""
    start, end = places[mention.start], places[mention.end - 1] + 1
    return replace(mention, start=start, end=end, text=text[start:end])
