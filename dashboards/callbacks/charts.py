"""What follows the filters: the chart that is looked at, the strip above it, and what each choice would leave. One
answer for all of it, since each question costs more on the way than it does here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State

from dashboards import ids
from dashboards.choices import sight, tally
from dashboards.choosing import chips, choices, complaint, left
from dashboards.picking import Picking
from dashboards.state import view_from_url
from dashboards.views.looks import look_of
from timeline.figures.overview import overview


def register(app: Dash, table: Picking) -> None:
    """Adds what draws."""
    listed = choices(table)

    @app.callback(
        Output(ids.LANES, "figure"),
        Output(ids.LANES, "style"),
        Output(ids.BELOW, "children"),
        Output(ids.OVERVIEW, "figure"),
        Output(ids.CHART, "className"),
        Output(ids.CHART, "aria-label"),
        Output(ids.EMPTY, "className"),
        Output(ids.COUNT, "children"),
        Output(ids.TOLD, "data"),
        Output(ids.DRAWN, "data"),
        Input(ids.QUERY, "data"),
        Input(ids.SCHEME, "data"),
        Input(ids.WIDTH, "data"),
        State(ids.EVENT, "data"),
    )
    def draw(query: str | None, scheme: str | None, width: float | None, event: str | None) -> tuple[Any, ...]:
        view = replace(view_from_url(query or ""), event=event or "")
        asked, look, seeing = view.filter, look_of(view), sight(view.filter, scheme, width)
        picked = table.pick(asked)
        told = {
            "left": left(table.selection(asked), listed),
            "chips": chips(asked, table.index.names),
            "complaint": complaint(query or ""),
        }
        figure = look.figure(picked, seeing, view)
        return (
            figure,
            {"height": figure["layout"]["height"]},
            look.below(figure, view),
            overview(table.pick(replace(asked, since=None, until=None)), seeing),
            f"look-{look.name}" if len(picked) else "hidden",
            look.about,
            "empty hidden" if len(picked) else "empty",
            tally(len(picked), len(table)),
            told,
            query or "",
        )
