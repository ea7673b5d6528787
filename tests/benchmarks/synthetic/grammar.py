"""Sentences from phrases: a name in braces is replaced by one of its forms, until only words are left."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(\w+)\}")
TABLE = 1 << 13  # entries of a table to draw from: one call of `random` finds a word
HEAD = 12  # the first words are not much more frequent than the tenth, as in a real lexicon of nouns
TIDY = re.compile(r",(?=[,.;:?])")
BEGIN = re.compile("^[a-z]|“[a-z]")
BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[aeiouAEIOU])")

Item = TypeVar("Item")
Draw = Callable[[], float]  # `random.Random(...).random`
Table = tuple[str, ...]


@dataclass(slots=True)
class Teller:
    """What a text is told from: a source of chance, the day on which it is written, and the words that are settled."""

    draw: Draw
    published: date
    settled: Mapping[str, str] = field(default_factory=dict)


Filler = Callable[[Teller], str]


class Forms(list[list[object]]):
    """The patterns of a phrase. A piece of one is a literal, a table of words, a filler, or forms again."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Phrases and tables of words by name."""

    phrases: Mapping[str, Forms]
    words: Mapping[str, Table]

    def sentence(self, name: str, teller: Teller) -> str:
        """One sentence of that kind, tidy, with a capital."""
        text = BEFORE_VOWEL.sub(r"\1n ", TIDY.sub("", self.phrase(name, teller)))
        return BEGIN.sub(lambda match: match[0].upper(), text)

    def phrase(self, name: str, teller: Teller) -> str:
        """One of the forms of a phrase, filled."""
        pieces: list[str] = []
        _say(self.phrases[name], teller, pieces)
        return "".join(pieces)

    def word(self, name: str, draw: Draw) -> str:
        """A word of that list."""
        return pick(self.words[name], draw)


def pick(items: Sequence[Item], draw: Draw) -> Item:
    """One of the items."""
    return items[int(draw() * len(items))]


def _say(forms: Forms, teller: Teller, pieces: list[str]) -> None:
    draw = teller.draw
    for piece in forms[int(draw() * len(forms))]:
        if isinstance(piece, str):
            pieces.append(piece)
        elif isinstance(piece, tuple):
            pieces.append(piece[int(draw() * len(piece))])
        elif isinstance(piece, Forms):
            _say(piece, teller, pieces)
        elif callable(piece):
            pieces.append(piece(teller))


def zipf(items: Sequence[Item], size: int = TABLE, head: int = HEAD) -> tuple[Item, ...]:
    """A table in which the n-th item stands in proportion to 1 / (head + n), each at least once."""
    weights = [1 / (head + n) for n in range(len(items))]
    share = size / sum(weights)
    return tuple(item for item, weight in zip(items, weights, strict=True) for _ in range(max(1, int(weight * share))))


def read_words() -> dict[str, Table]:
    """The words of words.toml, each list as a table to draw from."""
    lists = ((name, words) for name, words in _words_file().items() if isinstance(words, str))
    return {name: zipf([word.replace("_", " ") for word in words.split()]) for name, words in lists}


def read_parts() -> dict[str, list[str]]:
    """What names are put together from."""
    return {name: words.split() for name, words in _words_file()["parts"].items()}


def _words_file() -> dict[str, Any]:
    return tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))


def compile_phrases(words: Mapping[str, Table], fillers: Mapping[str, Filler]) -> dict[str, Forms]:
    """The phrases of phrases.toml; those of an event are named "meet.told", the others by their own name."""
    raw = tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8"))
    named = {f"{kind}.{way}": forms for kind, ways in raw.pop("event").items() for way, forms in ways.items()}
    for group in raw.values():
        named |= group
    phrases = {name: Forms() for name in named}

    known = {**words, **fillers, **phrases}
    for name, forms in named.items():
        for parts in map(SLOT.split, forms):
            phrases[name].append([known.get(p, _settled(p)) if n % 2 else p for n, p in enumerate(parts)])
    return phrases


def _settled(name: str) -> Filler:
    return lambda teller: teller.settled[name]
