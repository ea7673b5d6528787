"""Who has a lane, and what stands on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.figures.marks import Mark
from timeline.figures.scale import Scale
from timeline.figures.stack import levels

MOST = 6
OTHERS = "Others"
ACTS, SUFFERS = 10.0, 6.0  # px, the size of a mark above and below the line

Side = tuple[tuple[Mark, int], ...]  # marks with their levels, 0 the one next to the line


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor: the number of its events, the marks of what it does, and of what is done to it."""

    name: str
    count: int
    above: Side
    below: Side

    @property
    def need(self) -> float:
        """The height in px at which no mark hides another."""
        return (depth(self.above) + 0.5) * (ACTS + 1) + (depth(self.below) + 0.5) * (SUFFERS + 1)


def depth(side: Side) -> int:
    """The number of levels."""
    return max((level + 1 for _, level in side), default=0)


def lanes_of(events: Sequence[Mark], drawn: Sequence[Mark], scale: Scale) -> list[Lane]:
    """A lane for each of the most frequent actors of `events`, the first on top; all others share the last.
    Only those that are `drawn` stand on them."""
    counts = Counter(code for mark in events for code in {*mark.sources, *mark.targets})
    names = dict(pair for mark in events for pair in named(mark))
    top = sorted(counts, key=lambda code: (-counts[code], code))
    top = top if len(top) <= MOST else top[: MOST - 1]
    result = [Lane(names.get(code, code), counts[code], *_sides(code, drawn, scale)) for code in top]
    others = sum(_beyond(mark, top) for mark in events)
    rest = [mark for mark in drawn if _beyond(mark, top)]
    return [*result, Lane(OTHERS, others, _levelled(rest, ACTS, scale), ())] if others else result


def _beyond(mark: Mark, top: Sequence[str]) -> bool:
    """Whether anyone in it has no lane."""
    return not {*mark.sources, *mark.targets} <= set(top)


def named(mark: Mark) -> Iterable[tuple[str, str]]:
    """Code and name of everyone in it."""
    yield from zip(mark.sources, mark.source_names, strict=False)
    yield from zip(mark.targets, mark.target_names, strict=False)


def _sides(code: str, drawn: Sequence[Mark], scale: Scale) -> tuple[Side, Side]:
    above = [mark for mark in drawn if code in mark.sources]
    below = [mark for mark in drawn if code in mark.targets and code not in mark.sources]
    return _levelled(above, ACTS, scale), _levelled(below, SUFFERS, scale)


def _levelled(mine: Sequence[Mark], size: float, scale: Scale) -> Side:
    return tuple(zip(mine, levels([scale.extent(mark, size) for mark in mine]), strict=True))
