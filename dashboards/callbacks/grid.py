"""The table below the chart: the browser asks for the rows that it comes to, in the order that it shows."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, no_update

from dashboards import ids
from dashboards.picking import Picking
from dashboards.rows import asked_rows, listed
from dashboards.state import filter_from_url


def register(app: Dash, table: Picking) -> None:
    """Adds the callback that lists the rows."""

    @app.callback(
        Output(ids.TABLE, "getRowsResponse"),
        Input(ids.TABLE, "getRowsRequest"),
        State(ids.QUERY, "data"),
        prevent_initial_call=True,
    )
    def rows(request: Any, query: str | None) -> Any:
        asked = asked_rows(request)
        if asked is None:
            return no_update
        picked = table.ordered(filter_from_url(query or ""), asked.order)
        return {"rowData": listed(picked, asked), "rowCount": len(picked)}
