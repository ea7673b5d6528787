"""Dialogs of the browser's own: it keeps the focus inside, closes them at Escape, and gives the focus back."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboards.views.aria import aria


def dialog(id_: str, title: str, children: list[Any]) -> html.Dialog:
    """A dialog, closed; `window.tieline.show(id)` opens it."""
    words = f"Close: {title}"
    close = html.Button(html.Span(className="icon close"), title=words, className="close", **aria(label=words))
    head = html.Div([html.H2(title, id=f"{id_}-title", className="section-title"), close], className="panel-head")
    return html.Dialog(
        [html.Form(head, method="dialog"), *children], id=id_, className="dialog", **aria(labelledby=f"{id_}-title")
    )
