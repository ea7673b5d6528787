"""Who "he", "the two sides" and "his country" are: the latest who fit."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from timeline.actors import load_gazetteer
from timeline.model import Actor, ActorMention, Sentence

STATES = ("state", "demonym", "government", "reference")
REACH = 3  # sentences back
MANY = 60  # mentions back
NEAR = 20  # characters before a town that are read for a preposition
WHERE = re.compile(
    r"\b(?:in|at|near|from|to|via|outside|through|for|around|of|visit\w*|left)\s+(?:the\s+)?$", re.IGNORECASE
)
LISTED = re.compile(r",? and |, |; | & ")
Known = Sequence[tuple[int, ActorMention]]


@dataclass(frozen=True, slots=True)
class Words:
    """The patterns of `references.toml`."""

    person: re.Pattern[str]
    other: re.Pattern[str]
    others: re.Pattern[str]
    pair: re.Pattern[str]
    states: re.Pattern[str]
    state: re.Pattern[str]
    body: re.Pattern[str]
    search: re.Pattern[str]
    neighbour: re.Pattern[str]
    women: frozenset[str]
    roles: Mapping[str, frozenset[str]]


@cache
def load_words() -> Words:
    """The patterns of the package."""
    raw = tomllib.loads((files("timeline.events") / "references.toml").read_text(encoding="utf-8"))
    search = re.compile(raw.pop("search"), re.IGNORECASE)
    women = frozenset(raw.pop("women").split(", "))
    roles = {title: frozenset(held) for title, held in raw.pop("roles").items()}
    return Words(
        women=women,
        roles=roles,
        **{name: re.compile("|".join(raw[name]), re.IGNORECASE) for name in raw},
        search=search,
    )


def resolve_references(
    text: str, mentions: Sequence[ActorMention], sentences: Sequence[Sentence]
) -> list[ActorMention]:
    """The mentions in order, with pronouns added, and each reference with the actors that it stands for.

    What stands for nobody who was named keeps no actors.
    """
    starts = [sentence.start for sentence in sentences]
    known, found = list[tuple[int, ActorMention]](), list[ActorMention]()
    for mention in sorted([*mentions, *pronouns(text, mentions)], key=lambda m: m.start):
        number = bisect_right(starts, mention.start) - 1
        resolved = mention
        if mention.kind == "reference" and not mention.actors:
            actors = antecedents(mention.text, number, known, text)
            resolved = replace(mention, actors=actors, roles=_office(actors, known))
        found.append(resolved)
        known.append((number, replace(resolved, kind="government") if _is_government(text, resolved) else resolved))
    return found


def _is_government(text: str, mention: ActorMention) -> bool:
    """Whether a capital acts, so that "it" may stand for it: not where it says where."""
    return mention.kind == "capital" and not WHERE.search(text, max(0, mention.start - NEAR), mention.start)


def _office(actors: tuple[Actor, ...], known: Known) -> tuple[str, ...]:
    """The roles of the office by which alone he was named whom the words stand for."""
    return next((m.roles for _, m in reversed(known) if actors and m.actors == actors), ())


def pronouns(text: str, mentions: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The pronouns in a text that are no part of a mention."""
    taken = {at for m in mentions for at in range(m.start, m.end)}
    for match in load_words().search.finditer(text):
        if match.start() not in taken and match.end() - 1 not in taken:
            yield ActorMention(match.start(), match.end(), match[0], (), "reference")


def antecedents(words: str, number: int, known: Known, text: str) -> tuple[Actor, ...]:
    """Whom the words in sentence `number` of the text stand for, given the mentions before them."""
    patterns = load_words()
    near = [(n, m) for n, m in known[-MANY:] if n >= number - REACH and m.actors and m.kind != "place"]
    is_person = patterns.person.fullmatch(words) or patterns.other.fullmatch(words)
    if namesake := _namesake(words, near if is_person else known[-3 * MANY :]):
        return namesake
    if patterns.pair.fullmatch(words):
        states = bool(patterns.states.fullmatch(words))
        pair = _pair(near, states=states)
        return pair if _act_last(pair, number, near) and not states else impersonal(pair)
    if patterns.others.fullmatch(words):
        return impersonal(_latest(near, _acting(number, near)))
    if is_person:
        return _one(words, number, near, text)
    if patterns.neighbour.fullmatch(words):
        return _neighbour(number, near)
    state = patterns.state.fullmatch(words)
    return _state(near, last=bool(state)) if state or patterns.body.fullmatch(words) else ()


