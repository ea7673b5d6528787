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
from timeline.dates.pattern import Compiler, literals

DATA = files("timeline.dates") / "languages"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it means where it fits, and the examples that prove it."""

    name: str
    meaning: str
    constants: Mapping[str, Any]
    examples: tuple[Mapping[str, Any], ...]
    negatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One pattern of a rule. `kept` has the number of each group, its name, and the class of its words."""

    regex: re.Pattern[str]
    kept: tuple[tuple[int, str, str], ...]
    rule: Rule


@dataclass(frozen=True)
class Grammar:
    """What the engine knows of a language; `forms` has, for each symbol, the patterns that can begin with it."""

    code: str
    lexicon: Lexicon
    rules: tuple[Rule, ...]
    forms: Mapping[str, tuple[Form, ...]]
    settings: Mapping[str, Any]

    @cached_property
    def starts(self) -> re.Pattern[str]:
        """Finds the symbols with which a rule can begin."""
        return re.compile(f"[{''.join(self.forms)}]")

    @cached_property
    def gates(self) -> Mapping[str, re.Pattern[str]]:
        """For each first symbol, whether any form fits: one look instead of many."""
        return {
            symbol: re.compile("|".join(re.sub(r"\?P<\w+>", "?:", form.regex.pattern) for form in forms))
            for symbol, forms in self.forms.items()
        }

    def cues(self, name: str) -> str:
        """The symbols of a class of single words; empty if the language has none."""
        return self.lexicon.symbols.get(name, "")


def languages() -> tuple[str, ...]:
    """The codes of the languages that have a grammar."""
    return tuple(sorted(entry.name for entry in DATA.iterdir() if (entry / "rules.toml").is_file()))


@lru_cache(maxsize=8)
def load_grammar(code: str) -> Grammar:
    """The grammar of a language that `languages()` names."""
    folder = DATA / code
    words = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    rules = tomllib.loads((folder / "rules.toml").read_text(encoding="utf-8"))
    return make_grammar(code, words, rules)


def make_grammar(code: str, words: Mapping[str, Any], rules: Mapping[str, Any]) -> Grammar:
    """From the parsed words.toml and rules.toml."""
    phrases: Mapping[str, str] = rules.get("phrases", {})
    patterns = [pattern for row in rules["rule"] for pattern in row["patterns"]]
    own = {word for pattern in (*patterns, *phrases.values()) for word in literals(pattern)}
    lexicon = build(words["classes"], own)
    made, forms = [], dict[str, list[Form]]()
    for row in rules["rule"]:
        made.append(_rule(row))
        for pattern in row["patterns"]:
            form, first = _form(pattern, made[-1], Compiler(lexicon, phrases))
            for symbol in sorted(first):
                forms.setdefault(symbol, []).append(form)
    frozen = {symbol: tuple(rows) for symbol, rows in forms.items()}
    return Grammar(code, lexicon, tuple(made), frozen, words.get("settings", {}))


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(row["name"], row["meaning"], row.get("with", {}), tuple(row["examples"]), tuple(row["not"]))


def _form(pattern: str, rule: Rule, compiler: Compiler) -> tuple[Form, frozenset[str]]:
    """The form, and the symbols that it can begin with."""
    piece = compiler.piece(pattern)
    if piece.empty:
        raise ValueError(f"rule {rule.name}: {pattern}: must not fit where nothing stands")
    regex = re.compile(piece.regex)
    kept = tuple((regex.groupindex[group], *names) for group, names in compiler.kept.items())
    return Form(regex, kept, rule), piece.first
