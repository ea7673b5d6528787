"""The network of ties on a circle: actors with close ties stand next to each other, as far as there is room."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import cos, dist, pi, sin, sqrt
from textwrap import wrap
from typing import Any

from timeline.figures.balance import steps, told
from timeline.figures.hover import safe
from timeline.figures.meaning import asks
from timeline.figures.plane import written
from timeline.figures.theme import Palette
from timeline.figures.ties import Ties

NAMES = 108.0  # px at each side for names
RIM = 26.0  # px above and below
LOW, PER_ACTOR = 160.0, 22.0  # px of height
THICK = 11.0  # px of the closest tie
DOT, LEAST = 22.0, 6.0  # px of the most frequent actor, and of any
POINTS = 13  # of a line: where it can be hit
PULL = 0.55  # how far the longest lines are bent towards the middle; shorter ones less
DASHES = ("dot", "dot", "dash", "solid", "solid")  # by step from conflict to cooperation, as colours are

Box = tuple[float, float, float, float]  # left, bottom, width, height
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Network:
    """Lines and dots, and the names beside these."""

    traces: list[dict[str, Any]]
    names: list[dict[str, Any]]


def network(found: Ties, box: Box, colours: Palette) -> Network:
    """The ties inside a box, in px."""
    spots = _spots(found, box)
    centre = (box[0] + box[2] / 2, box[1] + box[3] / 2)
    totals = found.counts.sum(axis=2)
    pairs = sorted(combinations(range(len(spots)), 2), key=lambda pair: int(totals[pair]))
    lines = [_line(found, pair, spots, centre, colours) for pair in pairs if totals[pair]]
    return Network(
        [*lines, _dots(found, spots, colours)],
        [_name(name, spot, centre, colours) for name, spot in zip(found.names, spots, strict=True)],
    )


def round_height(width: float, actors: int) -> float:
    """px that a network of so many actors needs in a box of `width` px."""
    return min(width - 2 * NAMES + 2 * RIM, LOW + PER_ACTOR * actors)


def around(found: Ties) -> list[int]:
    """The order on the circle: after each actor the one, of those left, that it has most to do with."""
    totals, left = found.counts.sum(axis=2), list(range(len(found.codes)))
    order = [left.pop(0)]
    while left:
        order.append(max(left, key=lambda number: (int(totals[order[-1], number]), -number)))
        left.remove(order[-1])
    return order


def _spots(found: Ties, box: Box) -> list[Point]:
    """Where each actor stands; the first on the left, above the middle."""
    radius = min(box[2] / 2 - NAMES, box[3] / 2 - RIM)
    middle, size = (box[0] + box[2] / 2, box[1] + box[3] / 2), len(found.codes)
    spots = {}
    for place, number in enumerate(around(found)):
        angle = pi - (place + 0.5) * 2 * pi / size
        spots[number] = (middle[0] + radius * cos(angle), middle[1] + radius * sin(angle))
    return [spots[number] for number in range(size)]


def _line(found: Ties, pair: tuple[int, int], spots: list[Point], centre: Point, colours: Palette) -> dict[str, Any]:
    both = found.counts[pair]
    step = int(steps(both))
    curve = _curve(spots[pair[0]], spots[pair[1]], centre)
    name = " and ".join(safe(found.names[number]) for number in pair)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(x, 1) for x, _ in curve],
        "y": [round(y, 1) for _, y in curve],
        "customdata": [asks(actor=[found.codes[number] for number in pair])] * POINTS,
        "hovertemplate": f"<b>{name}</b><br>{told(both.tolist())}<extra></extra>",
        "opacity": 0.8,
        "line": {
            "color": colours.scale[step],
            "dash": DASHES[step],
            "width": round(max(THICK * sqrt(both.sum() / found.counts.sum(axis=2).max()), 1.2), 1),
        },
        "showlegend": False,
    }


def _curve(here: Point, there: Point, centre: Point) -> list[Point]:
    """A bow from here to there, drawn towards the centre."""
    half = max(dist(here, centre), 1.0)
    pull = PULL * dist(here, there) / (2 * half)
    x, y = ((1 - pull) * (a + b) / 2 + pull * c for a, b, c in zip(here, there, centre, strict=True))
    parts = [number / (POINTS - 1) for number in range(POINTS)]
    return [(_bow(here[0], x, there[0], t), _bow(here[1], y, there[1], t)) for t in parts]


def _bow(start: float, pull: float, end: float, t: float) -> float:
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * pull + t**2 * end


def _dots(found: Ties, spots: list[Point], colours: Palette) -> dict[str, Any]:
    events = found.counts.sum(axis=(1, 2)).tolist()
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(x, 1) for x, _ in spots],
        "y": [round(y, 1) for _, y in spots],
        "customdata": [asks(actor=code) for code in found.codes],
        "hovertext": [f"<b>{safe(name)}</b>" for name in found.names],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "size": [round(max(DOT * sqrt(count / max(*events, 1)), LEAST), 1) for count in events],
            "color": colours.ink,
            "opacity": 1,
            "line": {"width": 2, "color": colours.background},
        },
        "showlegend": False,
    }


def _name(name: str, spot: Point, centre: Point, colours: Palette) -> dict[str, Any]:
    right = spot[0] >= centre[0]
    text = "<br>".join(map(safe, wrap(name, 14, max_lines=2, placeholder="…")))
    away = 14 if right else -14
    return written(
        spot[0] + away,
        spot[1],
        text,
        colours,
        "left" if right else "right",
        font={"size": 12, "color": colours.ink},
        bgcolor=colours.background,
    )