def _one(words: str, number: int, near: Known, text: str) -> tuple[Actor, ...]:
    """The subject of what was told last; for "him", someone else than the subject of this sentence.

    Nobody where the subject is two who are named as equals ("Putin and Kim met. He ...")."""
    women, word = load_words().women, words.casefold()
    female, male = word.startswith(("she", "her")), word in ("he", "him", "his")
    fits = [(n, a) for n, m in near for a in m.actors if a.person and not (female and a.person not in women)]
    fits = [(n, a) for n, a in fits if not (male and a.person in women)]
    held = load_words().roles.get(word.removeprefix("the "))
    if held:
        fits = [(n, a) for n, a in fits if held & _held(a.person)]
    if not load_words().other.fullmatch(words) or (female and fits):
        chosen = _first(fits)
        return () if chosen and _beside(chosen[0], near, {a for _, a in fits}, text) else chosen
    subject = _acting(number, near)
    return _first([(n, a) for n, a in fits if a.code not in subject]) or _latest(near, subject)


def _held(person: str) -> set[str]:
    """The roles that a person has or had."""
    known = load_gazetteer().people.get(person)
    return {office.role for office in known.offices} if known else set()


def _beside(actor: Actor, near: Known, fits: set[Actor], text: str) -> bool:
    """Whether the last mention of an actor stands in a list with another who fits as well."""
    at = max(i for i, (_, m) in enumerate(near) if actor in m.actors)
    pairs = ((near[i][1], near[i + 1][1]) for i in (at - 1, at) if 0 <= i < len(near) - 1)
    return any(
        LISTED.fullmatch(text[a.end : b.start]) and len({*a.actors, *b.actors} & (fits | {actor})) > 1 for a, b in pairs
    )


def _neighbour(number: int, near: Known) -> tuple[Actor, ...]:
    """The one other state that was named beside the one that acts."""
    states = [(n, m) for n, m in near if len(m.actors) == 1 and m.kind in (*STATES, "capital") and n >= number - 1]
    subject = _acting(number, states) or (_acting(states[-1][0], states) if states else set[str]())
    others = {m.actors[0].code: m for _, m in states if m.actors[0].code not in subject}
    return impersonal(next(iter(others.values())).actors) if len(others) == 1 else ()


def _acting(number: int, near: Known) -> set[str]:
    """The codes of whoever is named first in a sentence: mostly its subject."""
    return next(({a.code for a in m.actors} for n, m in near if n == number), set[str]())


def _act_last(actors: Sequence[Actor], number: int, near: Known) -> bool:
    """Whether these persons are who acts in this sentence, or in the one before: one of them is named first."""
    last = [(n, m) for n, m in near if n >= number - 1]
    people = {a for n, m in last if n == last[-1][0] for a in m.actors}
    return bool(last) and set(actors) <= people and any(a in actors for a in last[0][1].actors)


def impersonal(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The states, without the persons who act for them."""
    return tuple(dict.fromkeys(replace(actor, person="", sector="") for actor in actors))


def _first(fits: Sequence[tuple[int, Actor]]) -> tuple[Actor, ...]:
    """The first of the latest sentence that has one: mostly its subject."""
    return next(((a,) for n, a in fits if n == fits[-1][0]), ())


def _namesake(words: str, known: Known) -> tuple[Actor, ...]:
    """ "The Council" after "the UN Security Council": the latest whose name has the word in it."""
    last = words.casefold().split()[-1]
    if len(words.split()) < 2:
        return ()
    names = (m for _, m in reversed(known) if m.actors and m.kind != "reference")
    return next((m.actors for m in names if last in m.text.casefold().split()), ())


def _pair(near: Known, *, states: bool) -> tuple[Actor, ...]:
    """The two persons, else the two parties, of the latest sentences that name them; of two states if `states`."""
    for only_persons in (True, False):
        found: dict[tuple[str, str], Actor] = {}
        for number in sorted({n for n, _ in near}, reverse=True):
            actors = [a for n, m in near if n == number for a in m.actors if a.person or not only_persons]
            here = {(a.code, a.person if only_persons and not states else ""): a for a in actors}
            found |= {key: actor for key, actor in here.items() if key not in found}
            if len(found) == 2:
                return tuple(found.values())
            if len(found) > 2:
                break
    return ()


def _latest(near: Known, apart: set[str]) -> tuple[Actor, ...]:
    return next((m.actors for _, m in reversed(near) if not {a.code for a in m.actors} & apart), ())


def _state(near: Known, *, last: bool) -> tuple[Actor, ...]:
    """ "the country": the state named last; "it": the first of the latest sentence, unless one was taken up since."""
    kinds = STATES if last else (*STATES, "organisation")
    states = [(n, m) for n, m in near if len(m.actors) == 1 and m.kind in kinds and not m.actors[0].person]
    if not states:
        return ()
    here = [m for n, m in states if n == states[-1][0]]
    taken_up = [m for m in here if m.kind == "reference"]
    chosen = here[-1] if last else (taken_up or here[:1])[-1]
    return impersonal(chosen.actors[:1])
