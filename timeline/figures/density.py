"""Lanes of more events than one can tell apart: bars that count them, by time and by quarter of PLOVER.

A click on a bar looks closer. Each lane has a scale of its own; the most salient events are
named above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline.figures.bins import Bins, bins, spread
from timeline.figures.board import Label, Placed
from timeline.figures.crowd import crowd, days_shown
from timeline.figures.grouping import GROUPINGS, Grouping
from timeline.figures.hover import safe
from timeline.figures.landmarks import BAND, landmarks
from timeline.figures.layout import AXIS, lanes_layout, note, note_lines
from timeline.figures.marks import marks
from timeline.figures.scale import DAY_MS, Scale
from timeline.figures.sight import Sight
from timeline.figures.theme import Palette, palette
from timeline.figures.words import QUAD_WORDS
from timeline.table.picked import Picked

BAR = 11.0  # px, the least width of a bar
AIR = 16.0  # px between lanes
FOOT, LINE = 34.0, 19.0  # px, the least below the last one, and those of a line of words there
NAMED = 24  # events among which those with names are chosen
HAIR = 0.1  # px
Counts = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of each stretch: its middle and its width in milliseconds, the address that looks closer, and its
    days in words."""

    middles: Numbers
    widths: Numbers
    closer: list[str]
    words: list[str]


@dataclass(frozen=True, slots=True)
class Heap:
    """One lane: counts above its line and below it, stretches x quarters."""

    name: str
    count: int
    above: Counts
    below: Counts


def density(picked: Picked, sight: Sight, by: str, height: float) -> dict[str, Any]:
    """The lanes of what is picked as a Plotly figure of `height` px; `by` is one of GROUPINGS. `customdata` of a bar
    is what the address is to say, to look closer."""
    scale = Scale(*days_shown(picked, sight.since, sight.until), sight.width - sight.gutter)
    made = bins(scale.first, scale.last, int(scale.width // BAR))
    board, colours = height - AXIS, palette(sight.scheme)
    heaps, words = _heaps(picked, made, GROUPINGS[by]), _words(picked, made)
    foot = max(FOOT, LINE * len(note_lines(words, sight.width)))
    labels, px = _arrange(heaps, board - BAND * sight.wide, foot)
    layout = lanes_layout(labels, sight, board, scale, colours)
    named = landmarks(_salient(picked, board - BAND, scale), board, scale, colours) if sight.wide else {}
    layout["annotations"].append(note(words, sight.width, colours))
    told, stood = _told(made), list(zip(heaps, labels, px, strict=True))
    return {
        "data": [_trace(told, quad, stood, colours) for quad in QUAD_WORDS],
        "layout": layout | {key: layout[key] + extra for key, extra in named.items()},
    }


def _heaps(picked: Picked, made: Bins, by: Grouping) -> list[Heap]:
    """What each lane counts."""
    index, rows, lanes = picked.index, picked.rows, crowd(picked, by)
    laid = spread(made, index.first[rows], index.last[rows], index.quad[rows])
    number = len(lanes.names)
    sides = laid.count(lanes.places, 2 * lanes.lanes + ~lanes.above, 2 * number)
    counts = np.bincount(lanes.lanes, minlength=number).tolist()
    return list(map(Heap, lanes.names, counts, sides[::2], sides[1::2]))


def _arrange(heaps: Sequence[Heap], height: float, foot: float) -> tuple[list[Label], list[float]]:
    """Where the line of each lane is, and the px of an event in it: its highest bars fill it. Below all are `foot`
    px."""
    free = (height - foot) / max(len(heaps), 1) - AIR
    labels, px, top = list[Label](), list[float](), height
    for heap in heaps:
        up, down = (float(side.sum(axis=1).max(initial=0)) for side in (heap.above, heap.below))
        px.append(free / max(up + down, 1.0))
        labels.append(Label(heap.name, heap.count, top - AIR - up * px[-1], top))
        top -= free + AIR
    return labels, px


def _trace(made: Told, quad: int, lanes: Sequence[tuple[Heap, Label, float]], colours: Palette) -> dict[str, Any]:
    stacks = [_stack(heap, label, quad, px) for heap, label, px in lanes]
    places, bases, heights, numbers = (np.concatenate(parts) for parts in zip(*stacks, strict=True))
    names = [
        name for (heap, *_), stack in zip(lanes, stacks, strict=True) for name in [safe(heap.name)] * len(stack[0])
    ]
    told = zip(names, map(_number, numbers.tolist()), places.tolist(), strict=True)
    return {
        "type": "bar",
        "name": QUAD_WORDS[quad],
        "x": made.middles[places].tolist(),
        "width": made.widths[places].tolist(),
        "base": bases.tolist(),
        "y": heights.tolist(),
        "customdata": [made.closer[place] for place in places.tolist()],
        "hovertext": [f"<b>{name}</b>: {number}<br>{made.words[place]}" for name, number, place in told],
        "hovertemplate": f"%{{hovertext}}<br>{QUAD_WORDS[quad]}<extra></extra>",
        "showlegend": False,
        "marker": {"color": colours.quads[quad], "line": {"width": 0}},
    }


def _stack(heap: Heap, label: Label, quad: int, height: float) -> tuple[Numbers, Counts, Counts, Counts]:
    """Places, feet, heights and numbers of the bars of one quarter, which stand on those of the quarters before. What
    is not as high as a hair is left out."""
    parts = []
    for side, px in ((heap.above, height), (heap.below, -height)):
        mine = side[:, quad - 1]
        places = np.flatnonzero(mine * abs(px) > HAIR)
        feet = label.line + px * side[places, : quad - 1].sum(axis=1)
        parts.append((places, feet.round(1), (px * mine[places]).round(1), mine[places]))
    places, feet, heights, numbers = (np.concatenate(part) for part in zip(*parts, strict=True))
    return places, feet, heights, numbers


def _number(number: float) -> str:
    """
    >>> _number(1310.0), _number(0.3), _number(1.0), _number(2.5)
    ('1,310 events', 'less than 1 event', '1 event', 'about 2 events')
    """
    if number < 1:
        return "less than 1 event"
    exact = abs(number - round(number)) < 1e-6
    return f"{'' if exact else 'about '}{round(number):,} event{'s' * (round(number) != 1)}"


def _told(made: Bins) -> Told:
    middles = (made.edges[:-1].astype(np.int64) + made.edges[1:]) * (DAY_MS // 2)
    return Told(
        middles,
        np.diff(made.edges).astype(np.int64) * DAY_MS * 23 // 25,
        ["?since={}&until={}".format(*made.ends(place)) for place in range(len(made))],
        [safe(made.words(place)) for place in range(len(made))],
    )


def _words(picked: Picked, made: Bins) -> str:
    """What a bar stands for, and what is not exact about it."""
    first, last = picked.index.first[picked.rows], picked.index.last[picked.rows]
    longer = int(np.count_nonzero(last.astype(np.int64) - first > int(np.diff(made.edges).max())))
    vague = f" {longer:,} whose dates are less exact are spread over their days." if longer else ""
    return f"{len(picked):,} events: each bar counts those of {made.about}. Click one to look closer.{vague}"


def _salient(picked: Picked, y: float, scale: Scale) -> list[Placed]:
    """The events that stand out most, at the height `y`."""
    some = replace(picked, rows=np.sort(picked.salient(NAMED)))
    return [Placed(mark, y, 0.0, scale.days(mark)) for mark in marks(some) if mark.start]
