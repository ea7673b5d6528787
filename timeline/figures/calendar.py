"""The calendar: one tile for each month of each year, and one for what is known to the year only.

Many years run from left to right, as on the strip above the timeline. Few, and all on a narrow page, run downwards,
the last on top, so that a tile is wide enough to be hit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.figures.balance import told
from timeline.figures.meaning import ITEMS, Item, asks, meaning
from timeline.figures.months import PLACES, UNKNOWN, Months, months
from timeline.figures.plane import plane, written
from timeline.figures.sight import Sight
from timeline.figures.theme import Palette, palette
from timeline.figures.tiles import Tile, tiled
from timeline.figures.words import MONTHS, counted
from timeline.table.picked import Picked

FEW = 16  # years: not more run downwards on a wide page too
ROW, ROW_NARROW, ROW_ACROSS = 30.0, 24.0, 28.0  # px
WIDEST = 44.0  # px of a year that runs across
HEAD = 26.0  # px for the names of months or years
YEAR = 30.0  # px of its name
APART = 10.0  # px between the months and what is in none
SIDE, SIDE_NARROW = 108.0, 42.0  # px for the names at the side


def calendar(picked: Picked, sight: Sight) -> dict[str, Any]:
    """The events of `picked` by year and month."""
    found, colours = months(picked), palette(sight.scheme)
    if not found.counts.any():
        return {"data": [], "layout": plane(sight.width, HEAD, colours) | {"meta": meaning(_words(found), [])}}
    grid = _Down(found, sight) if len(found.counts) <= FEW or not sight.wide else _Across(found, sight)
    tiles = list(_tiles(found, grid))
    layout = plane(sight.width, grid.height, colours) | {
        "annotations": list(grid.names(colours)),
        "meta": meaning(_words(found), _items(tiles)),
    }
    return {"data": tiled(tiles, grid.size, colours), "layout": layout}


class _Down:
    """Years below each other, the last on top; months beside each other."""

    def __init__(self, found: Months, sight: Sight) -> None:
        self.first, self.years, self.wide = found.first, len(found.counts), sight.wide
        self.side = SIDE / 2 if sight.wide else SIDE_NARROW
        self.size = ((sight.width - self.side - APART) / PLACES, ROW if sight.wide else ROW_NARROW)
        self.height = HEAD * 1.6 + self.years * self.size[1]

    def at(self, year: int, month: int) -> tuple[float, float]:
        """The middle of a tile; both count from 0."""
        x = self.side + (month + 0.5) * self.size[0] + APART * (month == UNKNOWN)
        return x, (year + 0.5) * self.size[1]

    def names(self, colours: Palette) -> Iterator[dict[str, Any]]:
        """Years at the side, months on top."""
        for year in range(self.years):
            yield written(0, self.at(year, 0)[1], str(self.first + year), colours)
        for month in range(UNKNOWN):
            name = MONTHS[month][: 3 if self.wide else 1]
            yield written(self.at(0, month)[0], self.height - HEAD, name, colours, "center")
        unknown = "Month<br>not known" if self.size[0] > 62 else "Not<br>known" if self.size[0] > 38 else "?"
        yield written(self.at(0, UNKNOWN)[0], self.height - HEAD * 0.8, unknown, colours, "center")


class _Across:
    """Years beside each other, months below each other."""

    def __init__(self, found: Months, sight: Sight) -> None:
        self.first, self.years = found.first, len(found.counts)
        self.size = (min((sight.width - SIDE) / self.years, WIDEST), ROW_ACROSS)
        self.height = PLACES * ROW_ACROSS + APART + HEAD

    def at(self, year: int, month: int) -> tuple[float, float]:
        """The middle of a tile; both count from 0."""
        y = self.height - HEAD - (month + 0.5) * self.size[1] - APART * (month == UNKNOWN)
        return SIDE + (year + 0.5) * self.size[0], y

    def names(self, colours: Palette) -> Iterator[dict[str, Any]]:
        """Months at the side, years on top, as many as have room."""
        for month in range(UNKNOWN):
            yield written(0, self.at(0, month)[1], MONTHS[month], colours)
        yield written(0, self.at(0, UNKNOWN)[1], "Month not known", colours)
        step = next(step for step in (1, 2, 5, 10, 20, 50) if step * self.size[0] >= 42)
        for year in range(-self.first % step, self.years, step):
            x = min(self.at(year, 0)[0], SIDE + self.years * self.size[0] - YEAR / 2)
            yield written(x, self.height - HEAD / 2, str(self.first + year), colours, "center")


def _tiles(found: Months, grid: _Down | _Across) -> Iterator[Tile]:
    for (year, month), both in zip(
        ((year, month) for year in range(len(found.counts)) for month in range(PLACES)),
        found.counts.reshape(-1, 2).tolist(),
        strict=True,
    ):
        number = found.first + year
        yield Tile(*grid.at(year, month), (both[0], both[1]), _name(number, month), _opens(number, month))


def _name(year: int, month: int) -> str:
    return f"{year}, month not known" if month == UNKNOWN else f"{MONTHS[month]} {year}"


def _opens(year: int, month: int) -> str:
    """The month; the year, where the month is not known."""
    when = f"{year:04}" if month == UNKNOWN else f"{year:04}-{month + 1:02}"
    return asks(since=when, until=when)


def _items(tiles: list[Tile]) -> list[Item]:
    """The fullest first."""
    full = sorted((tile for tile in tiles if tile.total), key=lambda tile: -tile.total)[:ITEMS]
    return [{"label": f"{tile.name}: {told(tile.counts)}", "opens": tile.opens} for tile in full]


def _words(found: Months) -> Iterator[str]:
    yield ", ".join(_fullest(found)) + "." if found.counts.any() else "No event can be put into a year."
    if found.yearless:
        verb = "is" if found.yearless == 1 else "are"
        yield f"{counted(found.yearless, 'event')} {verb} not shown: open, or known only to more than a year."
    if found.earlier:
        yield f"{counted(found.earlier, 'event')} before {found.first} not shown: narrow the years to see them."


def _fullest(found: Months) -> Iterator[str]:
    totals = found.counts.sum(axis=2)
    year, month = divmod(int(totals[:, :UNKNOWN].argmax()), UNKNOWN)
    last = found.first + len(totals) - 1
    span = f"in {last}" if last == found.first else f"from {found.first} to {last}"
    yield f"{counted(int(totals.sum()), 'event')} {span}"
    if totals[year, month] > 1:
        yield f"most in {_name(found.first + year, month)} ({totals[year, month]:,})"
    unknown = int(totals[:, UNKNOWN].sum())
    if unknown:
        yield f"{unknown:,} of them known only to the year"
