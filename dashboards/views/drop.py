"""A button that lets something drop down below it."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboards.views.aria import aria, data


def drop(name: str, id_: str, children: list[Any], label: str) -> html.Div:
    """The button and what it lets drop, closed; assets/drop.js opens and closes it. `label` says what drops."""
    return html.Div(
        [
            html.Button(
                [name, html.Span(className="icon chevron")],
                className="button",
                **aria(expanded="false", controls=id_),
                **data(drops=id_),
            ),
            html.Div(children, id=id_, className="dropped", hidden=True, role="group", **aria(label=label)),
        ],
        className="drop",
    )
