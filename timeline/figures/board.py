"""Shares the height of the drawing board among the lanes, and stands every mark in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.figures.grouping import LARGE
from timeline.figures.lane import Lane, Side, depth
from timeline.figures.marks import Mark
from timeline.figures.scale import Scale

AIR, AIR_NARROW = 14.0, 24.0  # px between lanes; on a narrow figure the label stands there
FLOOR = 12.0  # px below the last lane
LEAST = 34.0  # px, what a lane gets however much others ask for
LEAST_MARK = 3.0  # px
NEAR = 40.0  # px: marks that near are in one pile, and so are those next to it


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark at height `y` px; `days` are its ends on the time axis, `size` its height in px."""

    mark: Mark
    y: float
    size: float
    days: tuple[float, float]

    @property
    def middle(self) -> float:
        """Its middle on the time axis, in days."""
        return (self.days[0] + self.days[1]) / 2


@dataclass(frozen=True, slots=True)
class Label:
    """A lane's name and number of events; heights of its line and of its upper edge, in px."""

    name: str
    count: int
    line: float
    top: float


def arrange(lanes: Sequence[Lane], height: float, wide: bool, scale: Scale) -> tuple[list[Label], list[Placed]]:
    """Where each lane's label and line stand on a board of `height` px, and where every mark does."""
    air = AIR if wide else AIR_NARROW
    free = height - FLOOR - air * len(lanes)
    room = share([lane.need for lane in lanes], free)
    spare = max(free - sum(room), 0) / max(len(lanes), 1)
    labels: list[Label] = []
    placed: list[Placed] = []
    top = height
    for lane, mine in zip(lanes, room, strict=True):
        squeeze = min(mine / lane.need, 1.0)
        line = top - air - spare / 2 - (depth(lane.above) + 0.5) * (LARGE + 1) * squeeze
        placed += _pile(lane.above, LARGE, squeeze, line, scale)
        placed += _pile(lane.below, -lane.size, squeeze, line, scale)
        labels.append(Label(lane.name, lane.count, line, top))
        top -= air + spare + mine
    return labels, placed


def _pile(side: Side, size: float, squeeze: float, line: float, scale: Scale) -> Iterator[Placed]:
    """Stands the marks of one side on each other (`size` below 0: hangs them). Where a pile is higher than there is
    room for, its marks are smaller, so that none hides another; where it is not, nothing is squeezed."""
    room = depth(side) * squeeze
    days = [scale.days(mark) for mark, _ in side]
    places = [int(sum(ends) / 2 * scale.px_per_day // NEAR) for ends in days]
    peaks: dict[int, int] = {}
    for place, (_, level) in zip(places, side, strict=True):
        peaks[place] = max(peaks.get(place, 0), level + 1)
    for (mark, level), ends, place in zip(side, days, places, strict=True):
        peak = max(peaks.get(place + off, 0) for off in (-1, 0, 1))
        tight = min(1.0, room / peak)
        step = (size + (1 if size > 0 else -1)) * tight
        yield Placed(mark, line + (level + 0.75) * step, max(abs(size) * tight, LEAST_MARK), ends)


def share(needs: Sequence[float], room: float) -> list[float]:
    """Shares `room` in proportion to the needs, but for those that ask for little.

    >>> share([10, 100, 300], 150)
    [10, 35.0, 105.0]
    """
    given = dict.fromkeys(range(len(needs)), 0.0)
    left, wanted = max(room, 1.0), max(sum(needs), 1.0)
    for index in sorted(given, key=lambda i: needs[i]):
        given[index] = min(needs[index], max(left * needs[index] / wanted, LEAST))
        left, wanted = left - given[index], wanted - needs[index]
    return list(given.values())
