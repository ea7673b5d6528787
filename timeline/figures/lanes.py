"""Lanes on a time axis, by actor, by dyad or by type: what an actor does stands on its line, what is done to it hangs
below, and so do cooperation and conflict of a dyad.

A day is a symbol, anything longer a bar over its days: solid where the event went on from the first day to the
last, pale where it took place on some day among them; it fades where an end is open. Hollow: the date is a guess, or
the event is disputed, or did not (yet) happen. Heights are in px, so that the y axis is a drawing board.
"""

from __future__ import annotations

from typing import Any

from timeline.figures.board import arrange
from timeline.figures.density import density
from timeline.figures.draw import bars, queries, symbols
from timeline.figures.grouping import GROUPINGS
from timeline.figures.landmarks import BAND, landmarks
from timeline.figures.lane import lanes_of
from timeline.figures.layout import AXIS, lanes_layout
from timeline.figures.marks import marks
from timeline.figures.meaning import meaning
from timeline.figures.scale import Scale, span
from timeline.figures.sight import Sight
from timeline.figures.summary import summary
from timeline.figures.theme import palette
from timeline.table.picked import Picked

HEIGHT, LOW = 640, 400  # px, with the axis: of a table, and of one with few events
FEW = 24
LIMIT = 2000  # marks: more than that nobody can tell apart


def lanes(picked: Picked, sight: Sight, by: str = "actor") -> dict[str, Any]:
    """The timeline of what is picked as a Plotly figure.

    `by` is one of GROUPINGS. `customdata` of each mark is its event_id. More than LIMIT events are counted by bars.
    """
    figure = density(picked, sight, by, HEIGHT) if len(picked) > LIMIT else _marked(picked, sight, by)
    figure["layout"]["meta"] |= meaning([summary(picked)], [])
    return figure


def height_of(size: int) -> int:
    """The height in px of the timeline of a table of so many events; whatever is filtered, it stays.

    >>> height_of(3), height_of(300)
    (400, 640)
    """
    return LOW if size <= FEW else HEIGHT


def _marked(picked: Picked, sight: Sight, by: str) -> dict[str, Any]:
    """With a mark for each event."""
    events = marks(picked)
    scale = Scale(*span(events, sight.since, sight.until), sight.width - sight.gutter)
    board = height_of(picked.index.size) - AXIS
    labels, placed = arrange(lanes_of(events, scale, GROUPINGS[by]), board - BAND * sight.wide, sight.wide, scale)
    colours = palette(sight.scheme)
    layout = lanes_layout(labels, sight, board, scale, colours)
    told = landmarks(placed, board, scale, colours) if sight.wide else {}
    return {
        "data": [
            *bars(placed, scale, colours),
            symbols(placed, scale, colours),
            queries(placed if any(not mark.unchecked for mark in events) else (), scale, colours),
        ],
        "layout": layout | {key: layout[key] + extra for key, extra in told.items()},
    }
