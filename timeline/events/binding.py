"""When an act took place: the date that governs it, or the best stand-in, marked as one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.actions import Parsed
from timeline.actions.tree import Token, children, is_verb
from timeline.events.governs import LIMIT, REPORT, Habits, cost, load_habits
from timeline.model import DateMention, TimeValue

LEAD = 3  # sentences of the body at its head
NEAR = 3  # sentences
SURE, REPORTED, STORY, PRINTED = 1.0, 0.7, 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Bound:
    """A date for an act: its value, what it rests on, where it stands, and how far to trust it (0-1)."""

    when: TimeValue
    basis: str
    mention: DateMention | None
    trust: float


@dataclass(frozen=True, slots=True)
class Story:
    """The news of the article: its date, its actors, and the number of the sentence that says so."""

    bound: Bound | None = None
    actors: frozenset[str] = frozenset()
    number: int = 0


def bind(
    parsed: Parsed, trigger: Sequence[Token], dates: Sequence[DateMention], others: Collection[int]
) -> Bound | None:
    """The date in its own sentence that governs an act; None if there is none."""
    habits = load_habits()
    ranked = sorted(
        (cost(parsed, trigger, head, others, habits), abs(head.i - trigger[0].i), n)
        for n, mention in enumerate(dates)
        for head in usable(parsed, mention, habits)
    )
    if not ranked:
        return None
    price, _, n = ranked[0]
    if price <= LIMIT:
        return Bound(_value(dates[n]), dates[n].basis, dates[n], SURE - 0.05 * price)
    if price <= REPORT + 1 and tells(trigger[0]) and len(ranked) == 1:
        return Bound(_value(dates[n]), dates[n].basis, dates[n], REPORTED)
    return None


def usable(parsed: Parsed, mention: DateMention, habits: Habits) -> Iterator[Token]:
    """The token on which the words of a date hang, if it can date an act: "since 2006" cannot."""
    value = mention.value
    if value is None or value.start is None or value.end is None or mention.timex_type not in ("DATE", "TIME"):
        return
    head = parsed.root_of(mention.start, mention.end)
    if head is None or head.head.lower_ in habits.apart or head.lower_ in habits.apart:
        return
    yield head


def _value(mention: DateMention) -> TimeValue:
    """An anniversary dates the celebration; what is celebrated has its base."""
    assert mention.value is not None
    return mention.value


def tells(trigger: Token) -> bool:
    """Whether an act without a date of its own goes on telling the story: a verb in the simple past.

    "had met", "has met" and nouns look back; what is yet to come has no date but its own.
    """
    auxiliaries = {t.lower_ for t in children(trigger, "aux")}
    verb = trigger
    while verb.dep_ in ("conj", "xcomp") and is_verb(verb.head) and not auxiliaries:
        verb = verb.head
        auxiliaries = {t.lower_ for t in children(verb, "aux")}
    return is_verb(trigger) and not auxiliaries & {"had", "has", "have", "'d", "will", "would", "could"}


def carry_on(story: Story, actors: frozenset[str], number: int, published: date | None) -> Bound | None:
    """The stand-in for an act that has no date in its sentence.

    The date of the story, where its actors go on acting; at the head of the article the day of print;
    else none, for what comes undated later on is mostly background.
    """
    if story.bound and actors <= story.actors:
        trust = STORY if number - story.number < NEAR else STORY - 0.1
        return Bound(story.bound.when, "discourse", story.bound.mention, trust)
    if published and number < LEAD and not story.bound:
        return Bound(TimeValue.day(published), "publication", None, PRINTED)
    return None
