"""Which language a text is in: by its script, and where that is Latin, by its commonest words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_SAMPLE = 4000  # characters; more would not change the answer
_GLANCE, _CLEAR = 800, 3  # characters that are enough if one language has three times as many words as any other
_ENOUGH = 0.3  # of the letters, for a script to be that of the text: Korean news is full of Latin names
_MARKS = "’‘“”–—…\u00a0"  # what else stands in an English text
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_BLANKS = dict.fromkeys(_NO_LETTERS, " ")


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells languages apart: (language, pattern of its letters), and the commonest words of each."""

    letters: tuple[tuple[str, re.Pattern[str]], ...]
    words: Mapping[str, frozenset[str]]


@cache
def load_signs() -> Signs:
    """The signs that come with the program."""
    raw = tomllib.loads((files("timeline.reading") / "languages.toml").read_text(encoding="utf-8"))
    letters = tuple((item["language"], re.compile(item["letters"])) for item in raw["script"])
    return Signs(letters, MappingProxyType({code: frozenset(words.split()) for code, words in raw["words"].items()}))


def guess_language(text: str, signs: Signs | None = None) -> str:
    """ISO 639-1 code of the language; "en" where nothing speaks for another.

    >>> guess_language("Путин и Ким обменялись посланиями."), guess_language("Kim a rencontré Poutine dans la ville.")
    ('ru', 'fr')
    >>> guess_language("Putin met Kim Jong Un last Wednesday.")
    'en'
    """
    signs, sample = signs or load_signs(), text[:_SAMPLE]
    plain = sample.encode("ascii", "ignore")
    if len(sample) - len(plain) > _ENOUGH * len(plain.translate(None, _NO_LETTERS)):  # else it is written in Latin
        letters = sum(map(str.isalpha, sample))
        for code, pattern in signs.letters:
            if letters and len(pattern.findall(sample)) > _ENOUGH * letters:
                return code
    glance = _scores(sample[:_GLANCE], signs)
    second, best = sorted(glance.values())[-2:]
    scores = glance if best > _CLEAR * second else _scores(sample, signs)
    return max(scores, key=lambda code: (scores[code], code == "en"))


def _scores(sample: str, signs: Signs) -> dict[str, int]:
    """How many of the commonest words of each language stand in the text."""
    counts = Counter(_words(sample))  # as written: "Un" and "Da" are parts of names
    scores = {code: sum(counts[word] for word in words & counts.keys()) for code, words in signs.words.items()}
    scores["en"] += 1  # one word of another language may be part of a name
    return scores


def _words(sample: str) -> list[str]:
    """Runs of letters; quickly where all letters are those of English, as in most news.

    >>> _words("It’s Pusan’s \u201c2nd\u201d port_"), _words("É 1 à")
    (['It', 's', 'Pusan', 's', 'nd', 'port'], ['É', 'à'])
    """
    for mark in _MARKS:
        sample = sample.replace(mark, " ")
    if sample.isascii():
        return sample.translate(_BLANKS).split()
    return re.findall(r"[^\W\d_]+", sample)
