"""Who "he", "the two sides" and "his country" are: the latest who fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Actor, ActorMention, Sentence

SEVERAL = re.compile(
    r"\b(they|them|their|both|two|sides|parties|each other|leaders|countries|neighbou?rs|nations)\b", re.I
)
COUNTRY = re.compile(r"\b(country|state|nation|homeland|government|it|its|capital|regime|side|army|military)\b", re.I)
REACH = 3  # sentences back


def resolve_references(mentions: Sequence[ActorMention], sentences: Sequence[Sentence]) -> list[ActorMention]:
    """The mentions, those of kind "reference" with the actors they stand for; the others as they are."""
    known: list[tuple[int, ActorMention]] = []
    for mention in mentions:
        number = next((n for n, s in enumerate(sentences) if s.start <= mention.start < s.end), -1)
        if mention.kind == "reference" and not mention.actors and number >= 0:
            mention = replace(mention, actors=antecedents(mention.text, number, known))  # noqa: PLW2901 - as resolved
        known.append((number, mention))
    return [mention for _, mention in known]


def antecedents(words: str, number: int, known: Sequence[tuple[int, ActorMention]]) -> tuple[Actor, ...]:
    """Whom the words in sentence `number` stand for, given the mentions before them."""
    near = [(n, m) for n, m in known if n >= number - REACH and m.actors and m.kind != "place"]
    if SEVERAL.search(words):
        return _pair(near)
    if COUNTRY.search(words):
        states = [a for _, m in near for a in m.actors if len(m.actors) == 1 and m.kind != "capital"]
        return (replace(states[-1], person="", sector=""),) if states else ()
    return _person(near)


def _pair(near: Sequence[tuple[int, ActorMention]]) -> tuple[Actor, ...]:
    """The parties of the latest sentence that names just two, else the latest two."""
    for number in sorted({n for n, _ in near}, reverse=True):
        codes = {a.code: a for n, m in near if n == number for a in m.actors}
        if len(codes) > 1:
            return tuple(codes.values()) if len(codes) == 2 else ()
    latest = {a.code: a for _, m in near for a in m.actors}
    return tuple(latest.values())[-2:] if len(latest) > 1 else ()


def _person(near: Sequence[tuple[int, ActorMention]]) -> tuple[Actor, ...]:
    """The first person of the latest sentence that names one: mostly its subject."""
    persons = [(n, a) for n, m in near for a in m.actors if a.person]
    return next(((a,) for n, a in persons if n == persons[-1][0]), ())
