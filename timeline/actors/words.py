"""Function words and endings that decide what a name means; all of them from the tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.actors.data import Data
from timeline.actors.scripts import tail_pattern
from timeline.spelling import expanded


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Names that are another's where the text has one of the cues: Georgia beside Atlanta."""

    names: frozenset[str]
    cues: re.Pattern[str]
    unless: re.Pattern[str]

    def told(self, text: str) -> bool:
        """Whether the text speaks of the other."""
        return bool(self.cues.search(text)) and not self.unless.search(text)


@dataclass(frozen=True, slots=True)
class Words:
    """`modifier` matches one modifier and the space after it; `past` are those that unseat the holder."""

    modifier: re.Pattern[str]
    past: re.Pattern[str]
    endings: re.Pattern[str]
    beginnings: re.Pattern[str]
    things: re.Pattern[str]
    of_things: re.Pattern[str]
    american: re.Pattern[str]
    elsewhere: tuple[Elsewhere, ...]
    given_names: frozenset[str]
    unsure: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    closers: frozenset[str]
    given_shape: re.Pattern[str]
    sectors: Mapping[str, str]
    tail: re.Pattern[str]


def read_words(data: Data) -> Words:
    """The words of the tables, ready to match."""
    heads, looks, names, more = (data.tables[name] for name in ("heads", "lookalikes", "names", "scripts"))
    return Words(
        modifier=re.compile(rf"(?:{_any([*heads['modifiers'], *more['modifiers']])})(?:(?<=-)| )", re.I),
        past=re.compile(rf"\b(?:{_any([*heads['past'], *more['past']])})(?:(?<=-)| )", re.I),
        endings=re.compile(rf"-(?:{_any(looks['endings'])})\b", re.I),
        beginnings=re.compile(rf"\b(?:{_any(looks['beginnings'])})-\Z", re.I),
        things=re.compile(rf"(?: [A-Z][\w']+)? (?:{_any(looks['things'])})\b"),
        american=re.compile(rf", (?:{_any(looks['american_states'])})\b"),
        of_things=re.compile(rf"\b(?:(?:{_any(looks['things_of'])}) of (?:the )?|(?:{_any(looks['given'])}) )\Z"),
        elsewhere=tuple(_elsewhere(table) for table in looks["elsewhere"]),
        given_names=frozenset(looks["given_names"]),
        unsure=frozenset([*looks["unsure"], *more["unsure"]]),
        titles=frozenset([*names["titles"], *more["titles"]]),
        openers=frozenset([*names["openers"], *more["openers"]]),
        closers=frozenset(names["closers"]),
        given_shape=re.compile(names["given_shape"], re.I),
        sectors=names["sectors"],
        tail=tail_pattern(data),
    )


def _elsewhere(table: Mapping[str, list[str]]) -> Elsewhere:
    cues, unless = (re.compile(rf"\b(?:{_any(table[key])})\b") for key in ("cues", "unless"))
    return Elsewhere(frozenset(table["names"]), cues, unless)


def _any(words: list[str]) -> str:
    return "|".join(
        re.escape(word) for word in sorted((w for entry in words for w in expanded(entry)), key=len, reverse=True)
    )
