"""An article in, its events out: as told, never merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.actions import Gap, Parsed, load_lexicon, parse_sentences
from timeline.actions.find import Judged, action_of, judge, trigger_of
from timeline.actions.relation import ANNOUNCED
from timeline.actions.speech import denial_of, reported_by
from timeline.actions.tree import Token
from timeline.actors import load_gazetteer
from timeline.errors import LanguageError
from timeline.events.binding import REPORTED, Bound, Tie, choose, in_the_past, rank
from timeline.events.caption import meeting
from timeline.events.governs import REPORT
from timeline.events.lag import lagged
from timeline.events.place import place_of
from timeline.events.record import Told, event_of
from timeline.events.roles import Sides, in_office, merged, sides_of, unique
from timeline.events.scene import Scene, scenes
from timeline.events.story import LEAD, Story, Thread, carry_on, same_time, to_come
from timeline.events.tense import LOOKING_BACK, REPORTABLE, is_main, tells
from timeline.model import ActionMention, Actor, Article, Event, Quad, Status

LANGUAGES = ("en",)
PRONOUN = 0.8  # how far to trust whom a pronoun stands for


def extract_events(article: Article, *, every_sentence: bool = False) -> list[Event]:
    """The events that an article tells, in the order of the text; each with the sentence it rests on.

    Only sentences that may tell something are parsed, about one in five of a newspaper; `every_sentence`
    parses all, to check that nothing is lost.

    Raises LanguageError where there is no event coder for the article's language.
    """
    check_language(article)
    staged = [scene for scene in scenes(article) if every_sentence or scene.is_promising]
    return [
        event_of(article, setting.scene, item, ordinal)
        for setting, told in tellings(article, staged)
        for ordinal, item in enumerate(told)
    ]


def check_language(article: Article) -> None:
    """Raises LanguageError where there is no event coder for the article's language."""
    if article.language not in LANGUAGES:
        raise LanguageError(article.language, article.id or article.title, "English: there is no other event coder yet")


def tellings(article: Article, staged: Sequence[Scene]) -> Iterator[tuple[Setting, list[Told]]]:
    """What each of these sentences of an article tells, in order."""
    story = Story()
    for scene, parsed in zip(staged, parse_sentences(scene.raw for scene in staged), strict=True):
        setting = Setting(article, scene, parsed, story)
        told = list(_told(setting))
        yield setting, told
        story = _carried(story, scene, told)


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence, its parse, and the story so far."""

    article: Article
    scene: Scene
    parsed: Parsed
    story: Story


@dataclass(frozen=True, slots=True)
class Act:
    """An action of a sentence whose roles are filled. The first of its tokens is that on which the others hang."""

    action: ActionMention
    tokens: tuple[Token, ...]
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of everyone in it."""
        return frozenset(actor.code for actor in (*self.source, *self.target))


def _told(setting: Setting) -> Iterator[Told]:
    """The acts of a sentence that have actors and a date; under a photograph, the meeting it shows."""
    shown = meeting(setting.scene)
    if shown:
        yield shown
        return
    for act, bound in dated(setting, [each for each in judge(setting.parsed, load_lexicon()) if not each.gap]):
        if isinstance(act, Act) and isinstance(bound, Bound):
            yield tell(setting, act, bound)


def dated(setting: Setting, judged: Iterable[Judged]) -> list[tuple[Act | Gap, Bound | Gap]]:
    """Each act that is told, with its roles filled, and its date; where one of the two is missing, why."""
    found = list(_acts(setting, judged))
    acts = [act for act in found if isinstance(act, Act)]
    return [(act, _date(setting, act, apart(act, acts)) if isinstance(act, Act) else act) for act in found]


def apart(act: Act, acts: Iterable[Act]) -> set[int]:
    """The triggers of the other acts."""
    return {other.tokens[0].i for other in acts if other is not act}


def _acts(setting: Setting, judged: Iterable[Judged]) -> Iterator[Act | Gap]:
    lexicon, sides = load_lexicon(), list[Sides](setting.story.told)
    for each in judged:
        action = action_of(setting.parsed, each)
        found = sides_of(action, setting.scene.named, lexicon, sides)
        if isinstance(found, Gap):
            yield found
        else:
            sides.append(found)
            yield promise_of(setting, Act(action, trigger_of(setting.parsed, each.match), *found))


