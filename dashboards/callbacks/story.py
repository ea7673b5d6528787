"""The story: the events that stand out among what the filters let pass, one by one."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State

from dashboards import ids
from dashboards.picking import Picking
from dashboards.state import permalink, text_of, view_from_url
from dashboards.telling import told
from dashboards.views.story import nothing, stop


def register(app: Dash, table: Picking) -> None:
    """Adds what tells it."""

    @app.callback(
        Output(ids.STORY_BODY, "children"),
        Input(ids.STORY, "data"),
        State(ids.URL, "href"),
        prevent_initial_call=True,
    )
    def tell(story: str | None, href: str | None) -> list[Any]:
        if not story:
            return []
        view = view_from_url(text_of(story))
        stops, row = told(table.pick(view.filter), view.event)
        return stop(row, stops, permalink(href or "", row["event_id"])) if row else nothing()
