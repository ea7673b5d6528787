"""Who with whom: a matrix, where each tie has a tile, and a network, where each has a line.

The matrix is a staircase: an actor's name stands on its step, its ties with those before it to the left, with those
after it below. In the network all stand on a circle; it is laid out by rule, not by chance, so that the same events
always give the same picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from textwrap import shorten
from typing import Any

from timeline.figures.balance import told
from timeline.figures.hover import safe
from timeline.figures.meaning import ITEMS, Item, asks, meaning
from timeline.figures.network import network, round_height
from timeline.figures.plane import plane, written
from timeline.figures.sight import Sight
from timeline.figures.theme import Palette, palette
from timeline.figures.ties import Ties, ties
from timeline.figures.tiles import Tile, tiled
from timeline.figures.words import counted
from timeline.table.picked import Picked

MOST, MOST_NARROW = 14, 10  # actors
BESIDE = 820.0  # px: on a figure that is not narrower the network stands beside the matrix
NAME = 138.0  # px for a name on its step
HIGHEST, WIDEST = 430.0, 62.0  # px of the staircase, and of a tile
AIR = 28.0  # px between the two


def relations(picked: Picked, sight: Sight) -> dict[str, Any]:
    """The ties between the most frequent actors of `picked`."""
    found, colours = ties(picked, MOST if sight.wide else MOST_NARROW), palette(sight.scheme)
    beside = sight.width >= BESIDE
    half = (sight.width - AIR) / 2 if beside else sight.width
    if len(found.codes) < 2:
        return {"data": [], "layout": plane(sight.width, 30, colours) | {"meta": meaning(_words(found), [])}}
    edge = min((half - NAME) / (len(found.codes) - 1), HIGHEST / len(found.codes), WIDEST)
    stairs, round_ = edge * len(found.codes), round_height(half, len(found.codes))
    height = max(stairs, round_) if beside else stairs + AIR + round_
    tiles = list(_tiles(found, edge, height))
    drawn = network(found, (sight.width - half, 0, half, height if beside else round_), colours)
    layout = plane(sight.width, height, colours) | {
        "annotations": [*_steps(found, edge, height, colours), *drawn.names],
        "meta": meaning(_words(found), _items(tiles)),
    }
    return {"data": [*tiled(tiles, (edge, edge), colours), *drawn.traces], "layout": layout}


def _tiles(found: Ties, edge: float, height: float) -> Iterator[Tile]:
    for left, low in combinations(range(len(found.codes)), 2):
        good, bad = found.counts[left, low].tolist()
        name = " and ".join(found.names[number] for number in (left, low))
        x, y = (left + 0.5) * edge, height - (low + 0.5) * edge
        yield Tile(x, y, (good, bad), name, asks(actor=[found.codes[left], found.codes[low]]))


def _steps(found: Ties, edge: float, height: float, colours: Palette) -> Iterator[dict[str, Any]]:
    for number, name in enumerate(found.names):
        text = safe(shorten(name, 20, placeholder="…"))
        font = {"size": 12, "color": colours.ink}
        yield written(number * edge + 5, height - (number + 0.5) * edge, text, colours, font=font)


def _items(tiles: list[Tile]) -> list[Item]:
    """The closest ties first."""
    full = sorted((tile for tile in tiles if tile.total), key=lambda tile: -tile.total)[:ITEMS]
    return [{"label": f"{tile.name}: {told(tile.counts)}", "opens": tile.opens} for tile in full]


def _words(found: Ties) -> Iterator[str]:
    if len(found.codes) < 2:
        yield "No event here is between two actors."
    else:
        totals = found.counts.sum(axis=2)
        one, other = divmod(int(totals.argmax()), len(found.codes))
        best = told(found.counts[one, other].tolist())
        yield f"The closest tie is that of {found.names[one]} and {found.names[other]}, with {best}."
    if found.others:
        yield f"The {len(found.codes)} most frequent actors are drawn;"
        yield f"{counted(found.beyond, 'event')} with {counted(found.others, 'other')} not shown."
    if found.alone:
        yield f"{counted(found.alone, 'event')} {'names' if found.alone == 1 else 'name'} one side only."
