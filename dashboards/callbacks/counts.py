"""Beside each choice, how many events it would leave."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from dashboards import ids
from dashboards.picking import Picking
from dashboards.query import actor_options
from dashboards.state import filter_from_url
from dashboards.views.filters import count_class


def register(app: Dash, table: Picking) -> None:
    """Adds the callback that counts."""

    @app.callback(
        Output(ids.ACTORS, "data"),
        *[Output(id_, "children") for id_ in ids.COUNTS.values()],
        *[Output(id_, "className") for id_ in ids.COUNTS.values()],
        Input(ids.DRAWN, "data"),
    )
    def show_counts(query: str | None) -> list[Any]:
        asked = filter_from_url(query or "")
        counts = table.selection(asked).counts()
        left = {**counts["type"], **counts["status"]}
        numbers = [left.get(value, 0) for value in ids.COUNTS]
        actors = actor_options(table.index.names, counts["actor"], asked.actors)
        return [actors, *(f"{number:,}" for number in numbers), *map(count_class, numbers)]
