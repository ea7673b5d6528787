"""The place on the timeline that the keyboard walks from event to event; the walking itself is in assets/walk.js."""

from __future__ import annotations

from dash import html

from dashboards import ids
from dashboards.views.aria import aria

KEYS = "Left and right: the event before and after. Up and down: another lane. Enter: its evidence."


def walk() -> html.Div:
    """A listbox over the chart, through which the mouse reaches the chart; it holds the event that was said last."""
    options = [html.Div(KEYS, id=f"{ids.WALK}-{turn}", role="option", className="unseen") for turn in (0, 1)]
    return html.Div(
        [
            html.Div(
                options,
                id=ids.WALK,
                role="listbox",
                tabIndex=0,
                className="walk",
                **aria(label="The chart, by arrow keys", describedby=ids.WALK_KEYS),
            ),
            html.Span(className="walk-ring", id=ids.WALK_RING, hidden=True),
            html.P(KEYS, id=ids.WALK_KEYS, className="walk-keys"),
        ],
        className="walk-box",
    )
