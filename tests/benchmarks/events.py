"""Reports of events as an archive would tell them, made up from a seed, to measure the merge with.

Most reports are of few pairs of states (Zipf's law: the first pair has a tenth of all), most events have few reports
and some have hundreds, some days have thousands of one pair. A report may know the day, a month or a year of it, or
nothing but what was printed; it may look back, announce, or deny; it may name more actors, or one.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, combinations
from random import Random

from timeline.model import Actor, Event, EventType, Evidence, Place, Span, Status, TimeValue
from timeline.model.plover import definitions

FIRST_DAY, DAYS = date(2005, 1, 1), 7300
STATES, TOWNS, PEOPLE, WORDS = 60, 300, 400, 30_000
RUSH = 60  # one event in so many reports is of a day and a pair that everybody writes about
SYLLABLES = [c + v for c in "bcdfghklmnprstvz" for v in ("a", "e", "i", "o", "u", "ar", "en", "il")]


@dataclass(frozen=True, slots=True)
class Happened:
    """What took place, of which there are reports."""

    day: int
    kind: EventType
    mode: str
    sides: tuple[tuple[Actor, ...], tuple[Actor, ...]]
    place: str
    words: Sequence[str]


class World:
    """Names, words, and how often each is met."""

    def __init__(self, chance: Random) -> None:
        self.words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(WORDS)]
        self.towns = [word.title() for word in self.words[:TOWNS]]
        names = [f"{self.words[n].title()} {self.words[-n].title()}" for n in range(1, PEOPLE + 1)]
        self.states = [Actor(f"S{n:02}", self.words[-n - PEOPLE].title()) for n in range(STATES)]
        self.leaders = {state.code: names[n::STATES] for n, state in enumerate(self.states)}
        self.pairs = list(combinations(range(STATES), 2))
        chance.shuffle(self.pairs)
        self.kinds = [(kind, mode) for kind, told in definitions().items() for mode in ("", *told.modes)]
        self.rush = [chance.randrange(DAYS) for _ in range(12)]
        self._ranks: dict[int, list[float]] = {}

    def rank(self, chance: Random, size: int) -> int:
        """A number below `size`, the first ones the likeliest."""
        if size not in self._ranks:
            self._ranks[size] = list(accumulate(1 / (n + 1) for n in range(size)))
        sums = self._ranks[size]
        return bisect(sums, chance.random() * sums[-1])


def made_events(count: int, seed: int = 5) -> Iterator[Event]:
    """So many reports; the same for the same seed."""
    chance = Random(seed)
    world, number = World(chance), 0
    while number < count:
        happened = _happened(world, chance)
        for _ in range(min(_reports(chance), count - number)):
            yield _told(world, chance, happened, number)
            number += 1


def _reports(chance: Random) -> int:
    """How many tell of one event: mostly one to four, seldom up to 300."""
    return min(int(chance.paretovariate(1.1)), 300)


def _happened(world: World, chance: Random) -> Happened:
    rush = chance.randrange(RUSH) == 0
    kind, mode = world.kinds[world.rank(chance, len(world.kinds))]
    return Happened(
        day=world.rush[world.rank(chance, 12)] if rush else chance.randrange(DAYS),
        kind=kind,
        mode=mode,
        sides=_sides(world, chance, 0 if rush else world.rank(chance, len(world.pairs))),
        place=world.towns[world.rank(chance, TOWNS)] if chance.random() < 0.4 else "",
        words=[world.words[world.rank(chance, WORDS)] for _ in range(12)],
    )


def _sides(world: World, chance: Random, pair: int) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    one, other = (_led(world, chance, world.states[n]) for n in world.pairs[pair])
    match chance.choices(("two", "mutual", "alone", "more", "vote"), (60, 20, 10, 9.9, 0.1))[0]:
        case "mutual":
            return (one, other), (one, other)
        case "alone":
            return (one,), ()
        case "more":
            more = tuple(chance.sample(world.states, chance.choice((1, 1, 1, 2, 3, 8))))
            return (one, *more), (other,)
        case "vote":
            return tuple(chance.sample(world.states, 50)), (other,)
    return (one,), (other,)


def _led(world: World, chance: Random, state: Actor) -> Actor:
    """The state, by who acts for it in some reports."""
    people = world.leaders[state.code]
    person = people[world.rank(chance, len(people))] if chance.random() < 0.4 else ""
    return Actor(state.code, state.name, person)


def _told(world: World, chance: Random, happened: Happened, number: int) -> Event:
    """One report, in words of its own."""
    source, target = happened.sides
    when, basis, published = _when(chance, FIRST_DAY + timedelta(happened.day))
    words = chance.sample(happened.words, 7) + [world.words[world.rank(chance, WORDS)] for _ in range(9)]
    chance.shuffle(words)
    names = [actor.person or actor.name for actor in (*source[:2], *target[:2])]
    quote = " ".join((*names[:1], *words[:8], *names[1:], *words[8:], happened.place)).strip() + "."
    start = chance.randrange(0, 9) * 160
    id, article = f"{chance.getrandbits(48):012x}", f"article-{number // 3}"
    publisher = f"Paper {world.rank(chance, 200)}"
    trigger = Span.cut(quote, len(names[0]) + 1, len(names[0]) + 1 + len(words[0])) if names else Span.cut(quote, 0, 3)
    report = Evidence(
        article_id=article,
        source=publisher,
        title=" ".join(words[:6]),
        url=f"https://{publisher[6:]}.example.org/news/{published:%Y/%m}/{number}",
        published=published,
        quote=quote,
        start=start,
        end=start + len(quote),
        actor_spans=(Span.cut(quote, 0, len(names[0])),) if names else (),
        trigger_span=trigger,
        date_edtf=when.edtf,
        date_basis=basis,
        date_rule="made",
        event_id=id,
    )
    return Event(
        type=happened.kind if chance.random() < 0.9 else world.kinds[world.rank(chance, len(world.kinds))][0],
        when=when,
        source=source,
        target=target,
        trigger=trigger,
        evidence=(report,),
        mode=happened.mode if chance.random() < 0.8 else "",
        status=chance.choices(tuple(Status), (85, 8, 3, 4))[0],
        date_basis=basis,
        place=Place(happened.place, 1.0, 2.0, "S00") if happened.place and chance.random() < 0.7 else None,
        confidence=round(chance.uniform(0.4, 0.95), 3),
        event_id=id,
    )


def _when(chance: Random, day: date) -> tuple[TimeValue, str, date]:
    """What a report says of the day, on what basis, and when it was printed."""
    soon = day + timedelta(chance.choice((0, 0, 1, 1, 2, 4)))
    late = day + timedelta(chance.randrange(20, 2000))
    make, weight, basis, published = zip(*_ways(chance, day, soon, late), strict=True)
    way = chance.choices(range(len(make)), weight)[0]
    return make[way](), basis[way], published[way]


Way = tuple[Callable[[], TimeValue], float, str, date]


def _ways(chance: Random, day: date, soon: date, late: date) -> list[Way]:
    year = TimeValue.year(day.year)
    return [
        (lambda: TimeValue.day(day), 56, "explicit", soon),
        (lambda: TimeValue.day(day + timedelta(chance.choice((-1, 1)))), 4, "weekday", soon),
        (lambda: TimeValue.day(soon), 12, "publication", soon),
        (lambda: TimeValue.week(day), 4, "relative", soon),
        (lambda: TimeValue.month(day.year, day.month), 12, "relative", late),
        (lambda: TimeValue.season(day.year, 1 + day.month // 4), 2, "relative", late),
        (lambda: year, 6, "relative", late),
        (lambda: TimeValue.since(year), 1.5, "explicit", late),
        (lambda: TimeValue.until(TimeValue.month(day.year, day.month)), 0.5, "explicit", late),
        (lambda: TimeValue.decade(day.year), 1, "explicit", late),
        (lambda: TimeValue.between(year, TimeValue.year(day.year + 8)), 1, "explicit", late),
    ]
