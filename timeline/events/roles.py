"""Who the phrases of an act stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.model import ActionMention, Actor, ActorMention, Span

Named = Mapping[tuple[int, int], ActorMention]


def actors_of(action: ActionMention, named: Named) -> tuple[tuple[Actor, ...], tuple[Actor, ...]] | None:
    """Source and target; None where nobody acts, or an act that needs two has one only.

    A mutual act has everyone on both sides. Nobody acts on himself: RUS -> RUS is dropped.
    """
    source, target = merged(action.source, named), merged(action.target, named)
    if action.mutual:
        both = unique([*source, *target])
        return (both, both) if len(both) > 1 else None
    codes = {actor.code for actor in source}
    others = tuple(actor for actor in target if actor.code not in codes)
    if not source or (action.target and not others):
        return None
    return source, others


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
