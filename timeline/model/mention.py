"""What the text says: dates, actors and actions, each where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.event import Actor, EventType, Place, Status
from timeline.model.text import Span
from timeline.model.time import TimeValue


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression.

    timex_type  "DATE", "TIME", "DURATION" or "SET"
    timex3      its TimeML value; "" where it has none ("31 June")
    value       the days it names; None for a duration, a set, PAST_REF, a day that does not exist,
                and for a relative one where no publication date is known
    base        for an anniversary: the day or year that it goes back to
    basis       what the value rests on: "explicit", "relative" (to the publication date), "weekday",
                "named-day", or "discourse" (a date mentioned before)
    rule        the name of the rule that fired
    zone        of a TIME: how far its local time is from UTC on that day ("+08:30"); "" where the text names no zone
    """

    start: int
    end: int
    text: str
    timex_type: str
    timex3: str
    value: TimeValue | None
    basis: str
    rule: str
    base: TimeValue | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name, demonym, office, organisation or place that may stand for an actor.

    actors   whom it stands for; several for a group ("the two Koreas"); none where only the context
             can tell ("he", "both countries", "the delegation")
    kind     "state", "demonym", "capital", "government", "organisation", "person", "office", "group",
             "reference" (needs the context) or "place" (a town that is never an actor)
    place    where it is, if it can be a location
    roles    where an office alone is named, not who holds it: the roles that it may be, whose holder hangs on the day
    """

    start: int
    end: int
    text: str
    actors: tuple[Actor, ...]
    kind: str
    place: Place | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionMention:
    """An act in the text: its trigger and its kind, with the phrases that fill its two roles.

    `source` and `target` are spans of phrases; the actors in them are found by their offsets.
    `mutual` acts have all their actors on both sides. `rule` names the lexicon entry that fired.
    """

    trigger: Span
    type: EventType
    mode: str
    status: Status
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    mutual: bool
    rule: str
    confidence: float
    attributed_to: tuple[Span, ...] = ()
