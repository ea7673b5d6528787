"""Words, cut down so that two ways of telling the same thing look alike."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.merge.resources import Lexicon, load_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = frozenset("bdgmnprt")


def content_stems(text: str, lexicon: Lexicon | None = None) -> frozenset[str]:
    """The stems of the words that carry meaning.

    >>> sorted(content_stems("They were exchanging letters; a letter was exchanged."))
    ['exchang', 'letter']
    """
    lexicon = lexicon or load_lexicon()
    words = set(_WORD.findall(text.casefold())) - lexicon.light
    return frozenset(stem(word, lexicon) for word in words if len(word) > 2)


def stem(word: str, lexicon: Lexicon) -> str:
    """One word, lower case, without its ending.

    >>> [stem(word, load_lexicon()) for word in ("visited", "visits", "planning", "struck", "parties")]
    ['visit', 'visit', 'plan', 'strik', 'party']
    """
    return _cut(lexicon.irregular.get(word, word))


@lru_cache(maxsize=100_000)
def _cut(word: str) -> str:
    for ending, put in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        word = word[:-1]
    return word.removesuffix("e")
