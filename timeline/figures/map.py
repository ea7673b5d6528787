"""The map: a mark at each place where something happened, the larger the more events; only the part of the world that
has some. Distances are true in the middle of it. The land is an outline without borders."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians
from typing import Any

from timeline.figures.balance import glyphs, told
from timeline.figures.hover import safe
from timeline.figures.land import Window, outline
from timeline.figures.meaning import ITEMS, Item, asks, meaning
from timeline.figures.naming import sides
from timeline.figures.places import Places, places
from timeline.figures.plane import plane
from timeline.figures.sight import NARROW, Sight
from timeline.figures.theme import Palette, palette
from timeline.figures.words import counted
from timeline.table.picked import Picked

MOST = 400  # places
LARGEST, LARGEST_NARROW, LEAST = 46.0, 34.0, 7.0  # px of a mark
LOWEST, HIGHEST = 0.4, 560.0  # of the width, and px: how high the map is
PER_NAME = 28.0  # px of the width: more names than that nobody reads
AIR = 0.09  # of the span, on each side
NEAREST = 5.0  # degrees of latitude: no map shows less
WORLD = Window(-180, -58, 180, 84)
GRAIN = 1.0  # px: what is smaller of the outline is left out


def world_map(picked: Picked, sight: Sight) -> dict[str, Any]:
    """Where the events of `picked` took place."""
    found, colours = places(picked, MOST), palette(sight.scheme)
    said = meaning(_words(found), _items(found))
    if not found.names:
        return {"data": [], "layout": plane(sight.width, 30, colours) | {"meta": said}}
    window, height = frame(found, sight.width)
    layout = plane(sight.width, height, colours) | {"meta": said, "dragmode": "zoom" if sight.wide else False}
    layout["xaxis"] |= {"range": [window.west, window.east], "fixedrange": not sight.wide}
    layout["yaxis"] |= {"range": [window.south, window.north], "fixedrange": not sight.wide} | {
        "scaleanchor": "x",
        "scaleratio": round(1 / _squeeze(window), 4),
    }
    return {
        "data": [_land(window, sight.width, colours), _marks(found, window, (sight.width, height), colours)],
        "layout": layout,
    }


def frame(found: Places, width: float) -> tuple[Window, float]:
    """The part of the world to show on a map of `width` px, and its height in px."""
    low, high = float(found.lat.min()), float(found.lat.max())
    tall = max((high - low) * (1 + 2 * AIR), NEAREST)
    south, north = _shifted((low + high) / 2, tall, WORLD.south, WORLD.north)
    squeeze = cos(radians((south + north) / 2))
    left, right = float(found.lon.min()), float(found.lon.max())
    wide = max((right - left) * (1 + 2 * AIR), NEAREST)
    whole = width * (WORLD.north - WORLD.south) / (wide * squeeze)
    height = min(max(width * tall / (wide * squeeze), width * LOWEST), whole, HIGHEST)
    wide, tall = max(wide, tall * width / height / squeeze), max(tall, wide * squeeze * height / width)
    west, east = _shifted((left + right) / 2, wide, WORLD.west, WORLD.east)
    south, north = _shifted((low + high) / 2, tall, WORLD.south, WORLD.north)
    return Window(west, south, east, north), height


def _shifted(middle: float, span: float, low: float, high: float) -> tuple[float, float]:
    """The ends of a span about the middle, moved, and where it must be cut, to lie between low and high.

    >>> _shifted(80, 20, -58, 84), _shifted(0, 900, -180, 180)
    ((64, 84), (-180, 180))
    """
    start = max(min(middle - span / 2, high - span), low)
    return start, min(start + span, high)


def _squeeze(window: Window) -> float:
    """How much shorter a degree of longitude is than one of latitude, in the middle of the window."""
    return cos(radians((window.south + window.north) / 2))


def _land(window: Window, width: float, colours: Palette) -> dict[str, Any]:
    grain = max(GRAIN * (window.east - window.west) / width, 0.05)
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in outline(window, grain):
        closed = [*ring.tolist(), ring[0].tolist()]
        x += [*(round(lon, 1) for lon, _ in closed), None]
        y += [*(round(lat, 1) for _, lat in closed), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": colours.rule,
        "opacity": 0.75,
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _marks(found: Places, window: Window, size: tuple[float, float], colours: Palette) -> dict[str, Any]:
    marker = glyphs(found.counts, colours, LARGEST if size[0] > NARROW else LARGEST_NARROW, LEAST)
    px = (size[0] / (window.east - window.west), size[1] / (window.north - window.south))
    spots = [
        ((lon - window.west) * px[0], (lat - window.south) * px[1], wide / 2)
        for lon, lat, wide in zip(found.lon.tolist(), found.lat.tolist(), marker["size"], strict=True)
    ]
    named = sides(spots, found.names[: int(size[0] // PER_NAME)], size)
    named += [""] * (len(spots) - len(named))
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": found.lon.round(2).tolist(),
        "y": found.lat.round(2).tolist(),
        "text": [safe(name) if side else "" for name, side in zip(found.names, named, strict=True)],
        "textposition": [side or "middle right" for side in named],
        "textfont": {"size": 12, "color": colours.ink},
        "cliponaxis": False,
        "customdata": [asks(place=name) for name in found.names],
        "hovertext": [
            f"<b>{safe(name)}</b><br>{told(both)}" for name, both in zip(found.names, found.counts, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": marker | {"opacity": 0.82, "line": {"width": 1.2, "color": colours.background}},
        "showlegend": False,
    }


def _items(found: Places) -> list[Item]:
    pairs = zip(found.names[:ITEMS], found.counts, strict=False)
    return [{"label": f"{name}: {told(both)}", "opens": asks(place=name)} for name, both in pairs]


def _words(found: Places) -> Iterator[str]:
    total = int(found.counts.sum())
    if found.names:
        most = int(found.counts[0].sum())
        yield f"{counted(total, 'event')} at {counted(len(found.names), 'place')}, most in {found.names[0]} ({most:,})."
    else:
        yield "No event here has a place on the map."
    if found.nowhere:
        yield f"{counted(found.nowhere, 'event')} without a place not shown."
    if found.unmapped:
        yield f"{counted(found.unmapped, 'event')} not shown: where the place is, is not known."
    if found.smaller:
        yield f"{counted(found.smaller, 'event')} at smaller places not shown."
