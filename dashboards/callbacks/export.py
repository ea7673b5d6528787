"""What is filtered, as a file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from dash import Dash, Input, Output, State, ctx

from dashboards import ids
from dashboards.choices import download
from dashboards.picking import Picking
from dashboards.state import filter_from_url
from timeline.storage.export import About, Rows, export_rows, format_named


def register(app: Dash, table: Picking) -> None:
    """Adds the export menu."""

    @app.callback(
        Output(ids.DOWNLOAD, "data"),
        Input(ids.EXPORT_CSV, "n_clicks"),
        Input(ids.EXPORT_XLSX, "n_clicks"),
        State(ids.QUERY, "data"),
        prevent_initial_call=True,
    )
    def export(_: int, __: int, query: str | None) -> Any:
        kind = "csv" if ctx.triggered_id == ids.EXPORT_CSV else "xlsx"
        picked = table.pick(filter_from_url(query or ""))
        content = BytesIO()
        export_rows(Rows(picked.table, picked.rows), format_named(kind), content, About(total=len(table)))
        return download(content.getvalue(), f"timeline-{len(picked)}-events.{kind}")
