"""Who is told to say so: "KCNA reported that ...", "according to the Kremlin"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from timeline.actions.slots import subject
from timeline.actions.tree import Mark, Parsed, Token, children, is_verb, lemma, marks_under

SAID = ("ccomp", "parataxis")


@cache
def reporting_verbs() -> frozenset[str]:
    """Lemmas of verbs of saying."""
    raw = tomllib.loads((files("timeline.actions") / "speech.toml").read_text(encoding="utf-8"))
    return frozenset(raw["say"].split())


def speakers(parsed: Parsed, token: Token) -> list[Mark]:
    """The actors who are told to claim what the token tells; empty where the text says it itself."""
    above = [marks for verb in reported_by(token) for noun in subject(verb) for marks in marks_under(parsed, noun)]
    return list(dict.fromkeys(above)) or _according(parsed)


def reported_by(token: Token) -> list[Token]:
    """The verbs of saying in whose clause the token stands, the nearest first."""
    found = []
    while token.head.i != token.i:
        if token.dep_ in SAID and is_reporting(token.head):
            found.append(token.head)
        token = token.head
    return found + [t for t in children(token, "parataxis") if is_reporting(t)]


def is_reporting(token: Token) -> bool:
    """Whether it is a verb of saying."""
    return is_verb(token) and lemma(token) in reporting_verbs()


def _according(parsed: Parsed) -> list[Mark]:
    return [
        mark
        for token in parsed.doc
        if token.lower_ == "according"
        for to in children(token, "prep")
        for noun in children(to, "pobj")
        for mark in marks_under(parsed, noun)
    ]
