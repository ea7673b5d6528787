"""Walking along the rows of a selection by keyboard, where there are too many for marks of their own."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State

from dashboards import ids
from dashboards.picking import Picking
from dashboards.state import filter_from_url
from dashboards.walking import step


def register(app: Dash, table: Picking) -> None:
    """Adds what answers with a row."""

    @app.callback(
        Output(ids.STEPPED, "data"), Input(ids.STEP, "data"), State(ids.QUERY, "data"), prevent_initial_call=True
    )
    def walk(asked: Any, query: str | None) -> dict[str, Any] | None:
        return step(table.pick(filter_from_url(query or "")), asked)
