"""The lexicon of the merge: what `words.toml` says of words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Lexicon:
    """light: words that tell nothing of the event; irregular: form -> word; derived: noun -> verb."""

    light: frozenset[str]
    particles: frozenset[str]
    irregular: Mapping[str, str]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    raw = tomllib.loads((files("timeline.merge") / "words.toml").read_text(encoding="utf-8"))
    irregular = {form: word for word, forms in raw["irregular"].items() for form in forms.split()}
    return Lexicon(frozenset(raw["light"].split()), frozenset(raw["particles"].split()), MappingProxyType(irregular))
