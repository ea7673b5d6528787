"""Connects the parts of the page. The address is the only state: a choice changes the address, and the address
changes what is shown, so that a link, the back button and a click all go the same way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update, set_props

from dashboards import ids
from dashboards.choices import brushed, chosen, clicked, controls, download, sight, tally
from dashboards.query import actor_options, find_event, neighbours, table_rows
from dashboards.state import View, filter_from_url, permalink, url_from_filter, url_from_view, view_from_url
from dashboards.views.evidence import evidence, missing
from dashboards.views.filters import count_class
from timeline.figures.lanes import lanes
from timeline.figures.overview import overview
from timeline.storage.export import About, Rows, export_rows, format_named
from timeline.table.filter import Filter
from timeline.table.index import Index, Selection

if TYPE_CHECKING:
    import pandas as pd

Passing = Callable[[Filter], "pd.DataFrame"]  # the rows that a filter lets pass
CONTROLS = (ids.ACTORS, ids.SINCE, ids.UNTIL, *ids.TYPE_GROUPS, ids.STATUSES, ids.TEXT)


def register(app: Dash, frame: pd.DataFrame, index: Index) -> None:
    """Adds all callbacks; they close over the table, and nothing is global."""
    selected = lru_cache(maxsize=32)(index.select)

    def passing(asked: Filter) -> pd.DataFrame:
        return frame[selected(asked).mask]

    _in_the_browser(app)
    _show(app, passing, len(frame))
    _show_counts(app, selected, index.names)
    _draw(app, passing)
    _show_event(app, frame)
    _choose(app)
    _pick(app, passing)
    _export(app, passing)


def _in_the_browser(app: Dash) -> None:
    """What needs no answer from the server; the functions stand in assets/page.js."""

    def run(name: str, *dependencies: Any) -> None:
        app.clientside_callback(ClientsideFunction("tieline", name), *dependencies)  # type: ignore[no-untyped-call]

    stores = [Output(ids.QUERY, "data"), Output(ids.EVENT, "data"), Output(ids.COPY, "value")]
    before = [State(ids.QUERY, "data"), State(ids.EVENT, "data")]
    buttons = [Input(ids.FILTERS_OPEN, "n_clicks"), Input(ids.FILTERS_CLOSE, "n_clicks")]
    run("split", *stores, Input(ids.URL, "search"), *before)
    run("measure", Output(ids.WIDTH, "data"), Output(ids.SCHEME, "data"), Input(ids.CHART, "id"))
    run("drawer", Output(ids.FILTERS, "className"), *buttons)


def _show(app: Dash, passing: Passing, total: int) -> None:
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

    @app.callback(
        Output(ids.TABLE, "rowData"),
        Output(ids.COUNT, "children"),
        Input(ids.DRAWN, "data"),
    )
    def show_table(query: str | None) -> tuple[list[dict[str, Any]], str]:
        rows = table_rows(passing(filter_from_url(query or "")))
        return rows, tally(len(rows), total)


def _show_counts(app: Dash, selected: Callable[[Filter], Selection], names: Mapping[str, str]) -> None:
    """Beside each choice, how many events it would leave."""

    @app.callback(
        Output(ids.ACTORS, "data"),
        *[Output(id_, "children") for id_ in ids.COUNTS.values()],
        *[Output(id_, "className") for id_ in ids.COUNTS.values()],
        Input(ids.DRAWN, "data"),
    )
    def show_counts(query: str | None) -> list[Any]:
        asked = filter_from_url(query or "")
        counts = selected(asked).counts
        left = {**counts["type"], **counts["status"]}
        numbers = [left.get(value, 0) for value in ids.COUNTS]
        actors = actor_options(names, counts["actor"], asked.actors)
        return [actors, *(f"{number:,}" for number in numbers), *map(count_class, numbers)]


def _draw(app: Dash, passing: Passing) -> None:
    """The lanes first: what people came to see is not kept waiting by the strip and the table."""
    sighted = (Input(ids.SCHEME, "data"), Input(ids.WIDTH, "data"))

    @app.callback(
        Output(ids.LANES, "figure"),
        Output(ids.CHART, "className"),
        Output(ids.EMPTY, "className"),
        Output(ids.DRAWN, "data"),
        Input(ids.QUERY, "data"),
        Input(ids.EVENT, "data"),
        *sighted,
        State(ids.DRAWN, "data"),
    )
    def show_lanes(query: str | None, event: str | None, *seen: Any) -> tuple[dict[str, Any], str, str, Any]:
        asked, (scheme, width, drawn) = filter_from_url(query or ""), seen
        rows = passing(asked)
        figure = lanes(rows, sight(asked, scheme, width), event or "")
        shown = ("", "empty hidden") if len(rows) else ("hidden", "empty")
        return figure, *shown, no_update if drawn == (query or "") else query or ""

    @app.callback(Output(ids.OVERVIEW, "figure"), Input(ids.DRAWN, "data"), *sighted)
    def show_overview(query: str | None, scheme: str | None, width: float | None) -> dict[str, Any]:
        asked = filter_from_url(query or "")
        return overview(passing(replace(asked, since=None, until=None)), sight(asked, scheme, width))


def _show_event(app: Dash, frame: pd.DataFrame) -> None:
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
        row = find_event(frame, event)
        chosen_rows = {"ids": [row["event_id"]]} if row else []
        link = permalink(href or "", row["event_id"]) if row else ""
        picked = row["event_id"] if row else ""
        return (evidence(row, link) if row else missing(event)), "evidence open", chosen_rows, picked


def _choose(app: Dash) -> None:
    """Choices that change the filter."""

    @app.callback(*[Input(id_, "value") for id_ in CONTROLS], State(ids.URL, "search"), prevent_initial_call=True)
    def choose(*values: Any) -> None:
        view = view_from_url(values[-1] or "")
        asked = chosen(values[:-1], view.filter)
        if asked != view.filter:
            set_props(ids.ECHO, {"data": url_from_filter(asked)})
            _go(view, replace(view, filter=asked))

    @app.callback(Input(ids.OVERVIEW, "selectedData"), State(ids.URL, "search"), prevent_initial_call=True)
    def brush(selection: dict[str, Any] | None, search: str | None) -> None:
        view, days = view_from_url(search or ""), brushed(selection)
        if days:
            _go(view, replace(view, filter=replace(view.filter, since=days[0], until=days[1])))

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
        _go(view, replace(view, filter=replace(view.filter, since=None, until=None) if years_only else Filter()))


def _pick(app: Dash, passing: Passing) -> None:
    """Choices that open or close the evidence of an event."""

    @app.callback(
        Input(ids.LANES, "clickData"),
        Input(ids.TABLE, "selectedRows"),
        Input(ids.EVIDENCE_CLOSE, "n_clicks"),
        Input(ids.EARLIER, "n_clicks"),
        Input(ids.LATER, "n_clicks"),
        State(ids.URL, "search"),
        State(ids.PICKED, "data"),
        prevent_initial_call=True,
    )
    def pick(click: Any, rows: Any, _: int, __: int, ___: int, search: str | None, picked: str | None) -> None:
        view = view_from_url(search or "")
        around = neighbours(passing(view.filter), view.event)
        match ctx.triggered_id:
            case ids.LANES:
                event = clicked(click) or view.event
                if click:  # forgotten, else a second click on the same mark would not count
                    set_props(ids.LANES, {"clickData": None})
            case ids.TABLE:
                row = rows[0]["id"] if isinstance(rows, list) and rows else ""
                event = view.event if row in ("", picked) else row  # what the page selects itself is no choice
            case ids.EARLIER:
                event = around[0] or view.event
            case ids.LATER:
                event = around[1] or view.event
            case _:
                event = ""
        _go(view, replace(view, event=event))


def _export(app: Dash, passing: Passing) -> None:
    @app.callback(
        Output(ids.DOWNLOAD, "data"),
        Input(ids.EXPORT_CSV, "n_clicks"),
        Input(ids.EXPORT_XLSX, "n_clicks"),
        State(ids.QUERY, "data"),
        prevent_initial_call=True,
    )
    def export(_: int, __: int, query: str | None) -> Any:
        kind = "csv" if ctx.triggered_id == ids.EXPORT_CSV else "xlsx"
        rows = passing(filter_from_url(query or ""))
        content = BytesIO()
        export_rows(Rows(rows), format_named(kind), content, About(total=len(rows)))
        return download(content.getvalue(), f"timeline-{len(rows)}-events.{kind}")


def _go(before: View, after: View) -> None:
    """Changes the address, if there is anything to change."""
    if after != before:
        set_props(ids.URL, {"search": url_from_view(after)})
