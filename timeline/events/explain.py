"""Why each sentence gave an event, or none: worked out on demand, by the functions that extract events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.actions import Gap, load_lexicon
from timeline.actions.find import BELIEF, Filled, Judged, action_of, judge, unfilled
from timeline.actions.model import NONE
from timeline.actions.speech import denial_of
from timeline.actions.status import is_belief, load_cues, sign_of
from timeline.actions.tree import Mark, Parsed, Token
from timeline.dates.explain import explain_dates
from timeline.events.account import Account, Dating, Role, Trial, Verdict, Weighed
from timeline.events.binding import Bound, Ranked, Tie, rank
from timeline.events.extract import Act, Setting, apart, check_language, dated, tell, tellings
from timeline.events.governs import LIMIT, path
from timeline.events.record import Told, event_of
from timeline.events.roles import merged
from timeline.events.scene import Scene, laid_out
from timeline.model import ActionMention, Article, DateMention

CAPTION = "caption"
NOBODY = Role("", (), (), ())


def explain_events(article: Article) -> list[Account]:
    """One account for each sentence of an article, in order; their events are those of `extract_events`.

    Raises LanguageError where there is no event coder for the article's language.

    >>> from datetime import date
    >>> text = "Lavrov met Wang Yi in May. Lavrov praised the host.\\n\\nSubscribe to our newsletter."
    >>> met, praised, appeal = explain_events(Article(text, date(2022, 8, 15)))
    >>> [trial] = met.trials
    >>> trial.rule, trial.source.paths, trial.dating.tie.value, trial.event.when.edtf
    ('meet', ('met >nsubj> Lavrov',), 'own', '2022-05')
    >>> appeal.hindrance.value
    'zone'
    """
    check_language(article)
    staged = laid_out(article)
    dates = explain_dates(article.text, article.published, article.language)
    told = {
        setting.scene.sentence.start: tuple(_trials(setting, told))
        for setting, told in tellings(article, [scene for scene in staged if scene.is_promising])
    }
    return [
        Account(
            number,
            scene.sentence,
            scene.hindrance,
            scene.actors,
            tuple(each for each in dates if _lies_in(scene, each.start)),
            told.get(scene.sentence.start, ()),
        )
        for number, scene in enumerate(staged, 1)
    ]


def _lies_in(scene: Scene, at: int) -> bool:
    return scene.sentence.start <= at < scene.sentence.end


def _trials(setting: Setting, told: Sequence[Told]) -> list[Trial]:
    """The triggers of a sentence in the order of the text."""
    if [item.bound.tie for item in told] == [Tie.CAPTION]:
        return [_of_caption(setting, told[0])]
    lexicon = load_lexicon()
    judged = judge(setting.parsed, lexicon)
    taken = {token.i for each in judged for token in each.match.tokens}
    rest = [each for each in unfilled(setting.parsed, lexicon) if taken.isdisjoint({t.i for t in each.match.tokens})]
    whole = [_trial(setting, each, action_of(setting.parsed, each)) for each in (*judged, *rest)]
    kept = [n for n, each in enumerate(judged) if not each.gap]
    for n, trial in zip(kept, _bound(setting, [judged[n] for n in kept]), strict=True):
        whole[n] = trial
    return sorted(whole, key=lambda trial: trial.trigger.start)


def _of_caption(setting: Setting, told: Told) -> Trial:
    people = Role(CAPTION, (), (), told.source)
    return Trial(
        told.trigger, CAPTION, told.type, told.mode, told.status, people, people, mutual=True,
        dating=_dating(told.bound), confidence=(("caption", told.certainty), ("date", told.bound.trust)),
        event=event_of(setting.article, setting.scene, told, 0),
    )  # fmt: skip


def _trial(setting: Setting, judged: Judged, action: ActionMention) -> Trial:
    """A trigger as the sentence alone tells it."""
    parsed, tokens = setting.parsed, judged.match.tokens
    cue, asked = sign_of(tokens, load_cues()).cue, judged.opinion
    said = NONE if judged.gap is Gap.UNLIKELY else judged.type
    return Trial(
        trigger=action.trigger,
        rule=action.rule,
        type=action.type,
        mode=action.mode,
        status=action.status,
        source=_role(setting, tokens[0], judged.source),
        target=_role(setting, tokens[0], judged.target),
        mutual=action.mutual,
        cue=_word(parsed, cue) if cue is not None else "",
        attributed_to=merged(action.attributed_to, setting.scene.named),
        gap=judged.gap,
        by=_word(parsed, parsed.doc[judged.by]) if judged.by >= 0 else "",
        probability=asked.probabilities.get(said),
        weights=asked.reasons(said),
    )


def _bound(setting: Setting, judged: Sequence[Judged]) -> Iterator[Trial]:
    """The triggers that tell an act, with what became of it."""
    actions = [action_of(setting.parsed, each) for each in judged]
    found = dated(setting, judged)
    acts = [act for act, _ in found if isinstance(act, Act)]
    ordinal = 0
    for each, action, (act, bound) in zip(judged, actions, found, strict=True):
        trial = _trial(setting, each, action)
        if isinstance(act, Gap):
            yield replace(trial, gap=act)
            continue
        announced = act.action.type if act.action.type is not action.type else None
        trial = replace(trial, announced=announced, weighed=_weighed(setting, act, acts, bound))
        if isinstance(bound, Gap):
            yield replace(trial, gap=bound)
            continue
        told = tell(setting, act, bound)
        yield replace(
            trial,
            dating=_dating(bound),
            confidence=_parts(each, action, told),
            event=event_of(setting.article, setting.scene, told, ordinal),
        )
        ordinal += 1


def _role(setting: Setting, trigger: Token, filled: Filled) -> Role:
    parsed = setting.parsed
    words = tuple(map(parsed.mark_span, filled.marks))
    paths = tuple(_way(parsed, trigger, mark) for mark in filled.marks)
    return Role(filled.slot, words, paths, merged(words, setting.scene.named))


def _way(parsed: Parsed, trigger: Token, mark: Mark) -> str:
    """The arcs from a trigger to a name."""
    span = parsed.mark_span(mark)
    name = parsed.root_of(span.start, span.end)
    if name is None:
        return ""
    up, down = path(trigger), path(name)
    above = {token.i for token in up}
    fall = list(reversed(down[: next((n for n, t in enumerate(down) if t.i in above), len(down))]))
    top = fall[0].head.i if fall else name.i
    rise = up[: next((n for n, t in enumerate(up) if t.i == top), len(up) - 1) + 1]
    climbed = "".join(f" <{low.dep_}< {_word(parsed, high)}" for low, high in pairwise(rise))
    return _word(parsed, trigger) + climbed + "".join(f" >{t.dep_}> {_word(parsed, t)}" for t in fall)


def _word(parsed: Parsed, token: Token) -> str:
    """A token as the article has it; of a name all words."""
    mark = parsed.marks.get(token.i)
    return parsed.mark_span(mark).text if mark else parsed.span(token).text


def _dating(bound: Bound) -> Dating:
    mention = bound.mention
    moved = (
        bound.tie in (Tie.OWN, Tie.REPORT) and mention is not None and bound.when not in (mention.value, mention.base)
    )
    return Dating(bound.when, bound.tie, mention.text if mention else "", bound.trust, moved)


def _weighed(setting: Setting, act: Act, acts: Sequence[Act], bound: Bound | Gap) -> tuple[Weighed, ...]:
    """The dates of the sentence, as they were weighed for the act, or for its denial."""
    denial = denial_of(act.tokens[0]) if isinstance(bound, Bound) and bound.tie is Tie.DENIAL else None
    tokens = (denial,) if denial else act.tokens
    ranked = rank(setting.parsed, tokens, setting.scene.dates, apart(act, acts))
    taken = bound.mention if isinstance(bound, Bound) else None
    return tuple(_weigh(mention, ranked, taken) for mention in setting.scene.dates)


def _weigh(mention: DateMention, ranked: Ranked, taken: DateMention | None) -> Weighed:
    place = next((n for n, each in enumerate(ranked.candidates) if each.mention is mention), -1)
    value = mention.value.edtf if mention.value else ""
    if place < 0:
        return Weighed(mention.text, value, Verdict.TAKEN if mention is taken else Verdict.NO_DAYS)
    price, obstacle = ranked.prices[place], ranked.obstacles[place]
    verdict = Verdict.FARTHER if price <= LIMIT else Verdict.BARRED
    return Weighed(mention.text, value, Verdict.TAKEN if mention is taken else verdict, round(price, 2), obstacle)


def _parts(judged: Judged, action: ActionMention, told: Told) -> tuple[tuple[str, float], ...]:
    """What the confidence of an event is the product of."""
    belief = BELIEF if is_belief(judged.match.tokens, load_cues()) else 1.0
    pronoun = told.certainty / action.confidence
    parts = {"words": action.confidence / belief, "belief": belief, "pronoun": pronoun, "date": told.bound.trust}
    return tuple((name, round(part, 3)) for name, part in parts.items() if name in ("words", "date") or part < 1)
