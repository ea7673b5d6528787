"""Who or what has a lane, and what stands on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.figures.grouping import GROUPINGS, LARGE, SMALL, Grouping
from timeline.figures.marks import Mark
from timeline.figures.scale import Scale
from timeline.figures.stack import levels

MOST = 6
OTHERS = "Others"

Side = tuple[tuple[Mark, int], ...]  # marks with their levels, 0 the one next to the line


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the groups: the number of its events, the marks above its line, and those below, which are `size` px."""

    name: str
    count: int
    above: Side
    below: Side
    size: float = SMALL

    @property
    def need(self) -> float:
        """The height in px at which no mark hides another."""
        return (depth(self.above) + 0.5) * (LARGE + 1) + (depth(self.below) + 0.5) * (self.size + 1)


def depth(side: Side) -> int:
    """The number of levels."""
    return max((level + 1 for _, level in side), default=0)


def lanes_of(events: Sequence[Mark], scale: Scale, by: Grouping = GROUPINGS["actor"]) -> list[Lane]:
    """A lane for each of the most frequent groups of `events`, the first on top; all others share the last."""
    counts = Counter(value for mark in events for value in by.values(mark))
    names = dict(pair for mark in events for pair in named(mark))
    top = frequent(counts)
    result = [
        Lane(by.name(value, names), counts[value], *_sides(_within(events, value, by), value, by, scale))
        for value in top
    ]
    rest = [mark for mark in events if _beyond(mark, top, by)]
    return [*result, Lane(OTHERS, len(rest), *_sides(rest, "", by, scale))] if rest else result


def frequent(counts: Mapping[str, int]) -> list[str]:
    """The values that have a lane of their own, the most frequent first, with room for one that all others share.

    >>> frequent({"JPN": 3, "PRK": 70, "RUS": 70})
    ['PRK', 'RUS', 'JPN']
    """
    top = sorted(counts, key=lambda value: (-counts[value], value))
    return top if len(top) <= MOST else top[: MOST - 1]


def _within(events: Iterable[Mark], value: str, by: Grouping) -> list[Mark]:
    return [mark for mark in events if value in by.values(mark)]


def _beyond(mark: Mark, top: Sequence[str], by: Grouping) -> bool:
    """Whether any of its groups has no lane, or it has none."""
    values = {*by.values(mark)}
    return not values or not values <= set(top)


def named(mark: Mark) -> Iterable[tuple[str, str]]:
    """Code and name of everyone in it."""
    yield from zip(mark.sources, mark.source_names, strict=False)
    yield from zip(mark.targets, mark.target_names, strict=False)


def _sides(mine: Sequence[Mark], value: str, by: Grouping, scale: Scale) -> tuple[Side, Side, float]:
    above = [mark for mark in mine if by.above(mark, value)]
    below = [mark for mark in mine if not by.above(mark, value)]
    return _levelled(above, LARGE, scale), _levelled(below, by.below, scale), by.below


def _levelled(mine: Sequence[Mark], size: float, scale: Scale) -> Side:
    return tuple(zip(mine, levels([scale.extent(mark, size) for mark in mine]), strict=True))
