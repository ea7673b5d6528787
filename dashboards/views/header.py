"""The head of the page: what this is, and what can be done with it."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from dashboards import ids
from dashboards.choices import tally
from dashboards.views.aria import aria
from dashboards.views.export import export_menu

SCHEMES = (("light", "sun", "Light"), ("", "system", "As the system"), ("dark", "moon", "Dark"))


def header(title: str, years: tuple[int, int] | None, count: int) -> html.Header:
    """Title, how many events are shown, and the years; story, copy link, export, light or dark, help; inside another
    page the way to the whole of it."""
    return html.Header(
        className="header",
        children=[
            html.Div(
                [
                    html.Div([html.H1(title, className="title"), _tally(count)], className="headline"),
                    html.P(_about(years), className="about") if count else None,
                ]
            ),
            html.Div([_filters(), _story(), _copy(), export_menu(), _scheme(), _help()], className="actions"),
            html.A("Open the whole timeline", id=ids.WHOLE, href="", target="_blank", className="whole"),
        ],
    )


def _tally(count: int) -> html.P:
    """Filled by the first answer. As wide as it may become, so that nothing beside it moves."""
    return html.P("", id=ids.COUNT, className="tally", style={"minWidth": f"{len(tally(count - 1, count))}ch"})


def _about(years: tuple[int, int] | None) -> str:
    span = "\N{EN DASH}".join(map(str, sorted(set(years)))) + ". " if years else ""
    return f"{span}Each event with the sources it rests on."


def _filters() -> dmc.Button:
    return dmc.Button("Filters", id=ids.FILTERS_OPEN, n_clicks=0, variant="default", className="only-narrow")


def _copy() -> dmc.CopyButton:
    return dmc.CopyButton(
        id=ids.COPY, value="", children="Copy link", copiedChildren="Link copied", variant="default", timeout=2000
    )


def _scheme() -> dmc.SegmentedControl:
    return dmc.SegmentedControl(
        id=ids.SCHEME_CHOICE,
        value="",
        data=[{"value": value, "label": _icon(icon, words)} for value, icon, words in SCHEMES],
        className="scheme",
        transitionDuration=0,
        **aria(label="Light or dark"),
    )


def _icon(icon: str, words: str) -> html.Span:
    return html.Span([html.Span(className=f"icon {icon}"), html.Span(words, className="unseen")], title=words)


def _story() -> dmc.Button:
    return dmc.Button("Story", id=ids.STORY_OPEN, n_clicks=0, variant="default")


def _help() -> dmc.Button:
    return dmc.Button("Help", id=ids.HELP_OPEN, n_clicks=0, variant="default")
