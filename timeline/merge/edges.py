"""Which events of a block are likely one, and what hangs together through them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.merge.clash import clashes
from timeline.merge.groups import Union
from timeline.merge.pairs import Pair, pairs_of
from timeline.merge.traits import traits
from timeline.model import Event


def edges(events: Sequence[Event]) -> list[Pair]:
    """Pairs of numbers of events in one block that may be one event or contradict each other, the lesser first."""
    rows = [traits(event) for event in events]
    return sorted({*_same_id(events), *pairs_of(rows, lambda a, b: True), *clashes(rows)})


def _same_id(events: Sequence[Event]) -> list[Pair]:
    """Each event with the first that has its id."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        numbers[event.event_id or f"none {number}"].append(number)
    return [(same[0], other) for same in numbers.values() for other in same[1:]]


def parts(size: int, edges: Iterable[Pair]) -> list[list[int]]:
    """The numbers below `size` in parts, between which there is no edge; each part sorted, by its least number.

    >>> parts(4, [(1, 3)])
    [[0], [1, 3], [2]]
    """
    union = Union(size)
    for one, other in edges:
        union.join(one, other)
    return union.all()
