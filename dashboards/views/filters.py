"""The filters; the list of types is also the key to colours and symbols. What the lists hold is drawn in the browser
(assets/panel.js): a choice changes the address at once, and the counts follow."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboards import ids
from dashboards.choosing import FACETS, Facet
from dashboards.parameters import MOST
from dashboards.views.aria import aria


def filters(years: tuple[int, int] | None) -> html.Div:
    """Everything that one can filter by."""
    who, what, *others = map(_section, FACETS)
    return html.Div(
        id=ids.FILTERS,
        className="filters",
        role="search",
        **aria(label="Filters"),
        children=[_head(), _text(), who, _years(years), what, *others],
    )


def _head() -> html.Div:
    return html.Div(
        [
            html.H2("Filters", className="panel-title"),
            dmc.Button("Clear all", id=ids.CLEAR, n_clicks=0, variant="subtle", size="compact-sm", className="clear"),
            dmc.Button("Show events", id=ids.FILTERS_CLOSE, n_clicks=0, size="compact-md", className="only-narrow"),
        ],
        className="panel-head",
    )


def _text() -> dmc.TextInput:
    return dmc.TextInput(
        id=ids.TEXT,
        label="Words",
        placeholder="in titles, sentences, names",
        debounce=250,
        value="",
        inputProps={"maxLength": MOST, "type": "search"},
    )


def _years(years: tuple[int, int] | None) -> html.Div:
    since, until = ({"placeholder": str(year), "startValue": year} for year in years) if years else ({}, {})
    common = {"min": 1, "max": 9999, "clampBehavior": "none", "debounce": 350, "allowDecimal": False, "value": ""}
    return html.Div(
        [
            dmc.NumberInput(id=ids.SINCE, label="From year", **since, **common),
            dmc.NumberInput(id=ids.UNTIL, label="To year", **until, **common),
        ],
        className="years",
    )


def _section(facet: Facet) -> html.Details:
    """A heading, and the place where the browser draws the list."""
    data: dict[str, Any] = {"data-facet": facet.key, "data-one": str(facet.one).lower()}
    about = [html.P(facet.about, className="facet-about")] if facet.about else []
    return html.Details(
        [
            html.Summary([html.Span(facet.label, className="label"), html.Span(className="facet-chosen")]),
            *about,
            html.Div(className="boxes", role="group", **data, **aria(label=facet.label)),
        ],
        open=not facet.closed,
        className="facet",
    )
