"""The table below the chart, and the number of events above it."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from dashboards import ids
from dashboards.choices import tally
from dashboards.picking import Picking
from dashboards.query import table_rows
from dashboards.state import filter_from_url


def register(app: Dash, table: Picking) -> None:
    """Adds the callback that lists the rows."""

    @app.callback(Output(ids.TABLE, "rowData"), Output(ids.COUNT, "children"), Input(ids.DRAWN, "data"))
    def show_table(query: str | None) -> tuple[list[dict[str, Any]], str]:
        rows = table_rows(table.pick(filter_from_url(query or "")).frame())
        return rows, tally(len(rows), len(table))
