"""What is filtered, as a file: written on the server, in full, while the reader goes on; and how to cite it."""

from __future__ import annotations

import re
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from flask import Response, abort, send_file

from dashboards import ids
from dashboards.exports import READY, Exports
from dashboards.picking import Picking
from dashboards.query import find_event
from dashboards.state import filter_from_url, permalink, url_from_filter, view_from_url
from dashboards.views.export import citation, shown
from timeline.figures.asked import asked_words
from timeline.storage.export import About, Rows, format_named
from timeline.storage.export.about import title_of, versions_of
from timeline.storage.export.cite import apa_event, apa_selection, bibtex_event, bibtex_selection
from timeline.table.filter import Filter

PATIENCE = 0.5  # seconds
FORMATS = {id_: name for name, id_ in ids.EXPORTS.items()}


def register(app: Dash, table: Picking) -> None:
    """Adds the export menu, and the address under which a file is fetched."""
    exports = Exports()
    _serve(app, exports)
    _follow(app, table, exports)
    _cite(app, table)
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("tieline_export", "fetch"),
        Output(ids.EXPORT_READY, "data", allow_duplicate=True),
        Input(ids.EXPORT_READY, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("tieline_export", "picture"),
        *[Input(id_, "n_clicks") for id_ in ids.PICTURES.values()],
        prevent_initial_call=True,
    )


def about(table: Picking, asked: Filter) -> About:
    """What a file with this selection says of itself."""
    words, address = asked_words(asked, table.index.names), url_from_filter(asked)
    return About(title_of(table.index), words, address, len(table.pick(asked)), len(table), versions_of(table.table))


def filename(told: About, format: str) -> str:
    """
    >>> filename(About("Russia & North Korea", count=86), "xlsx")
    'russia-north-korea-86-events.xlsx'
    """
    name = re.sub(r"[^a-z0-9]+", "-", told.title.lower()).strip("-") or "timeline"
    return f"{name}-{told.count}-events.{format_named(format).ending}"


def _serve(app: Dash, exports: Exports) -> None:
    def fetch(job: str) -> Response:
        making, path = exports.of(job), exports.path(job)
        if making is None or path is None:
            abort(404, "This file is no longer there: export it again.")
        media = format_named(making.format).media
        return send_file(path, mimetype=media, as_attachment=True, download_name=making.name)

    prefix = app.config.requests_pathname_prefix
    app.server.add_url_rule(f"{prefix}export/<job>", f"export-{id(exports)}", fetch)


def _follow(app: Dash, table: Picking, exports: Exports) -> None:
    """One file at a time for each page: begun by the menu, watched by the clock, ended by the reader."""

    @app.callback(
        Output(ids.EXPORT_JOB, "data"),
        Output(ids.EXPORT_WORDS, "children"),
        Output(ids.EXPORT_BAR, "value"),
        Output(ids.EXPORT_NOTICE, "className"),
        Output(ids.EXPORT_TICK, "disabled"),
        Output(ids.EXPORT_CANCEL, "children"),
        Output(ids.EXPORT_READY, "data"),
        *[Input(id_, "n_clicks") for id_ in FORMATS],
        Input(ids.EXPORT_CANCEL, "n_clicks"),
        Input(ids.EXPORT_TICK, "n_intervals"),
        State(ids.EXPORT_JOB, "data"),
        State(ids.QUERY, "data"),
        prevent_initial_call=True,
    )
    def follow(*values: Any) -> tuple[Any, ...]:
        job, query = values[-2:]
        if ctx.triggered_id == ids.EXPORT_TICK:
            making = exports.of(job)
        else:
            exports.stop(job)
            making = None
        if ctx.triggered_id in FORMATS:
            asked, format = filter_from_url(query or ""), FORMATS[ctx.triggered_id]
            told, picked = about(table, asked), table.pick(asked)
            rows = Rows(picked.table, picked.rows)
            making = exports.start(rows, format, told, filename(told, format), PATIENCE)
        ready = f"{app.config.requests_pathname_prefix}export/{making.job}" if making and making.stage == READY else ""
        return (*shown(making).values(), ready or no_update)


def _cite(app: Dash, table: Picking) -> None:
    @app.callback(
        Output(ids.CITATIONS_BODY, "children"),
        Input(ids.CITE, "n_clicks"),
        State(ids.URL, "href"),
        prevent_initial_call=True,
    )
    def cite(_: int, href: str | None) -> list[Any]:
        view = view_from_url(href or "")
        told, row = about(table, view.filter), find_event(table.table, view.event)
        page = permalink(href or "", "")
        here = page + told.address
        items = [("These events, APA", apa_selection(told, here)), ("BibTeX", bibtex_selection(told, here))]
        if row:
            link = permalink(href or "", row["event_id"])
            event = [("The open event, APA", apa_event(row, told, link)), ("BibTeX", bibtex_event(row, told, link))]
            items = [*event, *items]
        return [citation(*item) for item in items]
