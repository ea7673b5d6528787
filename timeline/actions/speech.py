"""Who is told to say so, or to deny it: "KCNA reported that ...", "according to the Kremlin"."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline.actions.slots import subject
from timeline.actions.tree import Mark, Parsed, Token, children, is_verb, lemma, marks_under

SAID = ("ccomp", "parataxis")
DENIED = frozenset({"xcomp", "ccomp", "conj", "pcomp", "prep", "dobj", "pobj", "acl", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Speech:
    """The lemmas of `speech.toml`."""

    say: frozenset[str]
    deny: frozenset[str]
    dismiss: frozenset[str]
    claims: frozenset[str]


@cache
def load_speech() -> Speech:
    """The words of the package."""
    raw = tomllib.loads((files("timeline.actions") / "speech.toml").read_text(encoding="utf-8"))
    return Speech(**{name: frozenset(words.split()) for name, words in raw.items()})


def speakers(parsed: Parsed, token: Token) -> list[Mark]:
    """The actors who are told to claim or deny what the token tells; empty where the text says it itself."""
    denial = denial_of(token)
    verbs = [denial] if denial else reported_by(token)
    above = [marks for verb in verbs for noun in subject(verb) for marks in marks_under(parsed, noun)]
    return list(dict.fromkeys(above)) or _according(parsed)


def reported_by(token: Token) -> list[Token]:
    """The verbs of saying in whose clause the token stands, the nearest first."""
    found = []
    while token.head.i != token.i:
        if token.dep_ in SAID and is_reporting(token.head):
            found.append(token.head)
        token = token.head
    return found + [t for t in children(token, "parataxis") if is_reporting(t)]


def denial_of(token: Token) -> Token | None:
    """The verb that calls untrue what the token tells; None if there is none.

    "Denied them permission to visit" refuses something to somebody, and so does "rejected sending X"; "rejected the
    claim that X was sent" denies. That a claim was made is never denied, but what it says.
    """
    words, claimed = load_speech(), False
    if not is_verb(token) and lemma(token) in words.claims:
        return None
    while token.dep_ in DENIED and token.head.i != token.i and not any(t.tag_ == "TO" for t in children(token, "aux")):
        token = token.head
        claimed = claimed or lemma(token) in words.claims
        if is_verb(token) and (lemma(token) in words.deny or (claimed and lemma(token) in words.dismiss)):
            return None if children(token, "dative") else token
    return None


def is_reporting(token: Token) -> bool:
    """Whether it is a verb of saying, or of denying."""
    words = load_speech()
    return is_verb(token) and lemma(token) in words.say | words.deny


def _according(parsed: Parsed) -> list[Mark]:
    return [
        mark
        for token in parsed.doc
        if token.lower_ == "according"
        for to in children(token, "prep")
        for noun in children(to, "pobj")
        for mark in marks_under(parsed, noun)
    ]
