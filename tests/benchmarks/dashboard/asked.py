"""What readers of a big table ask for, drawn from a seed: the queries of addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import urlencode

from tests.benchmarks.big.pools import pools
from timeline.model import EventType, Status

Pairs = list[tuple[str, str]]


def filters(count: int, seed: int = 3) -> Iterator[str]:
    """Filters as readers set them, one or two parts each; no two that follow each other are the same."""
    chance, before = Random(seed), ""
    while count:
        parts = [part(chance) for part in chance.sample(PARTS, chance.choice((1, 1, 2)))]
        query = f"?{urlencode([pair for pairs in parts for pair in pairs])}"
        if query != before:
            yield query
            before, count = query, count - 1


def searches(count: int, seed: int = 4) -> Iterator[str]:
    """Searches for a word of a sentence, or for a name."""
    chance = Random(seed)
    clauses, people = pools().clauses, pools().people
    for _ in range(count):
        words = [word for word in clauses[chance.randrange(len(clauses))].as_py().split() if word.isalpha()]
        name = people[chance.randrange(len(people))].as_py()
        yield f"?{urlencode({'q': chance.choice((max(words, key=len), name, name.split()[-1]))})}"


def _state(chance: Random) -> str:
    """Those that are in the news most are asked for most."""
    return str(pools().codes[min(int(chance.paretovariate(0.6)) - 1, len(pools().codes) - 1)].as_py())


def _dyad(chance: Random) -> Pairs:
    one, other = pools().dyads[min(int(chance.paretovariate(0.5)) - 1, len(pools().dyads) - 1)]
    return [("actor", pools().codes[int(state)].as_py()) for state in (one, other)]


def _years(chance: Random) -> Pairs:
    since = chance.randrange(1990, 2025)
    return [("since", str(since)), ("until", str(min(since + chance.randrange(6), 2025)))]


PARTS: tuple[Callable[[Random], Pairs], ...] = (
    lambda chance: [("actor", _state(chance))],
    _dyad,
    _years,
    lambda chance: [("type", kind.value) for kind in chance.sample(list(EventType), chance.choice((1, 3)))],
    lambda chance: [("status", chance.choice(list(Status)).value)],
)
