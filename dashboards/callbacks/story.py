"""The story: the events that stand out among what the filters let pass, one by one."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State

from dashboards import ids
from dashboards.picking import Picking
from dashboards.state import permalink, view_from_url
from dashboards.telling import told
from dashboards.views.story import nothing, stop


def register(app: Dash, table: Picking) -> None:
    """Adds what tells it."""

    @app.callback(
        Output(ids.STORY_BODY, "children"),
        Input(ids.STORY, "data"),
        Input(ids.EVENT, "data"),
        Input(ids.QUERY, "data"),
        State(ids.URL, "href"),
    )
    def tell(story: str | None, event: str | None, query: str | None, href: str | None) -> list[Any]:
        if not story:
            return []
        stops, row = told(table.pick(view_from_url(query or "").filter), event or "")
        return stop(row, stops, permalink(href or "", row["event_id"])) if row else nothing()
