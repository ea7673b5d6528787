"""When an act took place: the date that governs it, or the best stand-in, marked as one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.actions import Parsed, is_reporting
from timeline.actions.tree import Token, children, is_verb
from timeline.events.governs import LIMIT, REPORT, cost, load_habits, path
from timeline.model import DateMention, TimeValue

LEAD = 3  # sentences of the body at its head
NEAR = 3  # sentences
ANNIVERSARY = 1.0
NEXT = 0.7  # how much farther off a finer date may stand
REPORTABLE = frozenset({"had", "'d", "will", "would", "could", "may", "might"})  # not dated by the day of the report
LOOKING_BACK = REPORTABLE | {"has", "have"}
SURE, REPORTED, STORY, PRINTED = 1.0, 0.7, 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Bound:
    """A date for an act: its value, what it rests on, where it stands, and how far to trust it (0-1)."""

    when: TimeValue
    basis: str
    mention: DateMention | None
    trust: float


@dataclass(frozen=True, slots=True)
class Thread:
    """A date that later acts may share: who acted then, and the number and paragraph of the sentence that says so."""

    bound: Bound
    actors: frozenset[str]
    number: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Story:
    """What an article has told so far: its news, and what was dated last."""

    news: Thread | None = None
    last: Thread | None = None


def bind(
    parsed: Parsed, trigger: Sequence[Token], dates: Sequence[DateMention], others: Collection[int]
) -> Bound | None:
    """The date in its own sentence that governs an act; None if there is none."""
    found = [Candidate(mention, head, value) for mention in dates for head, value in usable(parsed, mention, trigger)]
    habits = load_habits()
    ranked = sorted(
        (cost(trigger, c.head, others, habits) + c.vague, abs(c.head.i - trigger[0].i), n) for n, c in enumerate(found)
    )
    if not ranked:
        return None
    price, _, n = ranked[0]
    if price <= LIMIT:
        best = finest(found[n], [found[m] for other, _, m in ranked if other <= price + NEXT])
        return Bound(best.value, best.mention.basis, best.mention, SURE - 0.05 * price)
    if REPORT <= price <= REPORT + 1 and len(found) == 1 and tells(trigger[0], REPORTABLE):
        return Bound(found[n].value, found[n].mention.basis, found[n].mention, REPORTED)
    return None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that might govern the act: the token on which its words hang, and the days that it would give."""

    mention: DateMention
    head: Token
    value: TimeValue

    @property
    def vague(self) -> float:
        """An anniversary dates what is celebrated, as a rule, not what is done."""
        return ANNIVERSARY if self.mention.base and self.value == self.mention.value else 0.0


def usable(parsed: Parsed, mention: DateMention, trigger: Sequence[Token]) -> Iterator[tuple[Token, TimeValue]]:
    """The token on which the words of a date hang, and its days, if they have a beginning and an end.

    "The 76th anniversary of the establishment of relations" dates the establishment with its base.
    "since 2017, when X met Y" dates the meeting with 2017.
    """
    root, value = parsed.root_of(mention.start, mention.end), mention.value
    if root is None or value is None or mention.timex_type not in ("DATE", "TIME"):
        return
    head = next(iter(children(root, "pobj")), root) if root.dep_ == "prep" else root
    if mention.base and head in path(trigger[0])[1:]:
        value = mention.base
    elif value.start and value.edtf.endswith("/.."):
        value = TimeValue.from_edtf(value.edtf.removesuffix("/.."))
    if value.start and value.end:
        yield head, value


def finest(best: Candidate, near: Sequence[Candidate]) -> Candidate:
    """The finest of the dates beside it that lie within the best one: "last month, on March 21"."""
    return min((c for c in near if best.value.contains(c.value)), key=lambda c: _days(c.value), default=best)


def _days(value: TimeValue) -> int:
    return (value.end - value.start).days if value.start and value.end else 10**6


def tells(trigger: Token, looking_back: frozenset[str] = LOOKING_BACK) -> bool:
    """Whether an act without a date of its own goes on telling the story: a verb in the simple past.

    "had met", "has met" and nouns look back; what is yet to come has no date but its own.
    """
    verb, auxiliaries = trigger, _auxiliaries(trigger)
    while verb.dep_ in ("conj", "xcomp") and is_verb(verb.head) and not auxiliaries:
        verb = verb.head
        auxiliaries = _auxiliaries(verb)
    return is_verb(trigger) and not auxiliaries & looking_back


def _auxiliaries(verb: Token) -> set[str]:
    return {t.lower_ for t in children(verb, "aux")}


def is_main(trigger: Token) -> bool:
    """Whether the act stands in the main clause, or in what the main clause reports."""
    token = trigger
    while token.head.i != token.i:
        reported = token.dep_ == "ccomp" and is_reporting(token.head)
        by = token.dep_ == "pcomp" or (token.dep_ == "prep" and token.lower_ == "by")  # "answered by breaking off"
        if token.dep_ not in ("conj", "xcomp") and not reported and not by:
            return False
        token = token.head
    return True


def carry_on(story: Story, actors: frozenset[str], number: int, paragraph: int, published: date | None) -> Bound | None:
    """The stand-in for an act that has no date in its sentence.

    The date of the sentence before, if it stands in the same paragraph and tells of one of the actors;
    else that of the news, where its actors go on acting; at the head of the article the day of print;
    else none, for what comes undated later on is mostly background.
    """
    last, news = story.last, story.news
    if last and last.number == number - 1 and last.paragraph == paragraph and actors & last.actors:
        return _lent(last, STORY)
    if news and actors <= news.actors:
        return _lent(news, STORY if number - news.number < NEAR else STORY - 0.1)
    if published and number < LEAD and not news:
        return Bound(TimeValue.day(published), "publication", None, PRINTED)
    return None


def _lent(thread: Thread, trust: float) -> Bound:
    return Bound(thread.bound.when, "discourse", thread.bound.mention, trust)


def to_come(number: int, published: date | None) -> Bound | None:
    """What the head of the article announces without a date comes after the day of print."""
    if published and number < LEAD:
        return Bound(TimeValue.since(TimeValue.day(published)), "publication", None, PRINTED)
    return None
