"""A drawing board in px, for charts that have no axes: x to the right, y upwards."""

from __future__ import annotations

from typing import Any

from timeline.figures.layout import base_layout
from timeline.figures.theme import Palette


def plane(width: float, height: float, colours: Palette) -> dict[str, Any]:
    """The layout of a board of that size, with nothing on it."""
    hidden = {"visible": False, "fixedrange": True}
    return base_layout(colours) | {
        "height": height,
        "dragmode": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": hidden | {"range": [0, width]},
        "yaxis": hidden | {"range": [0, height]},
    }


def written(x: float, y: float, text: str, colours: Palette, anchor: str = "left", **more: Any) -> dict[str, Any]:
    """Words on the board, as an annotation: their middle is at the height `y`, and `x` is their `anchor`."""
    return {
        "x": x,
        "y": y,
        "text": text,
        "xanchor": anchor,
        "yanchor": "middle",
        "align": anchor,
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": 12, "color": colours.muted},
        **more,
    }
