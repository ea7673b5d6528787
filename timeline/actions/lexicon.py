"""The triggers, as data: `lexicon/*.toml`, one file for each type of PLOVER.

An entry names the word that triggers it and where its actors stand:

    name      what `rule` will say
    type      PLOVER type; mode, if there is one
    verb      lemmas of the verb; or
    noun      lemmas of the noun ("the visit of X to Y")
    object    lemmas of the verb's object, of which one must be there ("hold talks"); with `via`, of the
              noun after one of these prepositions ("pull out of talks")
    unless    lemmas of objects with which it does not fire ("met the demands")
    particle  words that must stand beside the verb ("call off", "take over")
    beside    lemmas of which one must stand in the noun's phrase ("nuclear test", "launch of a missile")
    source    slots, best first (see slots.py); target likewise
    mutual    all its actors stand on both sides
    outer     governs what is told in its clause: "agreed to send" is of its type
    yields    gives way to what is told in its clause: "failed to meet X" tells a meeting that did not take place
    modal     auxiliaries of which one must stand in the verb's clause ("said that X must leave")
    bare      has no object, unless that is where one goes to ("returned to X", but not "returned the ship to X")
    alone     may stand without a target
    partner   may leave its target unsaid: it is whoever the source dealt with last ("ratified it")
    examples  sentences, [source] and {target} marked; not: sentences in which it must not fire

In the lists of words, blanks separate.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from timeline.model import EventType

VERB_SOURCE, NOUN_SOURCE = "subj", "poss by of comp"
LISTS = ("verb", "noun", "object", "unless", "via", "particle", "modal", "beside")


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger; the fields are described above."""

    name: str
    type: EventType
    verb: frozenset[str]
    noun: frozenset[str]
    object: frozenset[str]
    unless: frozenset[str]
    via: frozenset[str]
    particle: frozenset[str]
    modal: frozenset[str]
    beside: frozenset[str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    mode: str = ""
    mutual: bool = False
    outer: bool = False
    alone: bool = False
    bare: bool = False
    partner: bool = False
    yields: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def demands(self) -> int:
        """How much it asks for: the entry that asks for most is tried first."""
        return (
            2 * bool(self.object)
            + 2 * bool(self.particle)
            + 2 * bool(self.modal)
            + 2 * bool(self.beside)
            + bool(self.via)
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, by the lemma of their trigger, the most demanding first."""

    entries: tuple[Entry, ...]
    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    partners: frozenset[str]
    loners: frozenset[str]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package."""
    folder = files("timeline.actions") / "lexicon"
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".toml")), key=lambda path: path.name)
    return make_lexicon(tuple(entry for path in paths for entry in read_entries(path.read_text(encoding="utf-8"))))


def make_lexicon(entries: tuple[Entry, ...]) -> Lexicon:
    """A lexicon of these entries."""
    ordered = sorted(entries, key=lambda entry: -entry.demands)
    partners = frozenset(entry.name for entry in entries if entry.partner)
    loners = frozenset(entry.name for entry in entries if entry.alone)
    return Lexicon(entries, _index(ordered, "verb"), _index(ordered, "noun"), partners, loners)


def read_entries(text: str) -> list[Entry]:
    """The entries of one TOML file.

    >>> [entry] = read_entries('''[[entry]]
    ... name = "veto"
    ... type = "REJECT"
    ... verb = "veto"
    ... target = "obj"''')
    >>> entry.source, entry.target
    (('subj',), ('obj',))
    """
    return [_entry(raw) for raw in tomllib.loads(text)["entry"]]


def _entry(raw: dict[str, Any]) -> Entry:
    values = {key: value for key, value in raw.items() if key not in ("not", "examples", "type", "source", "target")}
    words = {key: frozenset(values.pop(key, "").split()) for key in LISTS}
    source = raw.get("source", VERB_SOURCE if words["verb"] else NOUN_SOURCE)
    return Entry(
        **values | words,
        type=EventType(raw["type"]),
        source=tuple(source.split()),
        target=tuple(raw.get("target", "").split()),
        examples=tuple(raw.get("examples", ())),
        counterexamples=tuple(raw.get("not", ())),
    )


def _index(entries: list[Entry], field: str) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for lemma in getattr(entry, field):
            found.setdefault(lemma, []).append(entry)
    return MappingProxyType({lemma: tuple(group) for lemma, group in found.items()})
