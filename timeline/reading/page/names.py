"""The names of `meta.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Names:
    """`meta`: for each field what pages call it, the best first; the rest as in the file."""

    meta: Mapping[str, tuple[str, ...]]
    articles: frozenset[str]
    pages: frozenset[str]
    elsewhere: frozenset[str]
    aside: re.Pattern[str]
    stamp: re.Pattern[str]
    changed: re.Pattern[str]


@cache
def load_names() -> Names:
    """The names that come with the program."""
    raw = tomllib.loads((files("timeline.reading.page") / "meta.toml").read_text(encoding="utf-8"))
    sets, classes = {name: frozenset(raw.pop(name)) for name in ("articles", "pages", "elsewhere")}, raw.pop("classes")
    patterns = {name: re.compile("|".join(words), re.IGNORECASE) for name, words in classes.items()}
    return Names(
        MappingProxyType({name: tuple(words) for name, words in raw.items()}),
        articles=sets["articles"],
        pages=sets["pages"],
        elsewhere=sets["elsewhere"],
        aside=patterns["aside"],
        stamp=patterns["stamp"],
        changed=patterns["changed"],
    )
