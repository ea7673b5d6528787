"""What people said of two reports: that they are not of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from timeline.model import Event

Pairs = Collection[tuple[str, str]]
Apart = Mapping[str, frozenset[str]]
NOBODY: Apart = MappingProxyType({})


def apart_from(pairs: Pairs) -> Apart:
    """For each id that stands in a pair, those that it stands in a pair with.

    >>> {one: sorted(others) for one, others in apart_from([("a", "b"), ("b", "c")]).items()}
    {'a': ['b'], 'b': ['a', 'c'], 'c': ['b']}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return MappingProxyType({one: frozenset(others) for one, others in found.items()})


def ids(event: Event) -> Iterator[str]:
    """The ids of all reports that an event is made of."""
    yield event.event_id
    yield from event.also_ids


def barred(event: Event, apart: Apart) -> frozenset[str]:
    """The ids of which no event may be that is joined with this one."""
    return frozenset[str]().union(*(apart[each] for each in ids(event) if each in apart)) if apart else frozenset()
