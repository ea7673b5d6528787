"""An article from its plan: the headline, the news, what was said, what went before, and the rest of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from random import Random
from statistics import NormalDist

from tests.benchmarks.synthetic.dating import MONTHS, tell_day
from tests.benchmarks.synthetic.grammar import Teller, pick
from tests.benchmarks.synthetic.names import grammar, leader
from tests.benchmarks.synthetic.world import LANGUAGES, Happening, Plan

MEDIAN, SPREAD = 250, 0.62  # words of an article, and how far they vary: from 60 to 1,500
LENGTHS = tuple(round(MEDIAN * exp(SPREAD * NormalDist().inv_cdf((n + 0.5) / 1000))) for n in range(1000))
DESKS = ("economics", "weather", "sports", "culture", "courts", "science", "general", "general")
PLAIN, TALK, ACTS = 0.40, 0.24, 0.20  # shares of what comes after the news; the rest are quotes


@dataclass(frozen=True, slots=True)
class Text:
    """What every copy of an article has."""

    title: str
    paragraphs: tuple[str, ...]
    dateline: str


def write(plan: Plan, seed: int) -> Text:
    """The article of a plan; all copies of one are written from the same."""
    draw = Random(f"{seed} text {plan.original}").random
    teller = Teller(draw, plan.written)
    size = pick(LENGTHS, draw)
    if plan.way in LANGUAGES:
        return Text("", tuple(_filled([], plan.way, size, teller)), "")
    desk = pick(DESKS, draw)
    opening = list(_news(plan, teller)) if plan.happening else []
    title = grammar().sentence("head.any" if plan.happening else "headline", teller)
    return Text(title, tuple(_filled(opening, desk, size, teller)), _dateline(teller))


def _news(plan: Plan, teller: Teller) -> Iterator[str]:
    """The event; then, in half of the articles, what happened before between the two."""
    happening = plan.happening
    assert happening
    teller.settled = _settled(happening, teller)
    yield grammar().sentence(f"{happening.kind}.{plan.way}", teller)
    before = happening.before
    if before and teller.draw() < 0.5:
        yield grammar().sentence("general", teller)
        told, teller.settled = teller.settled, _settled(before, teller)
        yield grammar().sentence(f"{before.kind}.recalled", teller)
        teller.settled = told


def _settled(happening: Happening, teller: Teller) -> dict[str, str]:
    source, target, day = happening.source, happening.target, happening.day
    when = tell_day(day, teller.published, teller.draw)
    topic = Teller(Random(f"{happening.number} topic").random, day)  # all who report it name the same
    sides = {"a": source.name, "a_of": source.people, "a_capital": source.capital}
    sides |= {"b": target.name, "b_of": target.people, "b_capital": target.capital}
    sides |= {f"{side}_name": leader(state, happening.kind, day.year) for side, state in (("a", source), ("b", target))}
    where = (source.capital, target.capital, target.capital)[happening.number % 3]
    head = f"{when[:1].upper()}{when[1:]}"
    return sides | {"where": where, "when": when, "when_head": head, "topic": grammar().phrase("topic", topic)}


def _filled(opening: list[str], desk: str, size: int, teller: Teller) -> Iterator[str]:
    """Paragraphs of one to four sentences until the length is reached, the news spread over the first ones."""
    words, paragraph, left = 0, list[str](), 1
    while words + 11 < size or opening:
        sentence = opening.pop(0) if opening else grammar().sentence(_kind(desk, teller.draw()), teller)
        words += sentence.count(" ") + 1
        paragraph.append(sentence)
        left -= 1
        if left <= 0:
            yield " ".join(paragraph)
            paragraph, left = [], 1 + int(teller.draw() * 4)
    if paragraph:
        yield " ".join(paragraph)


def _kind(desk: str, luck: float) -> str:
    if desk in LANGUAGES:
        return desk
    for kind, share in (("general", PLAIN / 2), (desk, PLAIN / 2), ("talk", TALK), ("acts", ACTS)):
        luck -= share
        if luck < 0:
            return kind
    return "quote"


def _dateline(teller: Teller) -> str:
    """Where and when an agency wrote it; in two of five articles."""
    if teller.draw() > 0.4:
        return ""
    town = teller.settled.get("a_capital") or grammar().word("town", teller.draw)
    return f"{town.upper()}, {MONTHS[teller.published.month - 1]} {teller.published.day} — "
