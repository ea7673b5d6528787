"""Which events can meet at all: those that share two actors and a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from timeline.merge.traits import common_days, is_lasting
from timeline.model import Event

MOST_ACTORS = 12  # an event with more meets only those that have exactly the same
MOST_YEARS = 3  # what may have been in more years than these is put to none of them
LONG = "long"


def keys(event: Event) -> tuple[str, ...]:
    """The blocks of an event; only events that share one can be joined, or contradict each other. Sorted.

    A key is a pair of actors and a year of the days on which the event can have been. Where these are of many years,
    or have no end, it is the pair and "long", with the year of the one end that is known: what began in 2022 and
    goes on can be what another tells of 2022, but the event of some year of the 1990s is anybody's guess. What people
    wrote to have lasted for years is in all of them. Events of one id share a key, whatever they tell.

    >>> from timeline.model import Actor, EventType, Span, TimeValue
    >>> sides = (Actor("RUS", "Russia"),), (Actor("PRK", "North Korea"),)
    >>> keys(Event(EventType.CONSULT, TimeValue.from_edtf("2019-04"), *sides, Span(0, 0, ""), (), event_id="e1"))
    ('PRK|RUS|2019', 'id|e1')
    >>> keys(Event(EventType.CONSULT, TimeValue.from_edtf("2019/.."), *sides, Span(0, 0, ""), ()))
    ('PRK|RUS|2019', 'PRK|RUS|long')
    """
    own = [f"id|{event.event_id}"] if event.event_id else []
    return tuple(sorted([*_told(event), *own]))


def in_several(event: Event) -> bool:
    """Whether others can be met in more than one block."""
    return len(_told(event)) > 1


def _told(event: Event) -> list[str]:
    times = _times(event)
    return [f"{actors}|{when}" for actors in _actors(event.dyad) for when in times]


def _actors(dyad: frozenset[str]) -> Iterator[str]:
    if 2 < len(dyad) <= MOST_ACTORS:
        yield from map("|".join, combinations(sorted(dyad), 2))
    else:
        yield "|".join(sorted(dyad))


def _times(event: Event) -> list[str]:
    first, last = (date.fromordinal(day).year for day in common_days(event))
    if last - first < MOST_YEARS or is_lasting(event):
        return [str(year) for year in range(first, last + 1)]
    ends = (event.when.start, event.when.last)
    known = [str(end.year) for end in ends if end] if None in ends else []
    return [*known, LONG]
