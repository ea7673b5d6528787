"""Tiles that tell how many events there were, and of what kind: the more events, the deeper the tint of the tile and
the larger the symbol on it; colour and symbol go from conflict to cooperation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import Any

import numpy as np

from timeline.figures.balance import glyphs, steps, told
from timeline.figures.hover import safe
from timeline.figures.theme import Palette

FAINT, DEEP = 0.10, 0.42  # how opaque a tile of one event is, and the fullest one
AIR = 1.5  # px between tiles
ROOM = (52.0, 20.0)  # px: on a tile that is not smaller there is room for the number
BEFORE, AFTER = 14.0, 4.0  # px from the middle of such a tile, to the left: the symbol, and where the number begins
GLYPH = 0.72  # of the shorter side of a tile, but not more than:
MOST = 17.0  # px


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile about (x, y) px; `counts` are its events of cooperation and of conflict, `name` says what it stands for,
    `opens` what a click on it shows."""

    x: float
    y: float
    counts: tuple[int, int]
    name: str
    opens: str

    @property
    def total(self) -> int:
        """All its events."""
        return sum(self.counts)


def tiled(tiles: Sequence[Tile], size: tuple[float, float], colours: Palette) -> list[dict[str, Any]]:
    """Traces of tiles of `size` px, width and height."""
    full = [tile for tile in tiles if tile.total]
    empty = [tile for tile in tiles if not tile.total]
    numbered = size[0] >= ROOM[0] and size[1] >= ROOM[1]
    bare = _bars(empty, size) | {"hoverinfo": "skip", "marker": {"color": colours.rule, "opacity": 0.35}}
    return [bare, _tints(full, size, colours), _symbols(full, size, numbered, colours)] + [
        _numbers(full, colours)
    ] * numbered


def _bars(tiles: Sequence[Tile], size: tuple[float, float]) -> dict[str, Any]:
    wide, high = size[0] - AIR, size[1] - AIR
    return {
        "type": "bar",
        "x": [tile.x for tile in tiles],
        "base": [tile.y - high / 2 for tile in tiles],
        "y": [high for _ in tiles],
        "width": wide,
        "showlegend": False,
    }


def _tints(tiles: Sequence[Tile], size: tuple[float, float], colours: Palette) -> dict[str, Any]:
    most = log1p(max((tile.total for tile in tiles), default=1))
    found = steps(np.array([tile.counts for tile in tiles]).reshape(-1, 2)).tolist()
    return _bars(tiles, size) | {
        "customdata": [tile.opens for tile in tiles],
        "hovertext": [f"<b>{safe(tile.name)}</b><br>{told(tile.counts)}" for tile in tiles],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": [colours.scale[step] for step in found],
            "opacity": [round(FAINT + (DEEP - FAINT) * log1p(tile.total) / most, 3) for tile in tiles],
            "line": {"width": 0},
        },
    }


def _symbols(tiles: Sequence[Tile], size: tuple[float, float], numbered: bool, colours: Palette) -> dict[str, Any]:
    marker = glyphs(np.array([tile.counts for tile in tiles]).reshape(-1, 2), colours, min(min(size) * GLYPH, MOST))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [tile.x - numbered * BEFORE for tile in tiles],
        "y": [tile.y for tile in tiles],
        "hoverinfo": "skip",
        "showlegend": False,
        "marker": marker | {"opacity": 1, "line": {"width": 0}},
    }


def _numbers(tiles: Sequence[Tile], colours: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [tile.x - AFTER for tile in tiles],
        "y": [tile.y for tile in tiles],
        "text": [brief(tile.total) for tile in tiles],
        "textposition": "middle right",
        "textfont": {"size": 11, "color": colours.ink},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def brief(number: int) -> str:
    """
    >>> [brief(number) for number in (7, 1310, 12_400, 2_000_000)]
    ['7', '1.3k', '12k', '2.0M']
    """
    for size, unit in ((1_000_000, "M"), (1000, "k")):
        if number >= size:
            return f"{number / size:.1f}{unit}" if number < 10 * size else f"{number // size}{unit}"
    return str(number)
