"""A chart in words: a summary, and its marks as a list of links, which do what a click on the chart does."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboards.state import View, changed, url_from_view


def in_words(figure: dict[str, Any], view: View) -> list[Any]:
    """What a figure with a `meaning` says."""
    said = figure["layout"]["meta"]
    links = [
        html.Li(dcc.Link(item["label"], href=url_from_view(changed(view, item["opens"])))) for item in said["items"]
    ]
    summary = html.P(said["words"], className="in-words")
    if not links:
        return [summary]
    return [summary, html.Details([html.Summary("The same as a list"), html.Ul(links)], className="as-list")]
