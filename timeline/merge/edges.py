"""Which events of a block are likely one, and so what hangs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.merge.blocks import in_several
from timeline.merge.crowd import pairs_of
from timeline.merge.groups import Pair
from timeline.merge.join import join, order
from timeline.merge.rounds import Rounds
from timeline.merge.steps import Rows
from timeline.merge.traits import Traits, together, traits
from timeline.model import Event

DENIED = 3  # so many of the acts that a denial denies are put with it


def edges(events: Sequence[Event]) -> list[Pair]:
    """Pairs of numbers of events in one block that are likely one event or contradict each other; sorted.

    Just enough of them that what is alike hangs together. The order of the events does not matter.
    """
    return edges_of([traits(event) for event in events])


def edges_of(looked: Sequence[Traits]) -> list[Pair]:
    """The same of events whose traits are known already, since they were met in another block."""
    numbers = sorted(range(len(looked)), key=lambda number: _one_order(looked[number].event))
    rows = [looked[number] for number in numbers]
    found = {*_same_id(rows), *_alike(rows)}
    return sorted((min(pair), max(pair)) for pair in ((numbers[a], numbers[b]) for a, b in found))


def _one_order(event: Event) -> tuple[object, ...]:
    """That of `settle`; events without an id still have one."""
    told = [(report.article_id, report.start) for report in event.evidence[:1]]
    return (*order(event), told, "" if event.event_id else repr(event))


def _same_id(rows: Sequence[Traits]) -> Iterator[Pair]:
    """Each event with the first that has its id."""
    first: dict[str, int] = {}
    for number, row in enumerate(rows):
        if row.event.event_id and first.setdefault(row.event.event_id, number) != number:
            yield first[row.event.event_id], number


def _alike(rows: Sequence[Traits]) -> Iterator[Pair]:
    """What is joined, what gives one act different days, and each denial with what it denies most clearly.

    A vague report that is in other blocks too must not be taken there for what it fits no better than an event here.
    """
    rounds = Rounds(rows, pairs_of(rows), _as_one)
    yield from rounds.links
    yield from rounds.clashes()
    for vague, fine in rounds.undecided():
        if in_several(rows[vague].event):
            yield from ((vague, other) for other in fine[:2])
    denied: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), likeness in rounds.denials.items():
        denied[a].append((-likeness, b))
        denied[b].append((-likeness, a))
    for number, found in denied.items():
        yield from ((number, other) for _, other in sorted(found)[:DENIED])


def _as_one(rows: Rows, group: Sequence[int], beside: Mapping[int, Sequence[int]]) -> Traits:
    members = [rows[number] for number in group]
    return together(members, join([row.event for row in members]))
