"""Who the phrases of an act stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.actions import Gap, Lexicon
from timeline.actors import Gazetteer
from timeline.model import ActionMention, Actor, ActorMention, Span, TimeValue

Named = Mapping[tuple[int, int], ActorMention]
Sides = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def sides_of(action: ActionMention, named: Named, lexicon: Lexicon, earlier: Sequence[Sides]) -> Sides | Gap:
    """Source and target; what is missing where nobody acts, or an act that needs two has one only.

    A mutual act has everyone on both sides. Nobody acts on himself: RUS -> RUS is dropped. Where the act
    may leave its target unsaid, it is whoever the source dealt with last (`earlier`).
    """
    source, target = merged(action.source, named), merged(action.target, named)
    if action.rule in lexicon.partners and len({a.code for a in (*source, *target)}) == 1:
        target = partner(source or target, earlier)
    if action.mutual:
        both = unique([*source, *target])
        return (both, both) if len(both) > 1 else Gap.NO_PARTNER
    codes = {actor.code for actor in source}
    others = tuple(actor for actor in target if actor.code not in codes)
    if not source:
        return Gap.NO_SOURCE
    if others or (action.rule in lexicon.loners and not action.target):
        return source, others
    return Gap.SAME_SIDE if target else Gap.NO_TARGET


def partner(source: Sequence[Actor], earlier: Sequence[Sides]) -> tuple[Actor, ...]:
    """The other party of the latest act between just two in which the source had a part."""
    codes = {actor.code for actor in source}
    for sides in reversed(earlier):
        others = unique(actor for side in sides for actor in side if actor.code not in codes)
        if len(others) == 1 and any(actor.code in codes for side in sides for actor in side):
            return others
    return ()


def merged(spans: Sequence[Span], named: Named) -> tuple[Actor, ...]:
    """The actors at these places."""
    return unique(actor for span in spans for actor in named[span.start, span.end].actors)


def unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """One actor a code, with the first person and sector that is named for it."""
    found: dict[str, Actor] = {}
    for actor in actors:
        known = found.get(actor.code, actor)
        found[actor.code] = replace(known, person=known.person or actor.person, sector=known.sector or actor.sector)
    return tuple(found.values())


def in_office(
    actors: Iterable[Actor], mentions: Sequence[ActorMention], when: TimeValue, gazetteer: Gazetteer
) -> tuple[Actor, ...]:
    """The actors of an act; of whom but the office is named, it is who held it on the days of the act.

    "The president" of 2010 is not he of the day of print. Nobody where the office changed hands in those days.
    """
    first, last = when.start, when.last
    if not first or not last:
        return tuple(actors)
    named = {actor.person for m in mentions if not m.roles for actor in m.actors if actor.person}
    roles = {(a.code, a.person): m.roles for m in mentions if m.roles for a in m.actors if a.person not in named}
    held = {key: gazetteer.holder(key[0], wanted, first, last) for key, wanted in roles.items()}
    persons = {key: holder.name if holder else "" for key, holder in held.items()}
    return tuple(replace(a, person=persons.get((a.code, a.person), a.person)) for a in actors)
