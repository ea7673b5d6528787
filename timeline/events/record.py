"""What was worked out, written down as an Event with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.events.binding import Bound
from timeline.events.identity import event_id
from timeline.events.scene import Scene
from timeline.model import Actor, Article, Event, EventType, Evidence, Place, Span, Status

GUESSED = 0.8


@dataclass(frozen=True, slots=True)
class Told:
    """An act with its parts, before it is an Event. `certainty`: how far words and roles settle it (0-1).

    `is_main`: it stands in the main clause of its sentence, or in what that reports.
    """

    type: EventType
    mode: str
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    trigger: Span
    bound: Bound
    certainty: float
    place: Place | None = None
    status: Status = Status.ACTUAL
    attributed_to: tuple[Actor, ...] = ()
    note: str = ""
    is_main: bool = True

    @property
    def codes(self) -> frozenset[str]:
        """The codes of everyone in it."""
        return frozenset(actor.code for actor in (*self.source, *self.target))


def event_of(article: Article, scene: Scene, told: Told, ordinal: int) -> Event:
    """The event; `ordinal` counts the events of its sentence.

    Its confidence is the product of two: how far the words settle type and roles (a verb with its object
    0.85, a verb alone 0.75, a noun 0.65; the mean of that and the classifier's probability, where both sides are
    named; less by a fifth where an actor is a pronoun), and how far the date
    is to be trusted (1 where it hangs on the act, less by 0.05 for each clause or word between; 0.7 where it
    dates the report; 0.6 where the story so far lends it; 0.4 where the day of print stands in). A date that is
    counted from a day of publication that is itself a guess is marked as doubtful, and trusted less by a fifth.
    """
    id, bound = event_id(article, scene.sentence.text, ordinal), told.bound
    if article.is_guessed and _rests_on_print(bound):
        told = replace(told, bound=replace(bound, when=bound.when.doubtful(), trust=bound.trust * GUESSED))
    return Event(
        type=told.type,
        when=told.bound.when,
        source=told.source,
        target=told.target,
        trigger=told.trigger,
        evidence=(_evidence(article, scene, told, id),),
        mode=told.mode,
        status=told.status,
        attributed_to=told.attributed_to,
        date_basis=told.bound.basis,
        place=told.place,
        confidence=round(told.certainty * told.bound.trust, 3),
        event_id=id,
        note=told.note,
    )


def _rests_on_print(bound: Bound) -> bool:
    """Whether the date was worked out from the day of publication: whether its year does not stand in its words."""
    start = bound.when.start or bound.when.last
    return not bound.mention or not start or str(start.year) not in bound.mention.text


def _evidence(article: Article, scene: Scene, told: Told, id: str) -> Evidence:
    mention, codes = told.bound.mention, {a.code for a in (*told.source, *told.target)}
    return Evidence(
        article_id=article.id,
        source=article.source,
        title=article.title,
        url=article.url,
        published=article.published,
        quote=scene.sentence.text,
        start=scene.sentence.start,
        end=scene.sentence.end,
        date_span=Span(mention.start, mention.end, mention.text) if mention else None,
        actor_spans=tuple(Span(m.start, m.end, m.text) for m in scene.actors if {a.code for a in m.actors} & codes),
        trigger_span=told.trigger,
        date_edtf=told.bound.when.edtf,
        date_basis=told.bound.basis,
        date_rule=mention.rule if mention else "",
        event_id=id,
        status=told.status,
        published_basis=article.published_basis,
    )
