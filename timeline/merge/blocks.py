"""Which rows need to be compared at all: those that share a pair of actors and a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from timeline.merge.compare import comparable
from timeline.merge.traits import Traits

Pair = tuple[int, int]
MOST_ACTORS = 12  # an event with more is compared only with those that have exactly the same


def pairs_of(rows: Sequence[Traits]) -> list[Pair]:
    """The pairs of rows, the lesser number first, that may be reports of one event; sorted."""
    found: set[Pair] = set()
    for numbers in _blocks(rows).values():
        found.update(_meeting(rows, numbers))
    return sorted(found)


def parts_of(rows: Sequence[Traits]) -> list[list[Traits]]:
    """The rows in parts, between which nothing is alike, so that each can be merged by itself."""
    part = list(range(len(rows)))

    def root(row: int) -> int:
        while part[row] != row:
            part[row] = row = part[part[row]]
        return row

    for a, b in pairs_of(rows):
        part[root(b)] = root(a)
    found: dict[int, list[Traits]] = defaultdict(list)
    for number, row in enumerate(rows):
        found[root(number)].append(row)
    return list(found.values())


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


def _meeting(rows: Sequence[Traits], numbers: Sequence[int]) -> Iterator[Pair]:
    """A sweep through time: a row meets those that begin before it ends."""
    by_day = sorted(numbers, key=lambda number: rows[number].first)
    for at, one in enumerate(by_day):
        for other in by_day[at + 1 :]:
            if rows[other].first > rows[one].last:
                break
            if comparable(rows[one], rows[other]):
                yield min(one, other), max(one, other)
