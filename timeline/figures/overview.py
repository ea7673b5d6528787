"""The strip above the timeline: events a year, to brush over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline.figures.layout import base_layout
from timeline.figures.sight import GUTTER, Sight
from timeline.figures.theme import Palette, palette
from timeline.figures.words import QUAD_WORDS
from timeline.table.picked import Picked

HEIGHT = 84  # px
AIR = 0.75  # years on both sides
TICK, BAR = 56.0, 48.0  # px: the least between labels, the most that a bar is wide
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)  # years


@dataclass(frozen=True, slots=True)
class Years:
    """`width` px show the years from `first` to `last`.

    >>> Years(1944, 1945, 800).step, Years(1944, 2026, 800).step
    (1, 10)
    """

    first: int
    last: int
    width: float

    @property
    def px(self) -> float:
        """px a year is wide."""
        return self.width / (self.last - self.first + 2 * AIR)

    @property
    def step(self) -> int:
        """Whole years between labels."""
        return next((step for step in STEPS if step * self.px >= TICK), STEPS[-1])

    @property
    def bar(self) -> float:
        """The width of a bar, in years."""
        return min(0.75, BAR / self.px)


def overview(picked: Picked, sight: Sight) -> dict[str, Any]:
    """Events of what is picked by the year in which they began, stacked by quarter of PLOVER; a veil lies outside
    the days of `sight`. The x axis counts in years, a bar standing in the middle of its own."""
    index, rows = picked.index, picked.rows
    years, quads = index.year[rows], index.quad[rows]
    shown = years[years > 0]
    axis = Years(int(shown.min(initial=9999)), int(shown.max(initial=0)), sight.width - sight.gutter)
    counts = np.bincount(years * np.int64(5) + quads, minlength=(axis.last + 1) * 5).reshape(-1, 5)
    colours = palette(sight.scheme)
    return {
        "data": [_bars(counts[:, quad], quad, axis, colours) for quad in (1, 2, 3, 4)],
        "layout": _layout(axis, sight, colours) if len(shown) else _blank(colours),
    }


def _bars(counts: npt.NDArray[np.int64], quad: int, axis: Years, colours: Palette) -> dict[str, Any]:
    chosen = np.flatnonzero(counts[1:]) + 1
    return {
        "type": "bar",
        "name": QUAD_WORDS[quad],
        "x": chosen.tolist(),
        "y": counts[chosen].tolist(),
        "width": axis.bar,
        "marker": {"color": colours.quads[quad], "line": {"width": 0}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "hovertemplate": "%{x}: %{y} · %{fullData.name}<extra></extra>",
    }


def _blank(colours: Palette) -> dict[str, Any]:
    """Nothing to see, and nothing to brush over."""
    hidden = {"visible": False, "fixedrange": True}
    return base_layout(colours) | {"height": HEIGHT, "dragmode": False, "xaxis": hidden, "yaxis": hidden}


def _layout(axis: Years, sight: Sight, colours: Palette) -> dict[str, Any]:
    return base_layout(colours) | {
        "height": HEIGHT,
        "margin": {"l": sight.gutter, "r": 0, "t": 4, "b": 20},
        "barmode": "stack",
        "dragmode": "select",
        "selectdirection": "h",
        "newselection": {"line": {"color": colours.ink, "width": 1, "dash": "solid"}},
        "selections": [],
        "xaxis": {
            "range": [axis.first - AIR, axis.last + AIR],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickformat": "d",
            "tick0": 0,
            "dtick": axis.step,
            "tickfont": {"size": 11, "color": colours.muted},
        },
        "yaxis": {"visible": False, "fixedrange": True, "rangemode": "tozero"},
        "shapes": _veils(axis, sight, colours),
        "annotations": [_caption(colours)] if sight.wide else [],
    }


def _caption(colours: Palette) -> dict[str, Any]:
    return {
        "text": "Events<br>a year",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xshift": -GUTTER,
        "y": 0,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": colours.muted},
    }


def _veils(axis: Years, sight: Sight, colours: Palette) -> list[dict[str, Any]]:
    """Rectangles over the years that are filtered out."""
    stretches: Iterable[tuple[float, float]] = (
        (axis.first - 1, _position(sight.since)) if sight.since else (0, 0),
        (_position(sight.until), axis.last + 1) if sight.until else (0, 0),
    )
    return [
        {
            "type": "rect",
            "yref": "paper",
            "x0": x0,
            "x1": x1,
            "y0": 0,
            "y1": 1,
            "fillcolor": colours.veil,
            "line": {"width": 0},
        }
        for x0, x1 in stretches
        if x0 < x1
    ]


def _position(day: date) -> float:
    """Where a day stands between the bars: 1 January at the left edge of its year's place."""
    return day.year - 0.5 + (day.timetuple().tm_yday - 1) / 365
