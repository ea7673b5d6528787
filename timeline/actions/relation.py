"""What one marked actor does to another in a sentence: the lexicon, asked about two spans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from timeline.actions.find import certainty, is_filled, roles
from timeline.actions.lexicon import load_lexicon
from timeline.actions.match import Match, match_entries
from timeline.actions.parser import parse_sentences
from timeline.actions.status import load_cues, status_of
from timeline.actions.tree import Mark, Parsed, Raw
from timeline.model import EventType, Quad, Status

Fits = Callable[[Match, Sequence[Mark], Sequence[Mark]], bool]

# What is announced but not done is a promise where it is kind, a threat where it is not; what is ruled out is refused.
ANNOUNCED = {
    Quad.VERBAL_COOPERATION: EventType.AGREE,
    Quad.MATERIAL_COOPERATION: EventType.AGREE,
    Quad.VERBAL_CONFLICT: EventType.THREATEN,
    Quad.MATERIAL_CONFLICT: EventType.THREATEN,
}


@dataclass(frozen=True, slots=True)
class Relation:
    """The PLOVER type of what the source does to the target, with its quad; None where nothing tells. 0-1."""

    type: EventType | None
    quad: Quad | None
    confidence: float


NOTHING = Relation(None, None, 0.0)


def code_relation(sentence: str, source: tuple[int, int], target: tuple[int, int]) -> Relation:
    """The relation between two marked spans, given as (start, end); it abstains where no trigger binds them.

    >>> code_relation("Iran condemned Israel on Friday.", (0, 4), (15, 21)).type
    <EventType.ACCUSE: 'ACCUSE'>
    >>> code_relation("Iran lies far from Israel.", (0, 4), (19, 25)).type is None
    True
    """
    lexicon = load_lexicon()
    marks = tuple(Mark(*span) for span in (source, target) if 0 <= span[0] < span[1] <= len(sentence))
    [parsed] = parse_sentences([Raw(sentence, marks=marks)])
    for fits, trust in LADDER:
        matches = match_entries(parsed, lexicon, partial(_fits, parsed, fits))
        found = [_relation(match, trust * certainty(match)) for match in matches]
        if found:
            return max(found, key=lambda relation: relation.confidence)
    return NOTHING


def _fits(parsed: Parsed, fits: Fits, match: Match) -> bool:
    return fits(match, *roles(parsed, match))


def _in_part(_: Match, source: Sequence[Mark], target: Sequence[Mark]) -> bool:
    return bool(source or target)


def _at_all(_: Match, source: Sequence[Mark], target: Sequence[Mark]) -> bool:
    return True


# Both roles filled; one of them, since the parser loses phrases; else what triggers there are.
LADDER = ((is_filled, 1.0), (_in_part, 0.7), (_at_all, 0.4))


def _relation(match: Match, confidence: float) -> Relation:
    type_ = match.entry.type
    status = status_of(match.tokens, load_cues())
    if status is Status.PLANNED:
        type_ = ANNOUNCED[type_.quad]
    elif status is Status.NEGATED:
        type_ = EventType.REJECT
    return Relation(type_, type_.quad, confidence)
