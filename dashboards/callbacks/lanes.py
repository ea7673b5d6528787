"""What has a lane of its own: the choice is in the address, and the browser sees to both; see assets/lanes.js."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboards import ids
from dashboards.picking import Picking


def register(app: Dash, table: Picking) -> None:
    """Adds the choice of lanes."""
    choose, show = ClientsideFunction("lanes", "choose"), ClientsideFunction("lanes", "show")
    app.clientside_callback(  # type: ignore[no-untyped-call]
        show, Output(ids.LANES_BY, "value"), Input(ids.QUERY, "data"), State(ids.LANES_BY, "value")
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        choose, Input(ids.LANES_BY, "value"), State(ids.URL, "search"), prevent_initial_call=True
    )
