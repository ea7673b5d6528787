"""The chart that is looked at, and the strip above it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, no_update

from dashboards import ids
from dashboards.choices import sight
from dashboards.picking import Picking
from dashboards.state import view_from_url
from dashboards.views.looks import look_of
from timeline.figures.overview import overview


def register(app: Dash, table: Picking) -> None:
    """The chart first: what people came to see is not kept waiting by the strip and the table."""
    sighted = (Input(ids.SCHEME, "data"), Input(ids.WIDTH, "data"))

    @app.callback(
        Output(ids.LANES, "figure"),
        Output(ids.LANES, "style"),
        Output(ids.BELOW, "children"),
        Output(ids.CHART, "className"),
        Output(ids.CHART, "aria-label"),
        Output(ids.LOOK, "value"),
        Output(ids.EMPTY, "className"),
        Output(ids.DRAWN, "data"),
        Input(ids.QUERY, "data"),
        Input(ids.EVENT, "data"),
        *sighted,
        State(ids.DRAWN, "data"),
    )
    def show_chart(query: str | None, event: str | None, *seen: Any) -> tuple[Any, ...]:
        view, (scheme, width, drawn) = replace(view_from_url(query or ""), event=event or ""), seen
        picked, look, seeing = table.pick(view.filter), look_of(view), sight(view.filter, scheme, width)
        shown = (
            (f"look-{look.name}", look.about, look.name, "empty hidden")
            if len(picked)
            else ("hidden", look.about, look.name, "empty")
        )
        figure = look.figure(picked, seeing, view)
        drawing = (figure, {"height": figure["layout"]["height"]}, look.below(figure, view))
        return *drawing, *shown, no_update if drawn == (query or "") else query or ""

    @app.callback(Output(ids.OVERVIEW, "figure"), Input(ids.DRAWN, "data"), *sighted)
    def show_overview(query: str | None, scheme: str | None, width: float | None) -> dict[str, Any]:
        asked = view_from_url(query or "").filter
        return overview(table.pick(replace(asked, since=None, until=None)), sight(asked, scheme, width))
