"""What needs no answer from the server; the functions stand in assets/page.js."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboards import ids
from dashboards.picking import Picking


def register(app: Dash, table: Picking) -> None:
    """Adds the callbacks that run in the browser."""

    def run(name: str, *dependencies: Any) -> None:
        app.clientside_callback(ClientsideFunction("tieline", name), *dependencies)  # type: ignore[no-untyped-call]

    stores = [Output(ids.QUERY, "data"), Output(ids.EVENT, "data"), Output(ids.COPY, "value")]
    before = [State(ids.QUERY, "data"), State(ids.EVENT, "data")]
    buttons = [Input(ids.FILTERS_OPEN, "n_clicks"), Input(ids.FILTERS_CLOSE, "n_clicks")]
    run("split", *stores, Input(ids.URL, "search"), *before)
    run("measure", Output(ids.WIDTH, "data"), Output(ids.SCHEME, "data"), Input(ids.CHART, "id"))
    run("drawer", Output(ids.FILTERS, "className"), *buttons)
