"""A second opinion: what the classifier takes a pair of actors for that a trigger binds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.actions.features import Vote, features
from timeline.actions.model import NONE, load_weights
from timeline.actions.tree import Mark, Parsed
from timeline.model import EventType

SURE = 0.8  # of another type: from here on its word counts more than the lexicon's
SURE_OF_NONE = 0.9  # to take an act away, it must be surer


class Opinion(NamedTuple):
    """The probability of each type, and of NONE, and what it was worked out from; empty where it was not asked."""

    probabilities: Mapping[str, float]
    features: Sequence[str] = ()

    @property
    def best(self) -> str:
        """The most probable class."""
        return max(self.probabilities, key=self.probabilities.__getitem__, default=NONE)

    @property
    def is_none(self) -> bool:
        """Whether it is sure that the one does nothing to the other."""
        return self.probabilities.get(NONE, 0.0) > SURE_OF_NONE

    def other(self, type_: EventType) -> EventType | None:
        """The type of which it is sure, if that is another one than `type_`."""
        best = self.best
        return EventType(best) if best not in (NONE, type_) and self.probabilities[best] > SURE else None

    def reasons(self, name: str) -> tuple[tuple[str, float], ...]:
        """The features that speak most for a class, with their weights."""
        return tuple(load_weights().reasons(self.features, name))

    def weighed(self, certainty: float, type_: EventType) -> float:
        """The mean of what lexicon and classifier give a type; an answer of its own stands alone. 0-1."""
        if not self.probabilities:
            return certainty
        own = self.probabilities[type_]
        return own if own > SURE else (certainty + own) / 2


UNASKED = Opinion({})


def opinion(parsed: Parsed, source: Sequence[Mark], target: Sequence[Mark], votes: Sequence[Vote]) -> Opinion:
    """What the classifier says of two sides of a sentence."""
    found = features(parsed, source, target, votes)
    return Opinion(load_weights().probabilities(found), found)
