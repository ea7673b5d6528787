"""The main view of the dashboard for a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.figures.grouping import GROUPINGS
from timeline.figures.lanes import lanes
from timeline.figures.sight import Sight
from timeline.figures.theme import palette
from timeline.table.picked import pick

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure


def plot(timeline: pd.DataFrame, *, lanes_by: str = "actor", scheme: str = "light", width: float = 1000) -> Figure:
    """The timeline as a Plotly figure, which a notebook shows and `write_html` or `write_image` saves.

    timeline  rows of a timeline, all or some: `plot(events[events["type"] == "CONSULT"])`
    lanes_by  "actor", "dyad" or "type"
    scheme    "light" or "dark"
    width     px

    Raises ValueError for other lanes.

    >>> from timeline.table.frame import to_frame
    >>> plot(to_frame([], {})).layout.width
    1000
    """
    from plotly.graph_objects import Figure

    if lanes_by not in GROUPINGS:
        raise ValueError(f"lanes_by: {lanes_by!r}: expected one of {', '.join(GROUPINGS)}")
    figure = lanes(pick(timeline), Sight(scheme, width=width), lanes_by)
    ground = palette(scheme).background
    return Figure(figure).update_layout(width=width, paper_bgcolor=ground, plot_bgcolor=ground)
