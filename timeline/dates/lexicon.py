"""The words that a language knows, and the symbol of each.

A word that stands in several classes ("second" is an ordinal and a unit) has a symbol of its own; words
that stand in the same classes share one. So a class is a set of symbols, whatever its words are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.dates.particles import JOINT, Particles
from timeline.dates.tokens import BLANK, UNKNOWN, Rows, rows, split
from timeline.spelling import expanded

Value = int | float | str | Mapping[str, int | float | str]
Words = tuple[str, ...]

# Signs that differ in print only.
SAME = {"-": "-‐‑‒–—―−", "'": "'’‘ʼ`´", "~": "~∼〜～", "·": "·ㆍ・‧•∙⋅", '"': '"“”„«»'}
USUAL = {sign: usual for usual, alike in SAME.items() for sign in alike if sign != usual}
YEARS = range(1500, 2101)
BREAK = "\n"  # the symbol of a blank line


@dataclass(frozen=True)
class Lexicon:
    """Spelling -> symbol, class -> symbols, the values of the words in each class, what is glued to words.

    rows   chunk of text -> the symbols of its pieces, by the spellings
    """

    spellings: Mapping[str, str]
    symbols: Mapping[str, str]
    phrases: Mapping[str, tuple[Words, ...]]
    values: Mapping[str, Mapping[Words, Value]]
    particles: Particles
    rows: Rows

    def value(self, name: str, words: Words) -> Value | None:
        """What the words mean in the class `name`: a number for digits, else what the data say."""
        if name in NUMERIC:
            return int(words[0])
        return self.values[name].get(words, int(words[0]) if words[0].isdigit() else None)

    def stemmed(self, words: Words) -> Words:
        """The words as the data write them: signs in their usual print, and no particles glued to words."""
        if not self.particles.lent:
            return tuple(USUAL.get(word, word) for word in words)
        return tuple(USUAL.get(word, word) if word in self.spellings else self.particles.cut(word)[0] for word in words)


def _digits(numbers: Iterable[int], *widths: int) -> tuple[str, ...]:
    """
    >>> _digits([7, 12], 1, 2)
    ('7', '07', '12')
    """
    numbers = tuple(numbers)
    return tuple(f"{number:0{width}}" for width in widths for number in numbers if number < 10**width)


NUMERIC: Mapping[str, tuple[str, ...]] = {
    "int": _digits(range(10_000), 1, 2, 3, 4),
    "short-int": _digits(range(1000), 1, 2, 3),
    "day": _digits(range(1, 32), 1, 2),
    "month-number": _digits(range(1, 13), 1, 2),
    "hour": _digits(range(25), 1, 2),
    "minute": _digits(range(60), 2),
    "hour-minute": _digits((number for number in range(2401) if number % 100 < 60), 4),
    "two-digits": _digits(range(100), 2),
    "three-digits": _digits(range(1000), 3),
    "year": _digits(YEARS, 4),
    "early-year": _digits(range(1000, YEARS.start), 4),
    "old-year": _digits(range(100, 2200), 3, 4),
    "decade-year": _digits(range(100, 2200, 10), 3, 4),
}


def build(
    classes: Mapping[str, Mapping[str, Value]],
    literals: Iterable[str],
    particles: Mapping[str, str] = MappingProxyType({}),
) -> Lexicon:
    """`classes` and `particles` as in words.toml; `literals` are the words that rules name themselves."""
    tags: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, list[Words]] = {}
    values: dict[str, dict[Words, Value]] = {}
    for name, entries in classes.items():
        phrases[name], values[name] = [], {}
        for entry, value in ((form, value) for row, value in entries.items() for form in expanded(row)):
            words = split(entry)
            values[name][tuple(word.lower() for word in words)] = value
            if len(words) == 1:
                _tag(tags, words[0], name)
            else:
                phrases[name].append(words)
                for word in words:
                    _tag(tags, word, f"={word}")
    for word in literals:
        _tag(tags, word, f"={word}")
    lent = {form: name for row, name in particles.items() for form in expanded(row)}
    _lend(tags, {name for name in lent.values() if name})
    for name, numbers in NUMERIC.items():
        for number in numbers:
            tags[number].add(name)
    longest_first = {name: tuple(sorted(rows, key=len, reverse=True)) for name, rows in phrases.items()}
    spellings, symbols = _symbols(tags)
    glue = Particles(lent, spellings, max(map(len, lent), default=0))
    return Lexicon(spellings, symbols, longest_first, values, glue, rows(glue.symbol if lent else spellings.get))


def _tag(tags: dict[str, set[str]], word: str, tag: str) -> None:
    """Small letters in the data stand for capitals too; capitals for capitals alone ("May", "Sun")."""
    for spelling in {word, word.capitalize(), word.upper(), *SAME.get(word, "")}:
        tags[spelling].add(tag)


def _lend(tags: dict[str, set[str]], classes: Iterable[str]) -> None:
    """Adds, for each word, what it is with a particle that lends it a class."""
    for word in [*filter(str.isalpha, tags)]:
        for name in classes:
            tags[word + JOINT + name] = tags[word] | {name}


def _symbols(tags: Mapping[str, set[str]]) -> tuple[dict[str, str], dict[str, str]]:
    """(spelling -> symbol, class or literal -> its symbols)"""
    spellings: dict[str, str] = {BLANK: BREAK}
    members: dict[str, str] = defaultdict(str)
    known: dict[frozenset[str], str] = {}
    for spelling, own in tags.items():
        key = frozenset(own)
        if key not in known:
            known[key] = _fresh(len(known))
            for tag in key:
                members[tag] += known[key]
        spellings[spelling] = known[key]
    return spellings, dict(members)


def _fresh(count: int) -> str:
    """The next free character; low ones are the quickest to match. None of them needs escaping."""
    symbol = chr(ord("0") + count)
    return symbol if re.fullmatch(r"\w", symbol) and symbol != UNKNOWN else chr(0x4E00 + count)