def promise_of(setting: Setting, act: Act) -> Act:
    """ "Russia said that it will help X": who announces what he is to do promises, or threatens, there and then."""
    action, said = act.action, reported_by(act.tokens[0])[:1]
    if action.status is not Status.PLANNED or not said or action.type.quad is Quad.VERBAL_COOPERATION:
        return act
    speakers = {a.code for a in merged(action.attributed_to, setting.scene.named)}
    source = tuple(a for a in act.source if a.code in speakers)
    target = tuple(a for a in (*act.target, *act.source) if a.code not in speakers)
    dated = rank(setting.parsed, act.tokens, setting.scene.dates, ()).prices[:1]
    if not source or not target or (dated and dated[0] < REPORT):
        return act
    promise = replace(action, type=ANNOUNCED[action.type.quad], mode="", status=Status.ACTUAL, attributed_to=())
    return Act(promise, tuple(said), source, unique(target))


def _date(setting: Setting, act: Act, others: Collection[int]) -> Bound | Gap:
    """The date of an act: its own, one counted from another act's, or what the story lends."""
    parsed, dates, trigger = setting.parsed, setting.scene.dates, act.tokens[0]
    ranked = rank(parsed, act.tokens, dates, others)
    bound = choose(ranked, trigger) or lagged(parsed, trigger, dates, others)
    if bound and act.action.status is Status.ACTUAL:
        return in_the_past(bound, setting.article.published)
    if bound:
        return bound
    denial = denial_of(trigger)
    if denial:  # told without a date, it is as of the day on which it is denied
        said = replace(act, action=replace(act.action, status=Status.ACTUAL), tokens=(denial,))
        denied = _date(setting, said, others)
        if isinstance(denied, Bound):
            return replace(denied, trust=denied.trust * REPORTED, tie=Tie.DENIAL)
        return denied
    if not is_main(trigger):
        return Gap.ASIDE
    return _lent(setting, act, is_free=ranked.is_free)


def _lent(setting: Setting, act: Act, *, is_free: bool) -> Bound | Gap:
    """The date that the story lends; `is_free`: no date of its sentence might be the act's."""
    scene, story, published = setting.scene, setting.story, setting.article.published
    if act.action.status is Status.PLANNED:
        return to_come(scene.number, published) or Gap.NOT_SOON
    if act.action.status is not Status.ACTUAL:
        return Gap.NOT_DONE
    if not is_free:
        return Gap.DATED_ELSE
    fresh = LOOKING_BACK if story.news or scene.number >= LEAD else REPORTABLE  # news may say "has signed"
    if not tells(act.tokens[0], fresh):
        return Gap.LOOKS_BACK
    lent = carry_on(story, act.codes, scene.number, scene.sentence.paragraph, published)
    if not lent:
        return Gap.NO_THREAD
    return lent if all(same_time(lent.when, m.value) for m in scene.dates if m.value) else Gap.OTHER_TIME


def tell(setting: Setting, act: Act, bound: Bound) -> Told:
    """What an act with its date tells."""
    action, named = act.action, setting.scene.named
    mentions = [named[s.start, s.end] for s in (*action.source, *action.target)]
    vague = any(mention.kind == "reference" for mention in mentions)
    gazetteer = load_gazetteer()
    return Told(
        type=action.type,
        mode=action.mode,
        source=in_office(act.source, mentions, bound.when, gazetteer),
        target=in_office(act.target, mentions, bound.when, gazetteer),
        trigger=action.trigger,
        bound=bound,
        certainty=action.confidence * (PRONOUN if vague else 1),
        place=place_of(setting.scene, setting.parsed, act.tokens),
        status=action.status,
        attributed_to=merged(action.attributed_to, named),
        is_main=is_main(act.tokens[0]),
    )


def _carried(story: Story, scene: Scene, told: Sequence[Told]) -> Story:
    """The news is the first act at the head of the body that has a date of its own; background lends none."""
    sides = (*story.told, *((item.source, item.target) for item in told))
    dated = [t for t in told if t.status is Status.ACTUAL and t.is_main and t.bound.mention]
    if scene.sentence.zone != "body" or not dated:
        return Story(story.news, story.last, sides)
    last = Thread(dated[0].bound, dated[0].codes, scene.number, scene.sentence.paragraph)
    return Story(story.news or (last if scene.number < LEAD else None), last, sides)
