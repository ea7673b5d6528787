"""Words, cut down so that two ways of telling the same thing look alike."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
_WHOLE = ("ss", "us", "is")  # an s at the end of these is no ending
_DOUBLED = "bdgmnprt"


def words(text: str) -> list[str]:
    """The words of a text, lower case, in order."""
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=100_000)
def cut(word: str) -> str:
    """A word without its ending.

    >>> [cut(word) for word in ("visited", "visits", "planning", "parties", "crisis")]
    ['visit', 'visit', 'plan', 'party', 'crisis']
    """
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(_WHOLE):
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        word = word[:-1]
    return word.removesuffix("e")
