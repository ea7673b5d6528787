"""Where the server has to say where an event is: the row of the table that is not loaded, the lanes of what has no mark
of its own, and the next one there by keyboard."""

from __future__ import annotations

from typing import Any

import numpy as np
from dash import Dash, Input, Output, State

from dashboards import ids
from dashboards.picking import Picking
from dashboards.query import find_row
from dashboards.rows import asked_order
from dashboards.state import text_of, view_from_url
from dashboards.walking import stands, step
from timeline.figures.lanes import LIMIT


def register(app: Dash, table: Picking) -> None:
    """Adds what answers with a row."""

    @app.callback(
        Output(ids.STEPPED, "data"), Input(ids.STEP, "data"), State(ids.QUERY, "data"), prevent_initial_call=True
    )
    def walk(asked: Any, query: str | None) -> dict[str, Any] | None:
        view = view_from_url(query or "")
        return step(table.pick(view.filter), asked, view)

    @app.callback(Output(ids.SOUGHT, "data"), Input(ids.SEEK, "data"), prevent_initial_call=True)
    def seek(asked: Any) -> dict[str, Any] | None:
        return sought(table, asked)


def sought(table: Picking, asked: Any) -> dict[str, Any] | None:
    """Where the event `asked["event"]` is among what the address `asked["query"]` shows: its `place` in the table, in
    the order `asked["order"]`, and where it stands in a chart without marks; the same as `asked` where it is not."""
    if not isinstance(asked, dict):
        return None
    view, row = view_from_url(text_of(asked.get("query"))), find_row(table.table, asked.get("event"))
    places = np.flatnonzero(table.ordered(view.filter, asked_order(asked.get("order"))).rows == row)
    if row is None or not len(places):
        return asked
    picked = table.pick(view.filter)
    crowded = view.look == "timeline" and len(picked) > LIMIT
    return asked | {"place": int(places[0])} | (stands(picked, row, view.lanes) if crowded else {})
