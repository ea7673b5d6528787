"""Which rows are compared at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from timeline.merge.compare import comparable
from timeline.merge.traits import Traits

Pair = tuple[int, int]
Wanted = Callable[[Traits, Traits], bool]


def pairs_of(rows: Sequence[Traits], wanted: Wanted) -> list[Pair]:
    """The comparable pairs of rows of a wanted kind, the lesser number first; sorted."""
    return sorted(_meeting(rows, wanted))


def _meeting(rows: Sequence[Traits], wanted: Wanted) -> Iterator[Pair]:
    """A sweep through time: a row meets those that begin before it ends."""
    by_day = sorted(range(len(rows)), key=lambda number: rows[number].first)
    for at, one in enumerate(by_day):
        for after in range(at + 1, len(by_day)):
            other = by_day[after]
            if rows[other].first > rows[one].last:
                break
            if wanted(rows[one], rows[other]) and comparable(rows[one], rows[other]):
                yield min(one, other), max(one, other)
