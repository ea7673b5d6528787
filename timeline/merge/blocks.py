"""Which rows need to be compared at all: those that share a pair of actors and a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from timeline.merge.compare import comparable
from timeline.merge.groups import Union
from timeline.merge.traits import Traits

Pair = tuple[int, int]
Wanted = Callable[[Traits, Traits], bool]
MOST_ACTORS = 12  # an event with more is compared only with those that have exactly the same


def pairs_of(rows: Sequence[Traits], wanted: Wanted) -> list[Pair]:
    """The comparable pairs of rows of a wanted kind, the lesser number first; sorted."""
    return sorted(set(_pairs(rows, wanted)))


def parts_of(rows: Sequence[Traits]) -> list[list[Traits]]:
    """The rows in parts, between which nothing is alike, so that each can be merged by itself."""
    parts = Union(len(rows))
    for a, b in _pairs(rows, lambda a, b: True):
        parts.join(a, b)
    return [[rows[number] for number in part] for part in parts.all()]


def _pairs(rows: Sequence[Traits], wanted: Wanted) -> Iterator[Pair]:
    """Pairs that share several pairs of actors come several times."""
    for numbers in _blocks(rows).values():
        yield from _meeting(rows, numbers, wanted)


def _blocks(rows: Sequence[Traits]) -> dict[Hashable, list[int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in _keys(row):
            blocks[key].append(number)
    return blocks


def _keys(row: Traits) -> Iterator[Hashable]:
    if 2 < len(row.dyad) <= MOST_ACTORS:
        yield from combinations(sorted(row.dyad), 2)
    else:
        yield tuple(sorted(row.dyad))


def _meeting(rows: Sequence[Traits], numbers: Sequence[int], wanted: Wanted) -> Iterator[Pair]:
    """A sweep through time: a row meets those that begin before it ends."""
    by_day = sorted(numbers, key=lambda number: rows[number].first)
    for at, one in enumerate(by_day):
        for after in range(at + 1, len(by_day)):
            other = by_day[after]
            if rows[other].first > rows[one].last:
                break
            if wanted(rows[one], rows[other]) and comparable(rows[one], rows[other]):
                yield min(one, other), max(one, other)
