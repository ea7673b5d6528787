"""What follows the filters: the chart that is looked at, the strip above it, and what each choice would leave. One
answer for all of it, since each question costs more on the way than it does here."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import orjson
from dash import Dash, Input, Output
from plotly.io.json import to_json_plotly

from dashboards import ids
from dashboards.choices import sight, tally
from dashboards.choosing import chips, choices, complaint, left
from dashboards.picking import KEPT, Picking
from dashboards.state import View, text_of, view_from_url
from dashboards.views.looks import look_of
from timeline.figures.overview import overview
from timeline.figures.sight import Sight


def register(app: Dash, table: Picking) -> None:
    """Adds what draws."""
    listed = choices(table)

    @lru_cache(maxsize=KEPT)
    def drawn(view: View, seeing: Sight) -> tuple[Any, ...]:
        asked, look, picked = view.filter, look_of(view), table.pick(view.filter)
        figure = look.figure(picked, seeing, view)
        return (
            written(figure),
            {"height": figure["layout"]["height"]},
            written(look.below(figure, view)),
            written(overview(table.pick(replace(asked, since=None, until=None)), seeing)),
            f"look-{look.name}" if len(picked) else "hidden",
            look.about,
            "empty hidden" if len(picked) else "empty",
            tally(len(picked), len(table)),
            {"left": left(table.selection(asked), listed), "chips": chips(asked, table.index.names)},
        )

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
    )
    def draw(query: str | None, scheme: str | None, width: float | None) -> tuple[Any, ...]:
        view = replace(view_from_url(query or ""), scheme="", embed=False, story=False)
        *shown, told = drawn(view, sight(view.filter, scheme, width))
        return *shown, told | {"complaint": complaint(query or "")}, text_of(query)


def written(part: Any) -> orjson.Fragment:
    """A part of an answer as the browser gets it: small to keep, and not to be looked through value by value again."""
    return orjson.Fragment(to_json_plotly(part))
