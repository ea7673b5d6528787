"""The events that stand out, named above the lanes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from timeline.figures.board import Placed
from timeline.figures.hover import safe
from timeline.figures.scale import Scale
from timeline.figures.theme import Palette

BAND = 74.0  # px above the lanes
WIDTH, CHARACTERS, LINES = 142.0, 23, 3  # of a name
GAP = 14.0  # px between names
FOOT = 60.0  # px from the top: a name ends there, and the line to its mark begins
MOST = 8
FAR = 1.5 * WIDTH  # px between a name and its mark: from further off the lines to them cannot be told apart


@dataclass(frozen=True, slots=True)
class Landmark:
    """A mark, where it stands in px, and the left edge of the room for its name."""

    placed: Placed
    px: float
    left: float

    @property
    def on_right(self) -> bool:
        """Whether the name ends at its right edge, because that is nearer to the mark."""
        return self.px > self.left + WIDTH / 2

    @property
    def away(self) -> float:
        """px between the mark and the name, along the axis."""
        return max(self.left - self.px, self.px - self.left - WIDTH, 0.0)

    @property
    def edge(self) -> float:
        """px of the end of the name that is nearer to the mark."""
        return self.left + (WIDTH - GAP if self.on_right else 0)


def landmarks(placed: Iterable[Placed], top: float, scale: Scale, colours: Palette) -> dict[str, list[dict[str, Any]]]:
    """Annotations and lines for a layout whose board ends at the height `top`, in px."""
    found = beside(choose(placed, scale), scale)
    return {
        "annotations": [_name(item, top, scale, colours) for item in found],
        "shapes": [line for item in found for line in _lines(item, top, scale, colours)],
    }


def choose(placed: Iterable[Placed], scale: Scale) -> list[Placed]:
    """The events that stand out most, as many as have room for their names near them, in the order of time.

    Each is weighed against those already chosen: one that is nearer to them than a name is wide loses up to half
    of its weight, so that a busy year does not take all the room, nor shut out its own greatest events.
    """
    left: dict[str, Placed] = {}
    for item in placed:
        if 0 <= item.middle * scale.px_per_day <= scale.width:
            left.setdefault(item.mark.event_id, item)
    free = dict.fromkeys(left, 1.0)
    chosen: list[Placed] = []
    while left and len(chosen) < min(MOST, scale.width // WIDTH):
        best = left.pop(max(left, key=lambda name: _weight(left[name], free[name])))
        together = sorted([*chosen, best], key=lambda item: item.middle)
        away = {name: abs(item.middle - best.middle) * scale.px_per_day / WIDTH for name, item in left.items()}
        if any(item.away > FAR for item in beside(together, scale)):
            left = {name: item for name, item in left.items() if away[name] > 0.5}  # here is no more room
            continue
        chosen = together
        free |= {name: min(free[name], 0.5 + away[name] / 2) for name in left}
    return chosen


def _weight(item: Placed, free: float) -> tuple[float, ...]:
    mark = item.mark
    return (mark.salience * free, mark.reports * free, abs(mark.goldstein) * free, -mark.guessed, item.middle)


def beside(chosen: Sequence[Placed], scale: Scale) -> list[Landmark]:
    """Puts the names beside each other, each as near to its mark as the others let it."""
    lefts: list[float] = []
    for item in chosen:
        lefts.append(max(item.middle * scale.px_per_day - 4, lefts[-1] + WIDTH if lefts else 0))
    edge = scale.width
    for number in reversed(range(len(lefts))):
        edge = lefts[number] = min(lefts[number], edge - WIDTH)
    return [Landmark(item, item.middle * scale.px_per_day, left) for item, left in zip(chosen, lefts, strict=True)]


def _name(item: Landmark, top: float, scale: Scale, colours: Palette) -> dict[str, Any]:
    mark, side = item.placed.mark, "right" if item.on_right else "left"
    lines = wrap(mark.title, CHARACTERS, max_lines=LINES, placeholder=" …")
    return {
        "x": scale.moment(item.edge / scale.px_per_day),
        "y": top,
        "xanchor": side,
        "yanchor": "top",
        "align": side,
        "showarrow": False,
        "borderpad": 1,
        "bgcolor": colours.background,
        "text": "<br>".join([f"<b>{mark.edtf[:4]}</b>", *map(safe, lines)]),
        "font": {"size": 11, "color": colours.muted},
    }


def _lines(item: Landmark, top: float, scale: Scale, colours: Palette) -> list[dict[str, Any]]:
    """From the mark up to the names, and from there aslant to its own."""
    inside = min(max(item.px, item.left + 4), item.left + WIDTH - GAP - 4)
    mark, name, elbow = item.placed.middle, inside / scale.px_per_day, top - BAND - 6
    return [
        _line((mark, item.placed.y), (mark, elbow), scale, colours),
        _line((mark, elbow), (name, top - FOOT), scale, colours),
    ]


def _line(here: tuple[float, float], there: tuple[float, float], scale: Scale, colours: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "x0": scale.moment(here[0]),
        "x1": scale.moment(there[0]),
        "y0": here[1],
        "y1": there[1],
        "line": {"width": 1, "color": colours.muted, "dash": "dot"},
        "opacity": 0.7,
    }
