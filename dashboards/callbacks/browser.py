"""What needs no answer from the server: the functions stand in assets/page.js, panel.js and place.js."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboards import ids
from dashboards.picking import Picking


def register(app: Dash, table: Picking) -> None:
    """Adds the callbacks that run in the browser."""

    def run(name: str, *dependencies: Any, **how: Any) -> None:
        space, _, function = name.partition(".")
        app.clientside_callback(ClientsideFunction(space, function), *dependencies, **how)  # type: ignore[no-untyped-call]

    _address(run)
    _panel(run)
    run("tieline.measure", Output(ids.WIDTH, "data"), Output(ids.SCHEME, "data"), Input(ids.CHART, "id"))
    dressed = [Output(ids.PAGE, "className"), Output(ids.PROVIDER, "forceColorScheme")]
    dressed += [Output(ids.SCHEME_CHOICE, "value"), Output(ids.STORY, "data"), Output(ids.WHOLE, "href")]
    run("tieline.dress", *dressed, Input(ids.URL, "search"), State(ids.STORY, "data"))
    run("tieline.drawn", Input(ids.DRAWN, "data"))
    run("tieline.placed", Input(ids.OVERVIEW, "figure"))
    _after(partial(run, prevent_initial_call=True))
    _table(run)


def _after(run: Any) -> None:
    """What follows what the reader does."""
    buttons = [Input(ids.FILTERS_OPEN, "n_clicks"), Input(ids.FILTERS_CLOSE, "n_clicks")]
    run("tieline.drawer", Output(ids.FILTERS, "className"), *buttons)
    run("tieline.chooseScheme", Input(ids.SCHEME_CHOICE, "value"))
    run("tieline.help", Input(ids.HELP_OPEN, "n_clicks"))
    run("tieline.cited", Input(ids.CITATIONS_BODY, "children"))
    run("tieline.tell", Input(ids.STORY_OPEN, "n_clicks"), Input(ids.STORY_CLOSE, "n_clicks"))
    run("tieline.opened", Input(ids.EVIDENCE_BODY, "children"))
    run("tieline.turned", Input(ids.STORY_BODY, "children"))
    run("tieline.stepped", Input(ids.STEPPED, "data"))
    picked, drawn, sought = Input(ids.PICKED, "data"), Input(ids.DRAWN, "data"), Input(ids.SOUGHT, "data")
    run("place.ring", picked, Input(ids.LANES, "figure"), sought, State(ids.DRAWN, "data"))
    run("place.seek", Output(ids.SEEK, "data"), picked, drawn)
    run("place.select", picked, sought)


def _table(run: Any) -> None:
    """The table, which comes after the chart."""
    run("place.lay", Input(ids.DRAWN, "data"), State(ids.TABLE_LATER, "data"))
    run("place.asked", Input(ids.TABLE, "getRowsRequest"))
    run("place.listed", Input(ids.TABLE, "getRowsResponse"))
    run("place.columns", Input(ids.COLUMNS, "value"), prevent_initial_call=True)


def _address(run: Any) -> None:
    """From the address to the rest of the page."""
    stores = [Output(ids.QUERY, "data"), Output(ids.EVENT, "data"), Output(ids.COPY, "value")]
    run("tieline.split", *stores, Input(ids.URL, "search"), State(ids.QUERY, "data"), State(ids.EVENT, "data"))
    fields = (ids.TEXT, ids.SINCE, ids.UNTIL)
    shown = [*(Output(field, "value") for field in fields), Output(ids.ALL_YEARS, "className")]
    run("panel.show", *shown, Input(ids.QUERY, "data"), *(State(field, "value") for field in fields))
    run("panel.shown", Output(ids.LOOK, "value"), Input(ids.QUERY, "data"), State(ids.LOOK, "value"))


def _panel(run: Any) -> None:
    """The lists, and what choosing changes of the address."""
    clears = [Input(button, "n_clicks") for button in (ids.CLEAR, ids.CLEAR_EMPTY, ids.ALL_YEARS)]
    run("panel.list", Input(ids.CHOICES, "data"))
    run("panel.fill", Input(ids.TOLD, "data"))
    run("panel.text", Input(ids.TEXT, "value"), prevent_initial_call=True)
    run("panel.years", Input(ids.SINCE, "value"), Input(ids.UNTIL, "value"), prevent_initial_call=True)
    run("panel.look", Input(ids.LOOK, "value"), prevent_initial_call=True)
    run("panel.brush", Input(ids.OVERVIEW, "selectedData"), prevent_initial_call=True)
    run("panel.event", Input(ids.TABLE, "selectedRows"), prevent_initial_call=True)
    run("panel.click", Output(ids.LANES, "clickData"), Input(ids.LANES, "clickData"), prevent_initial_call=True)
    run("panel.clear", *clears, prevent_initial_call=True)
