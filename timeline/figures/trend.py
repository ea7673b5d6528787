"""The trend: how events score between conflict and cooperation, by month or quarter, and how many there were.

Each period has a dot at the mean score of its events (Goldstein 1992). The line is the mean of all events in the five
periods about each; it breaks where they are fewer than three, rather than to run through what is not known. The most
salient events stand at their own score, named where there is room. Below are counts: cooperation above the line,
conflict below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.figures.balance import glyphs
from timeline.figures.board import Placed
from timeline.figures.draw import symbols
from timeline.figures.landmarks import BAND, choose, landmarks
from timeline.figures.layout import lanes_layout
from timeline.figures.marks import Mark, marks
from timeline.figures.meaning import ITEMS, Item, meaning
from timeline.figures.periods import Period, middles, name_of, periods, signed
from timeline.figures.plane import plane, written
from timeline.figures.scale import DAY_MS, Scale
from timeline.figures.series import Series, series
from timeline.figures.sight import GUTTER, Sight
from timeline.figures.theme import Palette, palette
from timeline.figures.words import counted
from timeline.table.index import EPOCH
from timeline.table.picked import Picked

SCORES, COUNTS, APART = 260.0, 84.0, 26.0  # px of the two parts, and between them
FULL = 10.0  # the score of the fullest cooperation
PARTS, EACH = 40, 3  # of the time, and of the events in each that may be named
DOT, WIDEST = 12.0, 40.0  # px of the dot of the period with most events, and of a bar
TICKS = ((10, "+10", "cooperation"), (5, "+5", ""), (0, "0", ""), (-5, "−5", ""), (-10, "−10", "conflict"))
ZERO = APART + COUNTS + SCORES / 2  # px: the height of the score 0
BASE = COUNTS / 2  # px: the height from which events are counted


def trend(picked: Picked, sight: Sight) -> dict[str, Any]:
    """The course of the events of `picked` that took place."""
    found, colours = series(picked), palette(sight.scheme)
    if not found.counts.any():
        return {"data": [], "layout": plane(sight.width, 30, colours) | {"meta": meaning(_words(found), [])}}
    scale = _scale(found, sight)
    board = ZERO + SCORES / 2 + (BAND if sight.wide else 20) + 8
    moments = list(middles(found, scale))
    shown = periods(found, moments)
    wide = min(found.size * 30.4 * 0.8, WIDEST / scale.px_per_day)
    named = choose(_candidates(picked, scale), scale)
    layout = lanes_layout([], sight, board, scale, colours)
    layout["xaxis"] |= {"visible": True}
    told_of = landmarks(named, board, scale, colours) if sight.wide else {"annotations": [], "shapes": []}
    return {
        "data": [
            _counts(shown, 0, wide, colours),
            _counts(shown, 1, wide, colours),
            _line(found, moments, colours),
            _dots(shown, colours),
            symbols(named, scale, colours),
        ],
        "layout": layout
        | {
            "shapes": [*_rules(colours), *told_of["shapes"]],
            "annotations": [*_labels(found, sight, colours), *told_of["annotations"]],
            "meta": meaning(_words(found), _items(shown)),
        },
    }


def _scale(found: Series, sight: Sight) -> Scale:
    """The days asked for, or those of the periods, with a little air, so that no mark is cut."""
    ends = found.start(0).toordinal(), found.start(len(found.counts)).toordinal() - 1
    air = max((ends[1] - ends[0]) // 80, 3)
    first = sight.since or date.fromordinal(max(ends[0] - air, 1))
    last = sight.until or date.fromordinal(min(ends[1] + air, date.max.toordinal()))
    return Scale(min(first, last), max(first, last), sight.width - sight.gutter)


def _candidates(picked: Picked, scale: Scale) -> list[Placed]:
    """The most salient events of each part of the time, at their own scores."""
    best = Picked(picked.table, picked.index, picked.rows[_greatest(picked, scale)])
    return [Placed(mark, _height(mark.goldstein), 11.0, scale.days(mark)) for mark in marks(best) if _is_told(mark)]


def _greatest(picked: Picked, scale: Scale) -> NDArray[np.intp]:
    """The places of the EACH most salient in each of the PARTS of the time, in their order: rows are sorted by it."""
    first, salience = picked.index.first[picked.rows], picked.index.salience[picked.rows]
    days = np.linspace(scale.first.toordinal(), scale.last.toordinal() + 1, PARTS + 1) - EPOCH
    edges = np.searchsorted(first, days).tolist()
    parts = [start + _top(salience[start:end]) for start, end in pairwise(edges) if start < end]
    return np.sort(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.intp)


def _top(salience: NDArray[np.float32]) -> NDArray[np.intp]:
    """The places of the EACH greatest, in any order."""
    return np.argpartition(-salience, EACH)[:EACH] if len(salience) > EACH else np.arange(len(salience))


def _is_told(mark: Mark) -> bool:
    return mark.status == "actual" and not mark.ranged


def _height(score: float) -> float:
    return ZERO + score * SCORES / 2 / FULL


def _counts(shown: Sequence[Period], side: int, wide: float, colours: Palette) -> dict[str, Any]:
    """Bars of cooperation (0) upwards, of conflict (1) downwards; `wide` is their width in days."""
    most = max(max(period.counts) for period in shown)
    full = [period for period in shown if period.counts[side]]
    return {
        "type": "bar",
        "x": [period.moment for period in full],
        "base": BASE,
        "y": [round((1 - 2 * side) * BASE * period.counts[side] / most, 1) for period in full],
        "width": wide * DAY_MS,
        **_speaking(full),
        "marker": {"color": colours.scale[4 * (1 - side)], "line": {"width": 0}},
    }


def _line(found: Series, moments: list[str], colours: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "connectgaps": False,
        "x": moments,
        "y": [None if isnan(score) else round(_height(score), 1) for score in found.smooth.tolist()],
        "line": {"color": colours.ink, "width": 2},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _dots(shown: Sequence[Period], colours: Palette) -> dict[str, Any]:
    counts = np.array([period.counts for period in shown])
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [period.moment for period in shown],
        "y": [round(_height(period.mean), 1) for period in shown],
        **_speaking(shown),
        "marker": glyphs(counts, colours, DOT) | {"opacity": 0.5, "line": {"width": 0}},
    }


def _speaking(shown: Sequence[Period]) -> dict[str, Any]:
    return {
        "customdata": [period.opens for period in shown],
        "hovertext": [f"<b>{period.name}</b><br>{period.says}" for period in shown],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _rules(colours: Palette) -> list[dict[str, Any]]:
    """Lines across at the scores, and between the counts; those at nothing are stronger."""
    heights = [(_height(score), score == 0) for score, *_ in TICKS] + [(BASE, True)]
    return [
        {
            "type": "line",
            "layer": "below",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": height,
            "y1": height,
            "line": {"width": 1, "color": colours.muted if strong else colours.rule},
        }
        for height, strong in heights
    ]


def _labels(found: Series, sight: Sight, colours: Palette) -> Iterator[dict[str, Any]]:
    """What the heights mean: beside the board, on a narrow figure on it."""
    unit = "month" if found.size == 1 else "quarter"
    place: dict[str, Any] = {"xref": "paper", "xshift": -GUTTER if sight.wide else 2, "yshift": 0 if sight.wide else 8}
    for score, number, word in TICKS:
        if sight.wide or word or not score:
            yield written(0, _height(score), f"{number} {word}".strip(), colours, **place)
    most = int(found.counts.max())
    across = "<br>" if sight.wide else " "
    yield written(
        0, BASE if sight.wide else COUNTS - 10, f"Events{across}a {unit},{across}most {most:,}", colours, **place
    )


def _items(shown: Sequence[Period]) -> list[Item]:
    """The periods with most events first."""
    fullest = sorted(shown, key=lambda period: -sum(period.counts))[:ITEMS]
    return [{"label": f"{period.name}: {period.says}", "opens": period.opens} for period in fullest]


def _words(found: Series) -> Iterator[str]:
    total = int(found.counts.sum())
    if total:
        mean = float(np.nansum(found.mean * found.counts.sum(axis=1)) / total)
        yield f"{counted(total, 'event')}, with a mean score of {signed(mean)} between −10 (war) and +10 (alliance)."
        yield from _extremes(found)
    else:
        yield "No event here took place on days that are known well enough."
    if found.undated:
        yield f"{counted(found.undated, 'event')} not shown: known to no {'month' if found.size == 1 else 'quarter'}."
    if found.unreal:
        yield f"{counted(found.unreal, 'event')} left out: planned, only talked of, or denied."


def _extremes(found: Series) -> Iterator[str]:
    if len(set(found.smooth[~np.isnan(found.smooth)].tolist())) < 2:
        return
    low, high = int(np.nanargmin(found.smooth)), int(np.nanargmax(found.smooth))
    ends = ((word, name_of(*found.asked(n)), found.smooth[n]) for word, n in (("highest", high), ("lowest", low)))
    parts = [f"{word} in {name} ({signed(score)})" for word, name, score in ends]
    yield f"The smoothed line is {' and '.join(parts)}."
