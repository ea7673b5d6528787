"""The ways to look at what is picked. A new one is an entry here, and a figure in `timeline/figures`.

What a click on a chart means stands in the `customdata` of the mark: the id of an event, whose evidence opens; or what
the address is to say, from the question mark on, which replaces these parameters: `?since=2022-07&until=2022-07` shows
a month, `?actor=PRK&actor=RUS&look=timeline` what two states have done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboards.state import View
from timeline.figures.lanes import lanes
from timeline.figures.sight import Sight
from timeline.table.picked import Picked


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look.

    name    as the address says it
    label   as the reader sees it
    about   what the chart shows, for those who cannot see it
    figure  the chart, as a plain dictionary of Plotly's
    below   what stands below the chart, Dash components; None for nothing
    """

    name: str
    label: str
    about: str
    figure: Callable[[Picked, Sight, View], dict[str, Any]]
    below: Callable[[Picked, Sight, View], Any] | None = None


LOOKS: tuple[Look, ...] = (
    Look(
        "timeline",
        "Timeline",
        "Events by actor and time. The table below lists the same events.",
        lambda picked, sight, view: lanes(picked, sight, view.event),
    ),
)


def look_of(view: View) -> Look:
    """The look that a view names; the first, where there is none of this name."""
    return next((look for look in LOOKS if look.name == view.look), LOOKS[0])
