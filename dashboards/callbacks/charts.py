"""What follows the filters: the chart that is looked at, the strip above it, and what each choice would leave. One
answer for all of it, since each question costs more on the way than it does here."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any

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
    def drawn(view: View, seeing: Sight) -> tuple[dict[str, Any], dict[str, Any]]:
        all_years = replace(view.filter, since=None, until=None)
        return look_of(view).figure(table.pick(view.filter), seeing, view), overview(table.pick(all_years), seeing)

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
        asked, look, seeing = view.filter, look_of(view), sight(view.filter, scheme, width)
        picked = table.pick(asked)
        told = {
            "left": left(table.selection(asked), listed),
            "chips": chips(asked, table.index.names),
            "complaint": complaint(query or ""),
        }
        figure, strip = drawn(view, seeing)
        return (
            figure,
            {"height": figure["layout"]["height"]},
            plain(look.below(figure, view)),
            strip,
            f"look-{look.name}" if len(picked) else "hidden",
            look.about,
            "empty hidden" if len(picked) else "empty",
            tally(len(picked), len(table)),
            told,
            text_of(query),
        )


def plain(components: list[Any]) -> Any:
    """Components as the browser gets them. An answer that has none is written at once; else Plotly first walks through
    every number of its charts."""
    return json.loads(to_json_plotly(components))
