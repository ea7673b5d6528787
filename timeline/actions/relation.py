"""What one marked actor does to another in a sentence: the lexicon is asked about two spans, then the classifier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from timeline.actions.features import link
from timeline.actions.find import bound, certainty, is_filled, roles, votes
from timeline.actions.lexicon import load_lexicon
from timeline.actions.match import Match, match_entries
from timeline.actions.opinion import UNASKED, Opinion, opinion
from timeline.actions.parser import parse_sentences
from timeline.actions.status import load_cues, status_of
from timeline.actions.tree import Mark, Parsed, Raw, Token
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
ENOUGH = 0.4  # below it, its answers on its own text are wrong more often than not


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
    heard = votes(parsed, lexicon, bound(parsed, lexicon))
    asked = opinion(parsed, marks[:1], marks[1:], heard) if len(marks) == 2 else UNASKED
    if asked.is_none:
        return NOTHING
    for fits, trust in LADDER:
        matches = match_entries(parsed, lexicon, partial(_fits, parsed, fits))
        found = [_relation(match, trust, asked) for match in matches]
        if found:
            return max(found, key=lambda relation: relation.confidence)
    return _learned(parsed, asked, *marks) if len(marks) == 2 else NOTHING


def _fits(parsed: Parsed, fits: Fits, match: Match) -> bool:
    return fits(match, *roles(parsed, match))


def _in_part(_: Match, source: Sequence[Mark], target: Sequence[Mark]) -> bool:
    return bool(source or target)


# Both roles filled; one of them, since the parser loses phrases. Where neither is, the classifier is the better judge.
LADDER = ((is_filled, 1.0), (_in_part, 0.7))


def _learned(parsed: Parsed, asked: Opinion, source: Mark, target: Mark) -> Relation:
    """What the classifier takes it for; it abstains where no act is probable enough."""
    acts = {name: chance for name, chance in asked.probabilities.items() if name}
    best = max(acts, key=acts.__getitem__)
    top = link(parsed, source, target)
    return _told(EventType(best), [] if top is None else [top], acts[best]) if acts[best] > ENOUGH else NOTHING


def _relation(match: Match, trust: float, asked: Opinion) -> Relation:
    type_ = asked.other(match.entry.type) or match.entry.type
    return _told(type_, match.tokens, asked.weighed(trust * certainty(match), type_))


def _told(type_: EventType, trigger: Sequence[Token], confidence: float) -> Relation:
    """The relation, once it is clear whether the act took place."""
    status = status_of(trigger, load_cues()) if trigger else Status.ACTUAL
    if status is Status.PLANNED:
        type_ = ANNOUNCED[type_.quad]
    elif status is Status.NEGATED:
        type_ = EventType.REJECT
    return Relation(type_, type_.quad, confidence)
