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
from dashboards.views.keys import CALENDAR, MAP, RELATIONS, TREND, balance_key, lanes_key
from dashboards.views.words import in_words
from timeline.figures.calendar import calendar
from timeline.figures.lanes import lanes
from timeline.figures.map import world_map
from timeline.figures.relations import relations
from timeline.figures.sight import Sight
from timeline.figures.trend import trend
from timeline.table.picked import Picked


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look.

    name    as the address says it
    label   as the reader sees it
    about   what the chart shows, for those who cannot see it
    figure  the chart, as a plain dictionary of Plotly's
    below   what stands below the chart, as Dash components: its key, and what it says in words
    """

    name: str
    label: str
    about: str
    figure: Callable[[Picked, Sight, View], dict[str, Any]]
    below: Callable[[dict[str, Any], View], list[Any]]


LOOKS: tuple[Look, ...] = (
    Look(
        "timeline",
        "Timeline",
        "Events in lanes, by time. The table below lists the same events.",
        lambda picked, sight, view: lanes(picked, sight, view.lanes),
        lambda figure, view: [*in_words(figure, view), lanes_key(view.lanes, figure)],
    ),
    Look(
        "calendar",
        "Calendar",
        "Events by year and month. The sentences below say the same.",
        lambda picked, sight, view: calendar(picked, sight),
        lambda figure, view: [*in_words(figure, view), balance_key(CALENDAR)],
    ),
    Look(
        "relations",
        "Relations",
        "Who has to do with whom. The sentences below say the same.",
        lambda picked, sight, view: relations(picked, sight),
        lambda figure, view: [*in_words(figure, view), balance_key(RELATIONS)],
    ),
    Look(
        "trend",
        "Trend",
        "How events score between conflict and cooperation. The sentences below say the same.",
        lambda picked, sight, view: trend(picked, sight),
        lambda figure, view: [*in_words(figure, view), balance_key(TREND)],
    ),
    Look(
        "map",
        "Map",
        "Where events took place. The sentences below say the same.",
        lambda picked, sight, view: world_map(picked, sight),
        lambda figure, view: [*in_words(figure, view), balance_key(MAP)],
    ),
)


def look_of(view: View) -> Look:
    """The look that a view names; the first, where there is none of this name."""
    return next((look for look in LOOKS if look.name == view.look), LOOKS[0])
