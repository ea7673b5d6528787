"""A state and a noun make an actor: "the Russian Foreign Ministry", "the army of the DPRK", "envoy to Pyongyang"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.values import Found, Head, Hit, Name
from timeline.actors.words import Words
from timeline.model import Actor

# Korean and Chinese write the noun on, or with a particle; a Russian genitive needs no word between.
_LINK = re.compile(r"(?: ?'s|')?[ -]|(?<=[가-힣一-鿿])(?:의 ?|的)?(?=[가-힣一-鿿])")
_OF = re.compile(r" of (?:the )?|(?<=[а-яёА-ЯЁ]) ")
_PREPOSITION = re.compile(r" (to|for|on|in|в|при) (?:the )?")
_MODIFIERS_AT_MOST = 4
_REACH = 12
Bases = dict[int, Found]
Heads = Mapping[int, list[tuple[int, Head]]]


def found_names(hits: list[Hit]) -> list[Found]:
    """Every name as it stands, without a noun."""
    return [
        Found(hit.start, hit.end, name.kind, name.actors, name.place, name.needs, name.roles)
        for hit in hits
        if isinstance(name := hit.meaning, Name)
    ]


def compose(text: str, hits: list[Hit], names: list[Found], gazetteer: Gazetteer) -> list[Found]:
    """Every actor that a name makes together with a noun of heads.toml."""
    heads = _heads(hits)
    bases: Bases = {}
    made: list[Found] = []
    for name in names:
        if len(name.actors) == 1:
            made += _before(text, name, heads, gazetteer)
            _keep_longest(bases, name)
    for found in made:
        _keep_longest(bases, found)
    for start in sorted(heads, reverse=True):
        for end, head in heads[start]:
            for found in _of(text, start, end, head, bases, gazetteer.words):
                made.append(found)
                _keep_longest(bases, found)
    return [_absorb(text, found, bases) for found in made] if made else made


def _heads(hits: list[Hit]) -> Heads:
    heads: dict[int, list[tuple[int, Head]]] = {}
    for hit in hits:
        if isinstance(hit.meaning, Head):
            heads.setdefault(hit.start, []).append((hit.end, hit.meaning))
    for nouns in heads.values():
        if len(nouns) > 1:
            nouns.sort(key=lambda noun: -noun[0])
    return heads


def _keep_longest(bases: Bases, found: Found) -> None:
    known = bases.get(found.start)
    if known is None or known.end < found.end:
        bases[found.start] = found


def _before(text: str, name: Found, heads: Heads, gazetteer: Gazetteer) -> Iterator[Found]:
    """The name, then the noun, with a few modifiers between."""
    link = _LINK.match(text, name.end)
    at = link.end() if link else len(text)
    for _ in range(_MODIFIERS_AT_MOST + 1):
        for end, head in heads.get(at, ()):
            yield _made(name, name.start, end, head, _past(text, name, at, gazetteer.words))
        modifier = gazetteer.words.modifier.match(text, at)
        if not modifier:
            return
        at = modifier.end()


def _past(text: str, name: Found, at: int, words: Words) -> bool:
    """Whether a word before the name, or between it and the noun, unseats the holder."""
    return _past_before(text, name.start, words) or bool(words.past.search(text, name.end, at))


def _past_before(text: str, start: int, words: Words) -> bool:
    before = words.past.search(text, max(0, start - _REACH), start)
    return bool(before and before.end() == start)


def _of(text: str, start: int, end: int, head: Head, bases: Bases, words: Words) -> Iterator[Found]:  # noqa: PLR0917
    """The noun, then the name: "president of the Russian Federation"."""
    link = _OF.match(text, end)
    base = bases.get(link.end()) if link else None
    if base and base.kind != "capital":
        past = text.startswith("'s", base.end) or _past_before(text, start, words)
        yield _made(base, start, base.end, head, past)


def _made(base: Found, start: int, end: int, head: Head, past: bool) -> Found:
    actor = base.actors[0]
    whole = not actor.sector and not past
    acting = Actor(actor.code, actor.name, sector=head.sector)
    return Found(
        start, end, head.kind, (acting,), needs=base.needs, roles=head.roles if whole else (), takes=head.takes
    )


def _absorb(text: str, found: Found, bases: Bases) -> Found:
    """ "Russia's ambassador to Pyongyang" is one actor, and Pyongyang none."""
    link = _PREPOSITION.match(text, found.end) if found.takes else None
    base = bases.get(link.end()) if link and link[1] in found.takes else None
    return replace(found, end=base.end) if base else found
