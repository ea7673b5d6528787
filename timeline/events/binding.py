"""When an act took place: the date in its sentence that governs it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from timeline.actions import Parsed
from timeline.actions.tree import Token, children
from timeline.events.governs import CLAUSE, LIMIT, REPORT, cost, load_habits, path
from timeline.events.tense import REPORTABLE, tells
from timeline.model import DateMention, Granularity, TimeValue

ANNIVERSARY = 1.0
NEXT = 0.7  # how much farther off a finer date may stand
SURE, REPORTED = 1.0, 0.7


class Tie(StrEnum):
    """By what a date belongs to an act."""

    OWN = "own"  # hangs on the act
    REPORT = "report"  # hangs on the verb of saying, and nothing says that the act was at another time
    LAG = "lag"  # counted from the act of the main clause: "five days after"
    DENIAL = "denial"  # the day on which it is denied
    BEFORE = "before"  # of the sentence before, which goes on
    NEWS = "news"  # of the news at the head of the article
    PRINT = "print"  # the day of publication stands in
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Bound:
    """A date for an act: its value, what it rests on, where it stands, how far to trust it (0-1), and by what tie."""

    when: TimeValue
    basis: str
    mention: DateMention | None
    trust: float
    tie: Tie = Tie.OWN


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


@dataclass(frozen=True, slots=True)
class Ranked:
    """The candidates for an act with their costs and what stands in their way, the best first."""

    prices: tuple[float, ...]
    candidates: tuple[Candidate, ...]
    obstacles: tuple[str, ...]

    @property
    def is_free(self) -> bool:
        """Whether all dates of the sentence belong to other clauses."""
        return not self.prices or self.prices[0] >= CLAUSE


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


def rank(parsed: Parsed, trigger: Sequence[Token], dates: Sequence[DateMention], others: Collection[int]) -> Ranked:
    """The dates of a sentence by how directly they hang on an act; `others` are the triggers of its other acts."""
    habits = load_habits()
    found = [Candidate(mention, head, value) for mention in dates for head, value in usable(parsed, mention, trigger)]
    costs = [cost(trigger, c.head, others, habits) for c in found]
    priced = [(price + c.vague, abs(c.head.i - trigger[0].i)) for (price, _), c in zip(costs, found, strict=True)]
    order = sorted(range(len(found)), key=lambda n: priced[n])
    return Ranked(
        tuple(priced[n][0] for n in order), tuple(found[n] for n in order), tuple(costs[n].obstacle for n in order)
    )


def choose(ranked: Ranked, trigger: Token) -> Bound | None:
    """The date that governs an act; None if none does.

    That of the report is a weaker guess, and none at all for what "had" been done by then.
    """
    if not ranked.prices:
        return None
    price, best = ranked.prices[0], ranked.candidates[0]
    if price <= LIMIT:
        near = [c for other, c in zip(ranked.prices, ranked.candidates, strict=True) if other <= price + NEXT]
        return _bound(finest(best, near), SURE - 0.05 * price)
    if REPORT <= price <= REPORT + 1 and len(ranked.prices) == 1 and tells(trigger, REPORTABLE):
        return _bound(best, REPORTED, Tie.REPORT)
    return None


def _bound(candidate: Candidate, trust: float, tie: Tie = Tie.OWN) -> Bound:
    return Bound(candidate.value, candidate.mention.basis, candidate.mention, trust, tie)


def in_the_past(bound: Bound, published: date | None) -> Bound:
    """The date of what has happened: "on June 14", told in April of what was done, is in June of last year."""
    start = bound.when.start
    if not published or not start or start <= published or bound.when.granularity is not Granularity.DAY:
        return bound
    if bound.basis == "weekday":
        return replace(bound, when=TimeValue.day(start - timedelta(7)))
    if bound.basis == "relative" and (start.month, start.day) != (2, 29):
        return replace(bound, when=TimeValue.day(start.replace(year=start.year - 1)))
    return bound
