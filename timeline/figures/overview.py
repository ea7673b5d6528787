"""The strip above the timeline: events a year, to brush over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.figures.layout import base_layout
from timeline.figures.marks import plain
from timeline.figures.sight import GUTTER, Sight
from timeline.figures.theme import Palette, palette
from timeline.figures.words import QUAD_WORDS

if TYPE_CHECKING:
    import pandas as pd

HEIGHT = 84  # px


def overview(frame: pd.DataFrame, sight: Sight) -> dict[str, Any]:
    """Events of `frame` by the year in which they began, stacked by quarter of PLOVER; a veil lies outside
    the days of `sight`. The x axis counts in years, a bar standing in the middle of its own."""
    counts = Counter(zip(years(frame), plain(frame["quad"]), strict=True))
    shown = [year for year, _ in counts if year]
    ends = (min(shown, default=2000), max(shown, default=2000))
    colours = palette(sight.scheme)
    return {
        "data": [
            _bars(quad, {y: n for (y, q), n in counts.items() if q == quad and y}, colours) for quad in (1, 2, 3, 4)
        ],
        "layout": _layout(ends, sight, colours),
    }


def years(frame: pd.DataFrame) -> list[int | None]:
    """The year of each event: of its beginning, or of its end where the beginning is open."""
    pairs = zip(plain(frame["date_start"]), plain(frame["date_end"]), strict=True)
    return [day.year if day else None for day in (start or end for start, end in pairs)]


def _bars(quad: int, counts: dict[int, int], colours: Palette) -> dict[str, Any]:
    chosen = sorted(counts)
    return {
        "type": "bar",
        "name": QUAD_WORDS[quad],
        "x": chosen,
        "y": [counts[year] for year in chosen],
        "marker": {"color": colours.quads[quad], "line": {"width": 0}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "hovertemplate": "%{x}: %{y} · %{fullData.name}<extra></extra>",
    }


def _layout(ends: tuple[int, int], sight: Sight, colours: Palette) -> dict[str, Any]:
    return base_layout(colours) | {
        "height": HEIGHT,
        "margin": {"l": sight.gutter, "r": 0, "t": 4, "b": 20},
        "barmode": "stack",
        "bargap": 0.25,
        "dragmode": "select",
        "selectdirection": "h",
        "newselection": {"line": {"color": colours.ink, "width": 1, "dash": "solid"}},
        "selections": [],
        "xaxis": {
            "range": [ends[0] - 0.75, ends[1] + 0.75],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickformat": "d",
            "nticks": max(int(sight.width // 80), 3),
            "tickfont": {"size": 11, "color": colours.muted},
        },
        "yaxis": {"visible": False, "fixedrange": True, "rangemode": "tozero"},
        "shapes": _veils(ends, sight, colours),
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


def _veils(ends: tuple[int, int], sight: Sight, colours: Palette) -> list[dict[str, Any]]:
    """Rectangles over the years that are filtered out."""
    stretches: Iterable[tuple[float, float]] = (
        (ends[0] - 1, _position(sight.since)) if sight.since else (0, 0),
        (_position(sight.until), ends[1] + 1) if sight.until else (0, 0),
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
