"""Which rows of two timelines may be one event: the same dyad, a like act, and near days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from timeline.merge.compare import NEIGHBOURS
from timeline.model import EventType
from timeline.table.compared.side import EARLIEST, TYPES, Mask, Numbers, Side

NEAREST = 8  # rows before a day, and as many from it on, that are looked at for each type
_WIDTH = 1 << 23  # more than there are days


@dataclass(frozen=True, slots=True)
class Near:
    """Pairs of rows. `days` is how much later the second is, 0 where their days overlap; `unlike` as below."""

    ours: Numbers
    theirs: Numbers
    days: Numbers
    unlike: Numbers

    def take(self, which: Numbers | Mask) -> Near:
        """Some of the pairs."""
        return Near(self.ours[which], self.theirs[which], self.days[which], self.unlike[which])


@cache
def unlike(one: EventType, other: EventType) -> int | None:
    """0 for the same type, 1 for types that reports mix up, 2 for another type of the same quad; None for any other.

    >>> [unlike(EventType.AID, other) for other in (EventType.AID, EventType.COOPERATE, EventType.RETREAT)]
    [0, 1, 2]
    """
    if one is other:
        return 0
    if (one, other) in NEIGHBOURS or (other, one) in NEIGHBOURS:
        return 1
    return 2 if one.quad is other.quad else None


def near(ours: Side, theirs: Side, within: int) -> Near:
    """For each row of ours the nearest ones of theirs, at most `within` days away."""
    found = list(_by_types(ours, theirs, within))
    parts = [np.concatenate([getattr(part, name) for part in found]) for name in ("ours", "theirs", "days", "unlike")]
    return Near(*parts)


def gaps(ours: Side, theirs: Side, one: Numbers, other: Numbers) -> Numbers:
    """Days from the rows `one` of ours to the rows `other` of theirs; 0 where their days overlap."""
    later = np.maximum(theirs.first[other] - ours.last[one], 0)
    earlier = np.maximum(ours.first[one] - theirs.last[other], 0)
    days: Numbers = later - earlier
    return days


def _by_types(ours: Side, theirs: Side, within: int) -> Iterator[Near]:
    """For each two types that may be one, the rows of ours of the first with their nearest of the second."""
    numbers = {name: code for code, name in enumerate(theirs.dyads.values)}
    known = np.array([numbers.get(name, -1) for name in ours.dyads.values], dtype=np.int64)
    asked, mine = known[ours.dyads.codes], ours.dyads.rows.astype(np.int64)
    yours = theirs.dyads.rows.astype(np.int64)
    keys = _keys(theirs.dyads.codes.astype(np.int64), theirs.types[yours], theirs.first[yours])
    order = np.argsort(keys, kind="stable")
    keys, yours = keys[order], yours[order]
    for one, other in product(TYPES, TYPES):
        distance = unlike(one, other)
        if distance is not None:
            some = np.flatnonzero((asked >= 0) & (ours.types[mine] == TYPES.index(one)))
            places = _places(keys, asked[some], TYPES.index(other), ours.first[mine[some]])
            which, column = np.nonzero(places >= 0)
            pairs = mine[some[which]], yours[places[which, column]]
            days = gaps(ours, theirs, *pairs)
            yield Near(*pairs, days, np.full(len(days), distance)).take(np.abs(days) <= within)


def _keys(dyads: Numbers, types: Numbers | int, days: Numbers) -> Numbers:
    """One number that sorts by dyad, then type, then day."""
    keys: Numbers = (dyads * len(TYPES) + types) * _WIDTH + (days - EARLIEST).clip(0, _WIDTH - 1)
    return keys


def _places(keys: Numbers, dyads: Numbers, type: int, days: Numbers) -> Numbers:
    """For each dyad and day the places in `keys` of the nearest of the type, a line each; -1 where there is none."""
    wanted = _keys(dyads.astype(np.int64), type, days)
    places = np.searchsorted(keys, wanted)[:, None] + np.arange(-NEAREST, NEAREST)
    if not len(keys):
        return np.full(places.shape, -1)
    inside = (places >= 0) & (places < len(keys))
    inside &= keys[np.clip(places, 0, len(keys) - 1)] // _WIDTH == (wanted // _WIDTH)[:, None]
    return np.where(inside, places, -1)
