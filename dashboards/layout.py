"""The page, put together from its parts."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboards import ids
from dashboards.query import Question
from dashboards.views.aria import aria
from dashboards.views.export import export_notice
from dashboards.views.filters import filters
from dashboards.views.header import header
from dashboards.views.help import help_dialog
from dashboards.views.story import story
from dashboards.views.table import table
from dashboards.views.timeline import timeline
from timeline.figures.theme import FONT, palette

BLUES = ["#eef5fb", "#dbe9f6", "#b7d3ec", "#8fbbe1", "#6ba4d6", "#4690c9", "#2f78b3", "#17508f", "#134379", "#0e3562"]
THEME: dict[str, Any] = {
    "fontFamily": FONT,
    "primaryColor": "tie",
    "primaryShade": {"light": 7, "dark": 4},
    "autoContrast": True,
    "colors": {"tie": BLUES},
    "defaultRadius": 3,
    "black": palette("light").ink,
}


def layout(
    title: str,
    years: tuple[int, int] | None,
    listed: dict[str, Any],
    count: int,
    question: Question | None = None,
) -> dmc.MantineProvider:
    """Everything on the page; what depends on the filters comes with the first answers."""
    return dmc.MantineProvider(
        id=ids.PROVIDER,
        theme=THEME,
        defaultColorScheme="auto",
        children=[
            dcc.Location(id=ids.URL, refresh=False),
            dcc.Store(id=ids.QUERY),
            dcc.Store(id=ids.DRAWN),
            dcc.Store(id=ids.TOLD),
            dcc.Store(id=ids.CHOICES, data=listed),
            dcc.Store(id=ids.EVENT),
            dcc.Store(id=ids.PICKED),
            dcc.Store(id=ids.WIDTH),
            dcc.Store(id=ids.SCHEME),
            dcc.Store(id=ids.STORY),
            dcc.Store(id=ids.STEP),
            dcc.Store(id=ids.STEPPED),
            dcc.Store(id=ids.SEEK),
            dcc.Store(id=ids.SOUGHT),
            help_dialog(),
            html.Div(
                [
                    html.A("Skip to the timeline", href=f"#{ids.WALK}", className="skip"),
                    html.A("Skip to the events", href=f"#{ids.TABLE_PLACE}", className="skip"),
                    header(title, years, count),
                    html.Div(
                        [
                            filters(years),
                            html.Main([timeline(count, question), story(), table()], className="main"),
                            _evidence(),
                        ],
                        className="columns",
                    ),
                    html.P(id=ids.SAID, className="unseen", role="status"),
                ],
                id=ids.PAGE,
                className="page",
            ),
            export_notice(),
        ],
    )


def _evidence() -> html.Aside:
    return html.Aside(
        [
            html.Div(
                [
                    html.Span("Evidence", className="label"),
                    _button(ids.EARLIER, "icon left", "The event before"),
                    _button(ids.LATER, "icon right", "The event after"),
                    _button(ids.EVIDENCE_CLOSE, "icon close", "Close the evidence"),
                ],
                className="panel-head",
            ),
            html.Div(id=ids.EVIDENCE_BODY, className="ev-body"),
        ],
        id=ids.EVIDENCE,
        className="evidence",
        tabIndex=-1,
        **aria(label="Evidence"),
    )


def _button(id_: str, icon: str, words: str) -> html.Button:
    return html.Button(html.Span(className=icon), id=id_, n_clicks=0, title=words, **aria(label=words))
