"""The filters: what they show, and what choosing changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update, set_props

from dashboards import ids
from dashboards.callbacks.address import go
from dashboards.choices import brushed, chosen, controls
from dashboards.picking import Picking
from dashboards.state import filter_from_url, url_from_filter, view_from_url
from timeline.table.filter import Filter

CONTROLS = (ids.ACTORS, ids.SINCE, ids.UNTIL, *ids.TYPE_GROUPS, ids.STATUSES, ids.TEXT)


def register(app: Dash, table: Picking) -> None:
    """Choices that change the filter, and the filter that they show."""

    @app.callback(
        *[Output(id_, "value") for id_ in CONTROLS],
        Output(ids.ALL_YEARS, "className"),
        Input(ids.QUERY, "data"),
        State(ids.ECHO, "data"),
        *[State(id_, "value") for id_ in CONTROLS],
    )
    def show_controls(query: str | None, echo: str | None, *before: Any) -> list[Any]:
        asked = filter_from_url(query or "")
        years = "" if asked.since or asked.until else "hidden"
        if echo is not None and asked == filter_from_url(echo):  # the reader may be typing on
            return [*(no_update for _ in before), years]
        set_props(ids.ECHO, {"data": None})
        pairs = zip(controls(asked), before, strict=True)
        return [*(no_update if (new or None) == (old or None) else new for new, old in pairs), years]

    @app.callback(*[Input(id_, "value") for id_ in CONTROLS], State(ids.URL, "search"), prevent_initial_call=True)
    def choose(*values: Any) -> None:
        view = view_from_url(values[-1] or "")
        asked = chosen(values[:-1], view.filter)
        if asked != view.filter:
            set_props(ids.ECHO, {"data": url_from_filter(asked)})
            go(view, replace(view, filter=asked))

    @app.callback(Input(ids.OVERVIEW, "selectedData"), State(ids.URL, "search"), prevent_initial_call=True)
    def brush(selection: dict[str, Any] | None, search: str | None) -> None:
        view, days = view_from_url(search or ""), brushed(selection)
        if days:
            go(view, replace(view, filter=replace(view.filter, since=days[0], until=days[1])))

    @app.callback(
        Input(ids.CLEAR, "n_clicks"),
        Input(ids.CLEAR_EMPTY, "n_clicks"),
        Input(ids.ALL_YEARS, "n_clicks"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def clear(_: int, __: int, ___: int, search: str | None) -> None:
        view = view_from_url(search or "")
        years_only = ctx.triggered_id == ids.ALL_YEARS
        go(view, replace(view, filter=replace(view.filter, since=None, until=None) if years_only else Filter()))

    @app.callback(Input(ids.LOOK, "value"), State(ids.URL, "search"), prevent_initial_call=True)
    def look(name: str | None, search: str | None) -> None:
        view = view_from_url(search or "")
        go(view, replace(view, look=name or view.look))
