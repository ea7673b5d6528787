"""The event whose evidence is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, ctx

from dashboards import ids
from dashboards.callbacks.address import go
from dashboards.picking import Picking
from dashboards.query import find_event, find_row, neighbours
from dashboards.state import permalink, text_of, view_from_url
from dashboards.views.evidence import evidence, missing
from dashboards.views.near import NAMED, near
from timeline.figures.marks import records
from timeline.table.around import around
from timeline.table.arrow import rows_of


def beside(table: Picking, row: dict[str, Any], link: str) -> list[Any]:
    """Links to what happened before and after, between the same two."""
    found = around(table.index, find_row(table.table, row["event_id"]) or 0)
    before, after = (
        list(records(rows_of(table.table[list(NAMED)], rows), NAMED)) for rows in (found.before, found.after)
    )
    return near(before, after, [table.index.names.get(code, code) for code in found.codes], link)


def register(app: Dash, table: Picking) -> None:
    """Adds what opens, shows and closes it."""

    @app.callback(
        Output(ids.EVIDENCE_BODY, "children"),
        Output(ids.EVIDENCE, "className"),
        Output(ids.PICKED, "data"),
        Input(ids.EVENT, "data"),
        State(ids.URL, "href"),
        prevent_initial_call=True,
    )
    def show_event(event: str | None, href: str | None) -> tuple[Any, str, str]:
        if not text_of(event):
            return [], "evidence", ""
        row = find_event(table.table, event)
        link = permalink(href or "", row["event_id"]) if row else ""
        picked = row["event_id"] if row else ""
        shown = evidence(row, link, beside(table, row, link)) if row else missing(text_of(event))
        return shown, "evidence open", picked

    @app.callback(
        Input(ids.EVIDENCE_CLOSE, "n_clicks"),
        Input(ids.EARLIER, "n_clicks"),
        Input(ids.LATER, "n_clicks"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def walk(_: int, __: int, ___: int, search: str | None) -> None:
        view = view_from_url(search or "")
        earlier, later = neighbours(table.pick(view.filter), view.event)
        step = {ids.EARLIER: earlier or view.event, ids.LATER: later or view.event}
        go(view, replace(view, event=step.get(ctx.triggered_id, "")))
