"""An article in, its events out: as told, never merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.actions import Parsed, find_actions, load_lexicon, parse_sentences
from timeline.actions.tree import Token, is_verb
from timeline.errors import LanguageError
from timeline.events.binding import (
    LEAD,
    LOOKING_BACK,
    REPORTABLE,
    Bound,
    Story,
    Thread,
    bind,
    carry_on,
    is_main,
    tells,
    to_come,
)
from timeline.events.caption import meeting
from timeline.events.place import place_of
from timeline.events.record import Told, event_of
from timeline.events.roles import Sides, merged, sides_of
from timeline.events.scene import Scene, scenes
from timeline.model import ActionMention, Actor, Article, Event, Span, Status

LANGUAGES = ("en",)
PRONOUN = 0.8  # how far to trust whom a pronoun stands for


def extract_events(article: Article) -> list[Event]:
    """The events that an article tells, in the order of the text; each with the sentence it rests on.

    Raises LanguageError where there is no event coder for the article's language.
    """
    if article.language not in LANGUAGES:
        raise LanguageError(article.language, article.id or article.title, "English: there is no other event coder yet")
    staged = [scene for scene in scenes(article) if scene.is_promising]
    story, events = Story(), list[Event]()
    for scene, parsed in zip(staged, parse_sentences(scene.raw for scene in staged), strict=True):
        told = list(_told(article, scene, parsed, story, [(event.source, event.target) for event in events]))
        events += [event_of(article, scene, item, ordinal) for ordinal, item in enumerate(told)]
        story = _carried(story, scene, told)
    return events


@dataclass(frozen=True, slots=True)
class Act:
    """An action of a sentence whose roles are filled. The first of its tokens is that on which the others hang."""

    action: ActionMention
    tokens: tuple[Token, ...]
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(actor.code for actor in (*self.source, *self.target))


def _told(article: Article, scene: Scene, parsed: Parsed, story: Story, earlier: Sequence[Sides]) -> Iterator[Told]:
    """The acts of a sentence that have actors and a date; in a caption without a verb, the meeting it shows."""
    if not any(is_verb(token) for token in parsed.doc):
        shown = meeting(scene)
        yield from [shown] if shown else []
    acts = list(_acts(scene, parsed, earlier))
    for act in acts:
        others = {other.tokens[0].i for other in acts if other is not act}
        bound = bind(parsed, act.tokens, scene.dates, others)
        if not bound and is_main(act.tokens[0]):
            bound = _stand_in(article, scene, act, story)
        if bound:
            yield _tell(scene, parsed, act, bound)


def _stand_in(article: Article, scene: Scene, act: Act, story: Story) -> Bound | None:
    if act.action.status is Status.PLANNED:
        return to_come(scene.number, article.published)
    fresh = LOOKING_BACK if story.news or scene.number >= LEAD else REPORTABLE  # news may say "has signed"
    if act.action.status is Status.ACTUAL and not scene.is_dated and tells(act.tokens[0], fresh):
        return carry_on(story, act.codes, scene.number, scene.sentence.paragraph, article.published)
    return None


def _acts(scene: Scene, parsed: Parsed, earlier: Sequence[Sides]) -> Iterator[Act]:
    named, lexicon, sides = scene.named, load_lexicon(), list(earlier)
    for action in find_actions(parsed, lexicon):
        found = sides_of(action, named, lexicon, sides)
        if found:
            sides.append(found)
            yield Act(action, _tokens(parsed, action.trigger), *found)


def _tokens(parsed: Parsed, trigger: Span) -> tuple[Token, ...]:
    root = parsed.root_of(trigger.start, trigger.end)
    others = [t for t in parsed.tokens_in(trigger.start, trigger.end) if t != root]
    return (root, *others)


def _tell(scene: Scene, parsed: Parsed, act: Act, bound: Bound) -> Told:
    action, named = act.action, scene.named
    vague = any(named[s.start, s.end].kind == "reference" for s in (*action.source, *action.target))
    return Told(
        type=action.type,
        mode=action.mode,
        source=act.source,
        target=act.target,
        trigger=action.trigger,
        bound=bound,
        certainty=action.confidence * (PRONOUN if vague else 1),
        place=place_of(scene, parsed, act.tokens),
        status=action.status,
        attributed_to=merged(action.attributed_to, named),
    )


def _carried(story: Story, scene: Scene, told: Sequence[Told]) -> Story:
    """The news is the first act at the head of the body that has a date of its own."""
    dated = [t for t in told if t.status is Status.ACTUAL and t.bound.mention]
    if scene.sentence.zone != "body" or not dated:
        return story
    first = dated[0]
    last = Thread(first.bound, first.codes, scene.number, scene.sentence.paragraph)
    return Story(story.news or (last if scene.number < LEAD else None), last)
