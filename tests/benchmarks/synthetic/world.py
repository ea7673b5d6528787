"""What happens in the world of the archive, and who reports it when: the plan of all its articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.benchmarks.synthetic.grammar import Draw, pick, zipf
from tests.benchmarks.synthetic.names import State, states

BEGINS, DAYS = date(2004, 1, 1), 20 * 365
KINDS = zipf(["meet", "visit", "sign", "accuse", "demand", "aid", "sanction", "praise", "threaten", "attack"])
DYADS = 4000
STORIES = 0.4  # of the articles tell an event; the others are of the economy, sports, the weather
COPIES = 0.25  # of all records are copies of another
BAD = 0.005
ELSEWHERE = 0.02  # in another language than English
LANGUAGES = ("ru", "ko", "de", "fr")
MOST = 300  # reports of one event
EDITS = ("exact", "exact", "headline", "byline", "edited", "truncated")
FAULTS = ("no date", "no date", "bad date", "broken", "empty", "no object", "no text", "bytes", "hostile", "hostile")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that one state does to another, or two do together; `before` is the last one between them."""

    number: int
    kind: str
    source: State
    target: State
    day: date
    before: Happening | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """An article to be written. Where it tells nothing, `way` is "general"; `copy_of` counts in the originals.

    way      told, planned, denied, recalled, general, or the code of another language
    written  the day of the original, from which its dates are counted
    edit     what a copy changes
    fault    what is wrong with the record; "" in all but a few
    """

    original: int
    way: str
    published: date
    written: date
    happening: Happening | None = None
    copy: int = 0
    edit: str = ""
    fault: str = ""


def plan_archive(count: int, seed: int) -> list[Plan]:
    """The plans of `count` articles, by day of publication."""
    chance = Random(f"{seed} world")
    fresh = count - int(count * COPIES)
    stories = list(_stories(int(fresh * STORIES), chance))
    originals = [*stories, *(_general(chance.random) for _ in range(fresh - len(stories)))]
    originals = [replace(plan, original=number) for number, plan in enumerate(originals)]
    bad = set(chance.sample(range(len(stories), fresh), int(count * BAD)))
    spoiled = [
        replace(plan, fault=pick(FAULTS, chance.random)) if n in bad else plan for n, plan in enumerate(originals)
    ]
    sound = [plan for plan in originals if plan.original not in bad]
    copies = list(_copies(sound, count - fresh, chance.random))
    return sorted([*spoiled, *copies], key=lambda plan: (plan.published, plan.copy > 0, plan.original, plan.copy))


def _stories(count: int, chance: Random) -> Iterator[Plan]:
    """Reports of events: a few events are told by many, most by one or two."""
    draw, dyads = chance.random, _dyads(chance)
    reports = list(_reports(count, draw))
    days = sorted(int(draw() * DAYS) for _ in reports)
    last: dict[frozenset[str], Happening] = {}
    for number, (day, times) in enumerate(zip(days, reports, strict=True)):
        source, target = pick(dyads, draw)
        pair = frozenset((source.code, target.code))
        happening = Happening(number, pick(KINDS, draw), source, target, BEGINS + timedelta(day), last.get(pair))
        last[pair] = replace(happening, before=None)
        yield from (_report(happening, draw) for _ in range(times))


def _reports(count: int, draw: Draw) -> Iterator[int]:
    """How many report each event, `count` in all."""
    while count > 0:
        times = min(MOST, count, _often(draw))
        count -= times
        yield times


def _often(draw: Draw) -> int:
    """Once or twice in most cases, and in a few dozens of times."""
    return int((1 - draw()) ** -0.75)


def _report(happening: Happening, draw: Draw) -> Plan:
    """On the day and the days after, most often; now and then before it, or a month, a year later; or denied."""
    luck, later = draw(), draw()
    if luck < 0.06:
        way, after = "planned", -1 - int(20 * later * later)
    elif luck < 0.09:
        way, after = "denied", int(3 * later)
    elif luck < 0.20:
        way, after = "recalled", int(25 + 40 * later) if draw() < 0.5 else int(340 + 60 * later)
    else:
        way, after = "told", int(8 * later**3)
    day = happening.day + timedelta(after)
    return Plan(0, way, day, day, happening)


def _dyads(chance: Random) -> tuple[tuple[State, State], ...]:
    """Pairs of states, those that the news tells of most drawn most often."""
    table = zipf(states(), 1 << 11, 2)
    pairs = dict.fromkeys((pick(table, chance.random), pick(table, chance.random)) for _ in range(2 * DYADS))
    return zipf([pair for pair in pairs if pair[0] != pair[1]][:DYADS], 1 << 15, 4)


def _general(draw: Draw) -> Plan:
    way = pick(LANGUAGES, draw) if draw() < ELSEWHERE / (1 - STORIES) / (1 - COPIES) else "general"
    day = BEGINS + timedelta(int(draw() * DAYS))
    return Plan(0, way, day, day)


def _copies(originals: list[Plan], count: int, draw: Draw) -> Iterator[Plan]:
    """What other papers take from a wire: mostly once or twice, sometimes dozens of times."""
    number = 0
    while number < count:
        original = pick(originals, draw)
        for _ in range(min(30, count - number, _often(draw))):
            number += 1
            later = original.published + timedelta(int(2.2 * draw()))
            yield replace(original, published=later, copy=number, edit=pick(EDITS, draw))
