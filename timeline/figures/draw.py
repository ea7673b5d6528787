"""Placed marks as Plotly traces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.figures.board import Placed
from timeline.figures.hover import hover_text
from timeline.figures.marks import Mark
from timeline.figures.scale import DAY_MS, Scale
from timeline.figures.theme import FONT, SYMBOLS, Palette
from timeline.model import Status

LETTER = 9.0  # px that it takes
SLIVER = 4.0  # px, the least width of a bar
RIM = 2.0  # px, by which an end that fades is higher than its bar: its line fades too


def symbols(placed: Iterable[Placed], scale: Scale, colours: Palette) -> dict[str, Any]:
    """The events of one known day."""
    days = [item for item in placed if not item.mark.ranged]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [scale.moment(item.middle) for item in days],
        "y": [item.y for item in days],
        **_speaking(days),
        "marker": {
            "symbol": [symbol(item.mark) for item in days],
            "size": [item.size for item in days],
            "color": [colours.quads[item.mark.quad] for item in days],
            "opacity": 1,
            "line": {
                "width": [1.6 if hollow(item.mark) else 0.7 for item in days],
                "color": [colours.quads[item.mark.quad] if hollow(item.mark) else colours.background for item in days],
            },
        },
    }


def bars(placed: Iterable[Placed], scale: Scale, colours: Palette) -> list[dict[str, Any]]:
    """The events that are known to a stretch of days only, or that went on for several."""
    ranges = [item for item in placed if item.mark.ranged]
    widths = [max(item.days[1] - item.days[0], SLIVER / scale.px_per_day) for item in ranges]
    bar = {
        "type": "bar",
        "orientation": "h",
        "meta": [scale.moment(item.middle) for item in ranges],
        "base": [scale.moment(item.middle - width / 2) for item, width in zip(ranges, widths, strict=True)],
        "x": [width * DAY_MS for width in widths],
        "y": [item.y for item in ranges],
        "width": [item.size for item in ranges],
        **_speaking(ranges),
        "marker": {
            "color": [_fill(item.mark, colours) for item in ranges],
            "line": {"width": 1, "color": [colours.quads[item.mark.quad] for item in ranges]},
            "cornerradius": 2,
        },
    }
    return [bar, _emblems(ranges, scale, colours), _fades(ranges, scale, colours)]


def _emblems(ranges: Sequence[Placed], scale: Scale, colours: Palette) -> dict[str, Any]:
    """The type's symbol on those bars that have room for it."""
    wide = [i for i in ranges if (i.days[1] - i.days[0]) * scale.px_per_day >= 2 * i.size]
    shades = [colours.quads[i.mark.quad] if i.mark.vague or hollow(i.mark) else colours.background for i in wide]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [scale.moment(item.middle) for item in wide],
        "y": [item.y for item in wide],
        "customdata": [item.mark.event_id for item in wide],
        "hoverinfo": "skip",
        "showlegend": False,
        "marker": {
            "symbol": [symbol(item.mark) for item in wide],
            "size": [item.size * 0.6 for item in wide],
            "color": shades,
            "opacity": 1,
            "line": {"width": 0},
        },
    }


def _fades(ranges: Sequence[Placed], scale: Scale, colours: Palette) -> dict[str, Any]:
    """What makes the ends soft that are open: a square in the colour of the page, which thins out inwards."""
    open_ = [(item, ahead) for item in ranges for ahead in _open_ends(item.mark)]
    shades = (colours.background, _pale(colours.background, 0))
    sizes = [item.size + RIM for item, _ in open_]
    middles = [
        item.days[ahead] + (0.5 - ahead) * size / scale.px_per_day
        for (item, ahead), size in zip(open_, sizes, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "meta": [scale.moment(item.middle) for item, _ in open_],
        "x": [scale.moment(day) for day in middles],
        "y": [item.y for item, _ in open_],
        "customdata": [item.mark.event_id for item, _ in open_],
        "hoverinfo": "skip",
        "showlegend": False,
        "marker": {
            "symbol": "square",
            "size": sizes,
            "color": [shades[ahead] for _, ahead in open_],
            "gradient": {"type": "horizontal", "color": [shades[1 - ahead] for _, ahead in open_]},
            "opacity": 1,
            "line": {"width": 0},
        },
    }


def _open_ends(mark: Mark) -> list[int]:
    """0 for the beginning, 1 for the end."""
    return [ahead for ahead, day in enumerate((mark.start, mark.end)) if day is None]


def queries(placed: Iterable[Placed], scale: Scale, colours: Palette) -> dict[str, Any]:
    """A question mark at every event that nobody has checked, where it would not lie on another: on the bar, or beside
    the symbol, which stays seen."""
    open_ = _apart((item for item in placed if item.mark.unchecked), scale)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [scale.moment(item.middle) for item in open_],
        "y": [item.y for item in open_],
        "customdata": [item.mark.event_id for item in open_],
        "text": ["?" for _ in open_],
        "textposition": ["middle center" if item.mark.ranged else "top right" for item in open_],
        "textfont": {
            "color": colours.ink,
            "size": [_letter(item.size) for item in open_],
            "family": FONT,
            "weight": 800,
            "shadow": _outline(colours),
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _apart(items: Iterable[Placed], scale: Scale) -> list[Placed]:
    """One for each place of the board that a letter takes."""
    found: dict[tuple[float, float], Placed] = {}
    for item in items:
        found.setdefault((item.middle * scale.px_per_day // LETTER, item.y // LETTER), item)
    return list(found.values())


def _letter(size: float) -> float:
    """px of a letter at a mark of `size` px: where marks are small and close, it hides none of the next ones.

    >>> _letter(10.0), _letter(3.0)
    (12.0, 8.0)
    """
    return min(max(1.2 * size, 8.0), 12.0)


def hollow(mark: Mark) -> bool:
    """Whether the mark is an outline: the date is a guess, or somebody denies the event, or it did not take place, or
    not yet."""
    return mark.guessed or mark.disputed or mark.status != Status.ACTUAL


def symbol(mark: Mark) -> str:
    """Plotly's name of the symbol: a dot inside for what is planned or talked of, a cross for what did not happen, an
    upright one for what is disputed."""
    if mark.status == Status.NEGATED or mark.disputed:
        return "circle-x-open" if mark.status == Status.NEGATED else "circle-cross-open"
    shape = SYMBOLS[mark.type]
    if mark.status != Status.ACTUAL:
        return f"{shape}-open-dot"
    return f"{shape}-open" if mark.guessed else shape


def _fill(mark: Mark, colours: Palette) -> str:
    if hollow(mark):
        return colours.background
    return _pale(colours.quads[mark.quad]) if mark.vague else colours.quads[mark.quad]


def _pale(colour: str, opacity: float = 0.3) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _outline(colours: Palette) -> str:
    """A rim in the colour of the page, so that a letter can be read on any mark."""
    return ",".join(f"{x}px {y}px 0 {colours.background}" for x in (-1, 1) for y in (-1, 1))


def _speaking(items: Sequence[Placed]) -> dict[str, Any]:
    told = {name: hover_text(mark) for name, mark in {item.mark.event_id: item.mark for item in items}.items()}
    return {
        "customdata": [item.mark.event_id for item in items],
        "hovertext": [told[item.mark.event_id] for item in items],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }
