"""The event whose evidence is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, ctx, set_props

from dashboards import ids
from dashboards.callbacks.address import go
from dashboards.choices import clicked
from dashboards.picking import Picking
from dashboards.query import find_event, neighbours, place_of
from dashboards.state import changed, permalink, view_from_url
from dashboards.views.evidence import evidence, missing
from dashboards.views.near import NAMED, near
from timeline.figures.marks import records
from timeline.table.around import around


def beside(table: Picking, row: dict[str, Any], link: str) -> list[Any]:
    """Links to what happened before and after, between the same two."""
    found = around(table.index, place_of(table.table, row["event_id"]))
    before, after = (list(records(table.table.iloc[list(rows)], NAMED)) for rows in (found.before, found.after))
    return near(before, after, [table.index.names.get(code, code) for code in found.codes], link)


def register(app: Dash, table: Picking) -> None:
    """Adds what opens, shows and closes it."""

    @app.callback(
        Output(ids.EVIDENCE_BODY, "children"),
        Output(ids.EVIDENCE, "className"),
        Output(ids.TABLE, "selectedRows"),
        Output(ids.PICKED, "data"),
        Input(ids.EVENT, "data"),
        State(ids.URL, "href"),
    )
    def show_event(event: str | None, href: str | None) -> tuple[Any, str, Any, str]:
        if not event:
            return [], "evidence", [], ""
        row = find_event(table.table, event)
        chosen_rows = {"ids": [row["event_id"]]} if row else []
        link = permalink(href or "", row["event_id"]) if row else ""
        picked = row["event_id"] if row else ""
        shown = evidence(row, link, beside(table, row, link)) if row else missing(event)
        return shown, "evidence open", chosen_rows, picked

    @app.callback(Input(ids.LANES, "clickData"), State(ids.URL, "search"), prevent_initial_call=True)
    def click(clicked_on: Any, search: str | None) -> None:
        view, meant = view_from_url(search or ""), clicked(clicked_on)
        if meant:
            set_props(ids.LANES, {"clickData": None})  # else a second click on the same mark would not count
            go(view, changed(view, meant) if meant.startswith("?") else replace(view, event=meant))

    @app.callback(
        Input(ids.TABLE, "selectedRows"),
        Input(ids.EVIDENCE_CLOSE, "n_clicks"),
        Input(ids.EARLIER, "n_clicks"),
        Input(ids.LATER, "n_clicks"),
        State(ids.URL, "search"),
        State(ids.PICKED, "data"),
        prevent_initial_call=True,
    )
    def pick(rows: Any, _: int, __: int, ___: int, search: str | None, picked: str | None) -> None:
        view = view_from_url(search or "")
        around = neighbours(table.pick(view.filter).frame(), view.event)
        match ctx.triggered_id:
            case ids.TABLE:
                row = rows[0]["id"] if isinstance(rows, list) and rows else ""
                event = view.event if row in ("", picked) else row  # what the page selects itself is no choice
            case ids.EARLIER:
                event = around[0] or view.event
            case ids.LATER:
                event = around[1] or view.event
            case _:
                event = ""
        go(view, replace(view, event=event))
