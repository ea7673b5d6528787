"""What happened before and after, between the same two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboards.state import permalink
from dashboards.views.aria import aria, data
from timeline.figures.words import date_words

Row = Mapping[str, Any]
NAMED = ("event_id", "date_edtf", "title")  # what is told of a row


def near(before: Sequence[Row], after: Sequence[Row], names: Sequence[str], link: str) -> list[Any]:
    """Links to the events before and after the one whose address is `link`, in order of time; none where there are
    none. `names` are those whose ties they are of."""
    if not before and not after:
        return []
    here = html.Li("This event", className="here")
    listed = [*(_item(row, link) for row in before), here, *(_item(row, link) for row in after)]
    return [
        html.H3(f"Before and after: {' and '.join(names)}", className="ev-head"),
        html.Ol(listed, className="near", **aria(label="Events before and after")),
    ]


def opens(event_id: str, link: str, children: Any, class_name: str = "", **words: str) -> html.A:
    """A link that opens another event in place, and that can be followed to a page of its own; `words` say more of it
    to those who listen."""
    return html.A(
        children, href=permalink(link, event_id), className=class_name, **data(event=event_id), **aria(**words)
    )


def _item(row: Row, link: str) -> html.Li:
    words = [html.Span(date_words(row["date_edtf"]), className="near-date"), html.Span(row["title"])]
    return html.Li(opens(row["event_id"], link, words))
