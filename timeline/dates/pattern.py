"""The patterns of rules: how they are written, and the regular expressions over symbols that they become.

    august ,          a word or sign as it stands in the text (small letters stand for capitals too)
    [unit]  <unit>    any word of the class `unit`; in angles its value is kept, under that name
    <first:month>     the same, kept as `first`; the name of a phrase may stand for that of a class
    (a | b)?          choice and option; \\( is the sign itself
    !the  &( - <day>) what stands next must not, or must, be this: to the left at the beginning of a pattern
                      (one word there), to the right elsewhere

There is no repetition: the work at one place is bounded, and so finding is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from timeline.dates.lexicon import Lexicon, Words

PARTS = re.compile(r"[!&]?(?:\(|\[[^\]\s]+\]|<[^>\s]+>|\\.|[^\s()|?<\[\\]+)|[)|?]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an expression, and how many symbols it takes at least and at most.

    `first` has, for each symbol that it can begin with, the fewest symbols that it then takes.
    """

    regex: str
    first: Mapping[str, int] = field(default_factory=dict)
    shortest: int = 0
    longest: int = 0

    def then(self, after: Piece) -> Piece:
        first: Mapping[str, int] = {symbol: count + after.shortest for symbol, count in self.first.items()}
        if not self.shortest:
            first = _fewest(first, after.first)
        return Piece(self.regex + after.regex, first, self.shortest + after.shortest, self.longest + after.longest)


def literals(pattern: str) -> Iterator[str]:
    """The words that a pattern names itself.

    >>> list(literals("the? <ordinal> [unit] of ( !may | <year> )"))
    ['the', 'of', 'may']
    """
    for part in PARTS.findall(pattern):
        bare = part.lstrip("!&") or part
        if bare[0] not in "()|?[<":
            yield bare.lstrip("\\")


class Compiler:
    """Turns patterns into expressions for one lexicon and its phrases."""

    def __init__(self, lexicon: Lexicon, phrases: Mapping[str, str]) -> None:
        self._lexicon, self._phrases = lexicon, phrases
        self.kept: dict[str, tuple[str, str]] = {}  # group -> the name under which it is kept, and its class

    def piece(self, pattern: str) -> Piece:
        """Raises ValueError, which names the pattern, if it cannot be read."""
        parts = PARTS.findall(pattern)
        result = self._choice(parts, pattern)
        if parts:
            raise ValueError(f"{pattern}: unexpected {parts[0]!r}")
        return result

    def _choice(self, parts: list[str], pattern: str) -> Piece:
        options = [self._sequence(parts, pattern)]
        while parts and parts[0] == "|":
            parts.pop(0)
            options.append(self._sequence(parts, pattern))
        return options[0] if len(options) == 1 else _either(options)

    def _sequence(self, parts: list[str], pattern: str) -> Piece:
        result = Piece("")
        while parts and parts[0] not in ("|", ")"):
            unit = self._unit(parts, pattern, at_start=not result.first)
            if parts and parts[0] == "?":
                parts.pop(0)
                unit = Piece(f"(?:{unit.regex})?", unit.first, 0, unit.longest)
            result = result.then(unit)
        return result

    def _unit(self, parts: list[str], pattern: str, *, at_start: bool) -> Piece:
        part = parts.pop(0)
        if part[0] in "!&" and len(part) > 1:
            kept = len(self.kept)
            inner = self._group(part[1:], parts, pattern)
            if at_start and (len(self.kept) > kept or inner.shortest != inner.longest):
                raise ValueError(f"{pattern}: what stands before must be of one length, and nothing of it is kept")
            return Piece(f"(?{'<' * at_start}{'!' if part[0] == '!' else '='}{inner.regex})", longest=inner.longest)
        return self._group(part, parts, pattern)

    def _group(self, part: str, parts: list[str], pattern: str) -> Piece:
        if part != "(":
            return self._word(part)
        inner = self._choice(parts, pattern)
        if not parts or parts.pop(0) != ")":
            raise ValueError(f"{pattern}: a bracket is not closed")
        return _either([inner])

    def _word(self, part: str) -> Piece:
        if part[0] == "[":
            return self._class(part[1:-1])
        if part[0] == "<":
            name, _, kind = part[1:-1].partition(":")
            inner = self._class(kind or name)
            group = f"g{len(self.kept)}"  # the same name may be kept at several places of a pattern
            self.kept[group] = name.replace("-", "_"), kind or name
            return replace(inner, regex=f"(?P<{group}>{inner.regex})")
        return self._literal(part.lstrip("\\"))

    def _class(self, name: str) -> Piece:
        if name in self._phrases:
            return _either([self.piece(self._phrases[name])])
        rows = [self._row(words) for words in self._lexicon.phrases.get(name, ())]
        if own := self._lexicon.symbols.get(name):
            rows.append(_any(own))
        if not rows:
            raise ValueError(f"no such class or phrase: {name}")
        return rows[0] if len(rows) == 1 else _either(rows)

    def _row(self, words: Words) -> Piece:
        result = Piece("")
        for word in words:
            result = result.then(self._literal(word))
        return result

    def _literal(self, word: str) -> Piece:
        return _any(self._lexicon.symbols[f"={word}"])


def _any(symbols: str) -> Piece:
    return Piece(symbols if len(symbols) == 1 else f"[{symbols}]", dict.fromkeys(symbols, 1), 1, 1)


def _either(options: list[Piece]) -> Piece:
    first: Mapping[str, int] = {}
    for option in options:
        first = _fewest(first, option.first)
    shortest, longest = min(option.shortest for option in options), max(option.longest for option in options)
    return Piece(f"(?:{'|'.join(option.regex for option in options)})", first, shortest, longest)


def _fewest(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    return {**one, **{symbol: min(count, one.get(symbol, count)) for symbol, count in other.items()}}
