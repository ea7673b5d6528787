"""What the charts have in common: axes, fonts, the box of what is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from timeline.figures.board import Label
from timeline.figures.hover import safe
from timeline.figures.scale import Scale
from timeline.figures.sight import GUTTER, Sight
from timeline.figures.theme import FONT, Palette

LETTER = 6.6  # px of one in a line of words
AXIS = 36  # px below the board
LABEL = 15  # characters of a line of a lane's name
TICK_FORMATS = [
    {"dtickrange": [None, 86_400_000 * 20], "value": "%-d %b\n%Y"},
    {"dtickrange": [86_400_000 * 20, "M11"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def base_layout(colours: Palette) -> dict[str, Any]:
    """Fonts and colours."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12, "color": colours.muted},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 12,
        "hoverlabel": {
            "bgcolor": colours.surface,
            "bordercolor": colours.rule,
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": colours.ink},
        },
        "barmode": "overlay",
    }


def lanes_layout(lanes: Sequence[Label], sight: Sight, board: float, scale: Scale, colours: Palette) -> dict[str, Any]:
    """A drawing board of `board` px with the time axis below."""
    return base_layout(colours) | {
        "height": board + AXIS,
        "dragmode": False,
        "margin": {"l": sight.gutter, "r": 0, "t": 0, "b": AXIS},
        "xaxis": {
            "type": "date",
            "visible": bool(lanes),
            "range": [scale.moment(0), scale.moment((scale.last - scale.first).days + 1)],
            "fixedrange": True,
            "gridcolor": colours.rule,
            "zeroline": False,
            "tickformatstops": TICK_FORMATS,
            "tickfont": {"size": 12, "color": colours.muted},
            "nticks": max(int(scale.width // 90), 3),
        },
        "yaxis": {"visible": False, "fixedrange": True, "range": [0, board]},
        # for the keyboard, which walks along them, and for the ring about an event among bars
        "meta": {"lanes": [[lane.name, lane.top, lane.line] for lane in lanes]},
        "shapes": [_line(lane.line, colours) for lane in lanes],
        "annotations": [_label(lane, sight.wide, colours) for lane in lanes],
    }


def _line(y: float, colours: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "line": {"width": 1, "color": colours.muted},
        "opacity": 0.55,
    }


def _label(lane: Label, wide: bool, colours: Palette) -> dict[str, Any]:
    parts = wrap(lane.name, LABEL if wide else 2 * LABEL, max_lines=1 + wide, placeholder="…")
    name = f"<b>{'<br>'.join(map(safe, parts))}</b>"
    count = f'<span style="color:{colours.muted}">{lane.count:,}</span>'
    apart = " " if len(parts) > 1 else "<br>"  # a label has two lines at most
    beside = {"x": 0, "xshift": -GUTTER, "y": lane.line, "yanchor": "middle", "text": f"{name}{apart}{count}"}
    inside = {"x": 0, "y": lane.top, "yanchor": "top", "text": f"{name} {count}"}
    return {
        "xref": "paper",
        "xanchor": "left",
        "showarrow": False,
        "align": "left",
        "font": {"size": 12 if len(parts) > 1 else 13, "color": colours.ink},
        "borderpad": 0,
        **(beside if wide else inside),
    }


def note_lines(words: str, width: float) -> list[str]:
    """What a note of `width` px says in each of its lines.

    >>> note_lines("each bar counts those of a year", 100)
    ['each bar counts', 'those of a year']
    """
    return wrap(words, int(width // LETTER))


def note(words: str, width: float, colours: Palette) -> dict[str, Any]:
    """Lines at the foot of a board of `width` px."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": 0,
        "xanchor": "right",
        "yanchor": "bottom",
        "showarrow": False,
        "text": "<br>".join(map(safe, note_lines(words, width))),
        "align": "right",
        "font": {"size": 12, "color": colours.ink},
        "bgcolor": colours.background,
    }
