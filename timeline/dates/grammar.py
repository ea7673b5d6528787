"""Reads the words and rules of a language into one frozen Grammar."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from timeline.dates.lexicon import Lexicon, build
from timeline.dates.pattern import Compiler, Piece, literals
from timeline.dates.tokens import UNKNOWN
from timeline.spelling import expanded

DATA = files("timeline.dates") / "languages"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule: what it means where it fits, and the examples that prove it."""

    name: str
    meaning: str
    constants: Mapping[str, Any]
    examples: tuple[Mapping[str, Any], ...]
    negatives: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Form:
    """One pattern of a rule. `kept` has each group, the name of what it keeps, and the class of its words."""

    pattern: str
    source: str
    kept: tuple[tuple[str, str, str], ...]
    rule: Rule

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when it is first tried: most patterns are never needed, and all of them take long."""
        return re.compile(self.source)


@dataclass(frozen=True, eq=False)
class Grammar:
    """What the engine knows of a language.

    forms   for each symbol, the patterns that can begin with it
    starts  finds the places where one can begin
    reach   the most symbols that a pattern can take
    """

    code: str
    lexicon: Lexicon
    rules: tuple[Rule, ...]
    forms: Mapping[str, tuple[Form, ...]]
    starts: re.Pattern[str]
    reach: int
    settings: Mapping[str, Any]

    def cues(self, name: str) -> str:
        """The symbols of a class of single words; empty if the language has none."""
        return self.lexicon.symbols.get(name, "")


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a grammar."""
    return tuple(sorted(entry.name for entry in DATA.iterdir() if (entry / "rules.toml").is_file()))


@lru_cache(maxsize=1)
def short_codes() -> Mapping[str, str]:
    """The code of two letters for each of three."""
    return tomllib.loads((DATA / "codes.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def calendar_words() -> frozenset[str]:
    """The names of months and of days of the week in all languages with a grammar, in small letters.

    >>> {"may", "monday", "августа", "월요일"} <= calendar_words()
    True
    """
    classes = [
        tomllib.loads((DATA / code / "words.toml").read_text(encoding="utf-8"))["classes"] for code in languages()
    ]
    rows = (row for found in classes for name in ("month", "weekday") for row in found.get(name, {}))
    return frozenset(form.casefold().strip(".") for row in rows for form in expanded(row))


@lru_cache(maxsize=16)
def load_grammar(code: str, kind: str = "report") -> Grammar:
    """The grammar of a language that `languages()` names, for a kind of text: "report" or "story"."""
    words, rules, lexicon = _data(code)
    return make_grammar(code, words, rules, kind, lexicon)


@lru_cache(maxsize=16)
def _data(code: str) -> tuple[Mapping[str, Any], Mapping[str, Any], Lexicon]:
    """The words and rules of a language, and its lexicon, which is the same for all kinds of text."""
    words = tomllib.loads((DATA / code / "words.toml").read_text(encoding="utf-8"))
    rules = tomllib.loads((DATA / code / "rules.toml").read_text(encoding="utf-8"))
    return words, rules, make_lexicon(words, rules)


def make_lexicon(words: Mapping[str, Any], rules: Mapping[str, Any]) -> Lexicon:
    """From the parsed words.toml and rules.toml."""
    patterns = [pattern for row in rules["rule"] for pattern in row["patterns"]]
    own = {word for pattern in (*patterns, *rules.get("phrases", {}).values()) for word in literals(pattern)}
    return build(words["classes"], own, words.get("particles", {}))


def make_grammar(code: str, words: Mapping[str, Any], rules: Mapping[str, Any], kind: str, lexicon: Lexicon) -> Grammar:
    """From the same, and their lexicon. A rule may be `only` for reports, or for stories."""
    phrases: Mapping[str, str] = rules.get("phrases", {})
    rows = [row for row in rules["rule"] if row.get("only", kind) == kind]
    made: list[Rule] = []
    forms: dict[str, list[Form]] = {}
    pieces: list[Piece] = []
    for row in rows:
        made.append(_rule(row))
        for pattern in row["patterns"]:
            compiler = Compiler(lexicon, phrases)
            pieces.append(compiler.piece(pattern))
            form = _form(pattern, made[-1], pieces[-1], compiler)
            for symbol in pieces[-1].first:
                forms.setdefault(symbol, []).append(form)
    frozen = {symbol: tuple(own_forms) for symbol, own_forms in forms.items()}
    reach = max(piece.longest for piece in pieces)
    return Grammar(code, lexicon, tuple(made), frozen, _starts(pieces), reach, words.get("settings", {}))


def _starts(pieces: list[Piece]) -> re.Pattern[str]:
    """A symbol that is a match alone, or one with a known word behind it: most "the" and "in" have none."""
    every = "".join(sorted({symbol for piece in pieces for symbol in piece.first}))
    alone = "".join(sorted({symbol for piece in pieces for symbol, fewest in piece.first.items() if fewest == 1}))
    return re.compile(f"[{every}](?:(?<=[{alone}])|(?=[^{UNKNOWN}]))" if alone else f"[{every}](?=[^{UNKNOWN}])")


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(row["name"], row["meaning"], row.get("with", {}), tuple(row["examples"]), tuple(row["not"]))


def _form(pattern: str, rule: Rule, piece: Piece, compiler: Compiler) -> Form:
    if not piece.shortest:
        raise ValueError(f"rule {rule.name}: {pattern}: must not fit where nothing stands")
    kept = tuple((group, *names) for group, names in compiler.kept.items())
    return Form(pattern, piece.regex, kept, rule)
