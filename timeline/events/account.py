"""What `explain_events` says: values only, as they are printed and written as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.actions import Gap
from timeline.dates.explain import Explanation
from timeline.events.binding import Tie
from timeline.events.scene import Hindrance
from timeline.model import Actor, ActorMention, Event, EventType, Sentence, Span, Status, TimeValue


class Verdict(StrEnum):
    """What became of a date of the sentence, for one act."""

    TAKEN = "taken"
    FARTHER = "farther"  # another hangs more closely on the act
    BARRED = "barred"  # dates something else
    NO_DAYS = "no-days"  # names no days with a beginning and an end


@dataclass(frozen=True, slots=True)
class Role:
    """One side of an act as the sentence has it.

    slot    where it was found, as timeline/actions/slots.py names it; "" where nobody was
    words   the phrases that name who stands there
    paths   for each, the way through the tree from the trigger, "visited >prep> to >pobj> Minsk"; "<" goes up
    actors  whom they stand for
    """

    slot: str
    words: tuple[Span, ...]
    paths: tuple[str, ...]
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A date of the sentence as it was weighed for an act.

    price     what it costs to take it: 0 where it hangs on the act itself; None where it could not be weighed
    obstacle  the word or mark between the two that costs most; "" where none does
    """

    text: str
    value: str
    verdict: Verdict
    price: float | None = None
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of an act. `words`: "" where the day of publication stands in; `moved`: set back, since it is past."""

    when: TimeValue
    tie: Tie
    words: str
    trust: float
    moved: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """A trigger, and what was made of it.

    rule         the entry of the lexicon, or "caption"
    announced    the type as which it counts, since who does it announces it himself; None where he does not
    cue          the word from which the status is read; "" where none says anything
    probability  that a learned classifier gives the type, and its features that speak most for it, with their
                 weights; None and () where none was asked
    weighed      the dates of the sentence
    confidence   the parts of which its confidence is the product, each with what it stands for
    gap          what is missing for an event; `by`: the word of the trigger that counts in its place, or ""
    """

    trigger: Span
    rule: str
    type: EventType
    mode: str
    status: Status
    source: Role
    target: Role
    mutual: bool = False
    cue: str = ""
    announced: EventType | None = None
    attributed_to: tuple[Actor, ...] = ()
    probability: float | None = None
    weights: tuple[tuple[str, float], ...] = ()
    dating: Dating | None = None
    weighed: tuple[Weighed, ...] = ()
    confidence: tuple[tuple[str, float], ...] = ()
    event: Event | None = None
    gap: Gap = Gap.NONE
    by: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A sentence: its number in the article, from 1; who and which dates are named; each trigger that was found."""

    number: int
    sentence: Sentence
    hindrance: Hindrance
    actors: tuple[ActorMention, ...]
    dates: tuple[Explanation, ...]
    trials: tuple[Trial, ...] = ()
