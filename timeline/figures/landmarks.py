"""The events that stand out, named above the lanes where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from timeline.figures.board import Placed
from timeline.figures.hover import safe
from timeline.figures.scale import Scale
from timeline.figures.theme import Palette

BAND = 66.0  # px above the lanes
WIDTH, CHARACTERS, LINES = 138.0, 23, 3  # of a label
MOST = 8


def landmarks(placed: Iterable[Placed], top: float, scale: Scale, colours: Palette) -> dict[str, list[dict[str, Any]]]:
    """Annotations and hairlines for a layout whose board ends at the height `top`, in px."""
    chosen = list(choose(placed, scale))
    return {
        "annotations": [_name(item, left, top, scale, colours) for item, left in chosen],
        "shapes": [_hairline(item, top, scale, colours) for item, _ in chosen],
    }


def choose(placed: Iterable[Placed], scale: Scale) -> Iterator[tuple[Placed, float]]:
    """The most salient events whose names fit beside each other, with the left edge of each name in px."""
    first: dict[str, Placed] = {}
    for item in placed:
        first.setdefault(item.mark.event_id, item)
    taken: list[float] = []
    for item in sorted(first.values(), key=_rank):
        px = item.middle * scale.px_per_day
        left = min(max(px - 4, 0), scale.width - WIDTH)
        if 0 <= px <= scale.width and all(abs(left - other) >= WIDTH for other in taken) and len(taken) < MOST:
            taken.append(left)
            yield item, left


def _rank(item: Placed) -> tuple[float, ...]:
    mark = item.mark
    return (-mark.salience, -mark.reports, -abs(mark.goldstein), mark.guessed, -item.middle)


def _name(item: Placed, left: float, top: float, scale: Scale, colours: Palette) -> dict[str, Any]:
    lines = wrap(item.mark.title, CHARACTERS, max_lines=LINES, placeholder=" …")
    return {
        "x": scale.moment(left / scale.px_per_day),
        "y": top,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 1,
        "bgcolor": colours.background,
        "text": "<br>".join([f"<b>{item.mark.edtf[:4]}</b>", *map(safe, lines)]),
        "font": {"size": 11, "color": colours.muted},
    }


def _hairline(item: Placed, top: float, scale: Scale, colours: Palette) -> dict[str, Any]:
    moment = scale.moment(item.middle)
    return {
        "type": "line",
        "layer": "below",
        "x0": moment,
        "x1": moment,
        "y0": item.y,
        "y1": top - BAND + 4,
        "line": {"width": 1, "color": colours.muted, "dash": "dot"},
        "opacity": 0.7,
    }
