"""One pass over the text: every form that stands there as a word of its own."""

from __future__ import annotations

import re

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.scripts import stands_unspaced
from timeline.actors.values import FullName, Head, Hit

# One character for one character, so that offsets stay those of the text as given.
_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "\n": " ",
    "\t": " ",
    "\xa0": " ",
    "\u202f": " ",
    "ŏ": "o",
    "ŭ": "u",
    "Ŏ": "O",
    "Ŭ": "U",
}
_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    """The text with one sort of apostrophe, hyphen and space and no breve on o and u, of the same length.

    >>> normalise("Seoul’s\\xa0army")
    "Seoul's army"
    """
    for char, plain in _SAME.items():
        text = text.replace(char, plain)
    return _SURROGATE.sub("\ufffd", text)


def scan(text: str, gazetteer: Gazetteer) -> list[Hit]:
    """The hits that stand as words in a normalised text.

    A full name of three words (Kim Jong Un) counts even where it is glued to what stands beside it:
    texts whose mark-up was lost have "GeneralKim Jong Unwarmly". A name of one given syllable
    (Kim Song) is none where a further syllable follows (Kim Song Nam).
    """
    tail = gazetteer.words.tail
    return [hit for hit in gazetteer.scan(text) if _stands(text, hit, tail)]


def _stands(text: str, hit: Hit, tail: re.Pattern[str]) -> bool:
    meaning = hit.meaning
    if isinstance(meaning, FullName):
        if meaning.glued:
            return True
        if meaning.short and (text[hit.end : hit.end + 1] == "-" or text[hit.end + 1 : hit.end + 2].isupper()):
            return False
    if is_word(text, hit.start, hit.end):
        return True
    if max(text[hit.end - 1 : hit.end + 1]) < "一":
        return False
    return stands_unspaced(text, hit.start, hit.end, tail, inner=isinstance(meaning, Head))


def is_word(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit goes on across either edge of [start, end)."""
    before = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not (before or after)
