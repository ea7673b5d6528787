"""The centre: what is filtered, the strip to brush, and the chart."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboards import ids
from dashboards.query import Question
from dashboards.views.aria import aria, data
from dashboards.views.looks import LOOKS
from dashboards.views.walk import walk
from timeline.figures.lanes import height_of
from timeline.figures.overview import HEIGHT as OVERVIEW_HEIGHT

CONFIG: Any = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "showTips": False,
}
LANES = {"actor": "Actor", "dyad": "Pair", "type": "Type"}
FILTERED = (
    "No event fits all of these filters",
    "Take one of them away, widen the years, or look for another word.",
)
NOTHING = ("This timeline has no events", "Read articles into it with tieline build, then open it again.")


def timeline(count: int, question: Question | None = None) -> html.Section:
    """Chips, overview, ways to look and chart, of a timeline of `count` events."""
    return html.Section(
        className="timeline",
        **aria(label="Timeline"),
        children=[
            html.Div(
                [
                    *(_shortcuts(question) if question else []),
                    html.Div(id=ids.CHIPS, className="chips", role="group", **aria(label="What is filtered")),
                    html.P("Drag over the years to look closer", className="hint" if count else "hidden"),
                    dmc.Button("All years", id=ids.ALL_YEARS, n_clicks=0, variant="subtle", size="compact-sm"),
                ],
                className="asked-row",
            ),
            _strip(),
            html.P("", id=ids.NOTE, className="note", role="status", hidden=True),
            html.Div([_looks(), _lanes()], className="looks-row"),
            html.Div([_chart(count), walk()], className="board"),
            html.Div(id=ids.BELOW),
            _empty(count),
        ],
    )


def _shortcuts(question: Question) -> list[html.A]:
    """A link that asks what most readers come to ask: where there is room beside the chart, with evidence."""
    asked = (("only-wide", question.tells), ("only-narrow", question.asks))
    return [html.A(question.words, href=to, className=f"shortcut {where}", **data(asks=to)) for where, to in asked]


def _strip() -> html.Div:
    bars = dcc.Graph(
        id=ids.OVERVIEW,
        config=CONFIG | {"doubleClick": False},
        responsive=True,
        className="overview",
        style={"height": OVERVIEW_HEIGHT},
    )
    return html.Div(
        [bars, html.Span(id=f"{ids.OVERVIEW}-now", className="overview-now", hidden=True)],
        className="overview-box",
        style={"--high": f"{OVERVIEW_HEIGHT}px"},  # until the bars are there
        role="img",
        **aria(label="Bars: how many events there were in each year."),
    )


def _chart(count: int) -> html.Div:
    return html.Div(
        dcc.Graph(id=ids.LANES, config=CONFIG, responsive=True, className="lanes", style={"height": height_of(count)}),
        id=ids.CHART,
        style={"--high": f"{height_of(count)}px"},
        role="img",
        **aria(label=LOOKS[0].about),
    )


def _looks() -> dmc.SegmentedControl:
    return dmc.SegmentedControl(
        id=ids.LOOK,
        data=[{"value": look.name, "label": look.label} for look in LOOKS],
        value=LOOKS[0].name,
        className="looks",
        **aria(label="Ways to look"),
    )


def _lanes() -> html.Div:
    """What has a lane of its own; only the timeline has lanes."""
    choice = dmc.SegmentedControl(
        id=ids.LANES_BY,
        data=[{"value": name, "label": label} for name, label in LANES.items()],
        value=next(iter(LANES)),
        size="xs",
        className="looks",
        **aria(label="A lane for each"),
    )
    return html.Div([html.Span("A lane for each", className="hint"), choice], className="lanes-by")


def _empty(count: int) -> html.Div:
    words, clear = (FILTERED, "") if count else (NOTHING, "hidden")
    return html.Div(
        [
            html.H2(words[0]),
            html.P(words[1]),
            dmc.Button("Clear all filters", id=ids.CLEAR_EMPTY, n_clicks=0, variant="default", className=clear),
        ],
        id=ids.EMPTY,
        className="empty hidden",
    )
