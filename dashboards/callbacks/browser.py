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
    dressed = [Output(ids.PAGE, "className"), Output(ids.PROVIDER, "forceColorScheme")]
    run("dress", *dressed, Output(ids.SCHEME_CHOICE, "value"), Output(ids.STORY, "data"), Input(ids.URL, "search"))
    run("chooseScheme", Input(ids.SCHEME_CHOICE, "value"))
    run("help", Input(ids.HELP_OPEN, "n_clicks"))
    run("cited", Input(ids.CITATIONS_BODY, "children"))
    run("tell", Input(ids.STORY_OPEN, "n_clicks"), Input(ids.STORY_CLOSE, "n_clicks"))
    run("opened", Input(ids.EVIDENCE_BODY, "children"))
    run("turned", Input(ids.STORY_BODY, "children"))
    run("placed", Input(ids.OVERVIEW, "figure"))
    run("drawer", Output(ids.FILTERS, "className"), *buttons)
