"""One stop of the story: the events that stand out, told one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboards import ids
from dashboards.views.aria import aria
from dashboards.views.evidence import is_read, source, who
from dashboards.views.near import opens
from dashboards.views.quote import quotation
from timeline.figures.dating import precision_of
from timeline.figures.words import date_words

Row = Mapping[str, Any]


def story() -> html.Section:
    """The place of the story, empty until it is told."""
    return html.Section(
        [
            html.Button("Leave the story", id=ids.STORY_CLOSE, n_clicks=0, className="plain leave"),
            html.Div(id=ids.STORY_BODY, className="stop-body"),
        ],
        id=f"{ids.STORY}-view",
        className="story-view",
        tabIndex=-1,
        **aria(label="Story"),
    )


def stop(row: Row, stops: Sequence[Row], link: str) -> list[Any]:
    """A large title, the date in words, what is told and by whom; `link` is the address of the story."""
    place = [other["event_id"] for other in stops].index(row["event_id"])
    told = next((report for report in row["articles"] if is_read(report, row)), None)
    sources = [told] if told else row["articles"][:1]
    return [
        html.Div(
            [
                _step(stops, place - 1, "left", "The stop before", link),
                html.Span(f"{place + 1} of {len(stops)}", className="stop-place"),
                _step(stops, place + 1, "right", "The next stop", link),
            ],
            className="stop-steps",
        ),
        html.P(
            [
                html.Time(date_words(row["date_edtf"]), dateTime=str(row["date_start"] or "")),
                html.Span(precision_of(row)),
            ],
            className="stop-date",
        ),
        html.H2(row["title"], className="stop-title"),
        html.P(who(row), className="stop-who"),
        *([html.P(row["summary"], className="stop-summary")] if row["summary"] else []),
        *([quotation(told)] if told else []),
        *map(source, sources),
        html.Ol(
            [_dot(other, n == place, link) for n, other in enumerate(stops)], className="stops", **aria(label="Stops")
        ),
    ]


def nothing() -> list[Any]:
    """What stands there where the filters leave nothing to tell."""
    return [
        html.H2("There is no story to tell", className="stop-title"),
        html.P("No event that took place on a known date fits the filters.", className="stop-summary"),
    ]


def _step(stops: Sequence[Row], place: int, icon: str, words: str, link: str) -> html.A:
    """A link to a stop; at the ends of the story it leads nowhere."""
    symbol = html.Span(className=f"icon {icon}")
    if not 0 <= place < len(stops):
        return html.A(symbol, role="link", className=f"step {icon}", **aria(label=words, disabled="true"))
    return opens(stops[place]["event_id"], link, symbol, f"step {icon}", label=words)


def _dot(row: Row, here: bool, link: str) -> html.Li:
    year = html.Span(row["date_edtf"][:4], className="stop-year")
    words = html.Span(f"{date_words(row['date_edtf'])}: {row['title']}", className="unseen")
    return html.Li(opens(row["event_id"], link, [year, words], "stop here" if here else "stop"))
