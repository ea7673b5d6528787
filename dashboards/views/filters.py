"""The filters; the list of types is also the key to colours and symbols."""

from __future__ import annotations

from collections.abc import Callable

import dash_mantine_components as dmc
from dash import html

from dashboards import ids
from dashboards.parameters import MOST
from dashboards.query import Facets, actor_options
from dashboards.views.aria import aria
from timeline.figures.theme import SYMBOLS
from timeline.figures.words import QUAD_WORDS, STATUS_WORDS
from timeline.model import EventType
from timeline.model.plover import definitions

OFFERED = 12  # actors at a time: a list that one would have to scroll is not in the reach of every keyboard


def filters(choices: Facets) -> html.Div:
    """Everything that one can filter by."""
    return html.Div(
        id=ids.FILTERS,
        className="filters",
        role="search",
        **aria(label="Filters"),
        children=[
            html.Div(
                [
                    html.H2("Filters", className="panel-title"),
                    dmc.Button(
                        "Clear all", id=ids.CLEAR, n_clicks=0, variant="subtle", size="compact-sm", className="clear"
                    ),
                    dmc.Button(
                        "Show events", id=ids.FILTERS_CLOSE, n_clicks=0, size="compact-md", className="only-narrow"
                    ),
                ],
                className="panel-head",
            ),
            _text(),
            _actors(choices),
            _years(choices.years),
            html.Div([html.H3("What happened", className="label"), *map(_types(choices), QUAD_WORDS)]),
            _statuses(choices),
        ],
    )


def _text() -> dmc.TextInput:
    return dmc.TextInput(
        id=ids.TEXT,
        label="Words",
        placeholder="in titles, sentences, names",
        debounce=350,
        value="",
        inputProps={"maxLength": MOST, "type": "search"},
    )


def _actors(choices: Facets) -> dmc.MultiSelect:
    return dmc.MultiSelect(
        id=ids.ACTORS,
        label="Who",
        description="Events that involve all of these",
        placeholder="Type a name, or choose",
        data=actor_options(choices.names, choices.actors, ()),
        value=[],
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        nothingFoundMessage="No such actor here",
        comboboxProps={"shadow": "md", "withinPortal": False},
        withScrollArea=False,
        limit=OFFERED,
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


def _types(choices: Facets) -> Callable[[int], dmc.CheckboxGroup]:
    def group(quad: int) -> dmc.CheckboxGroup:
        boxes = [_box(kind, choices.types.get(kind, 0)) for kind in EventType if kind.quad == quad]
        return dmc.CheckboxGroup(
            id=ids.TYPE_GROUPS[quad - 1],
            label=QUAD_WORDS[quad],
            value=[],
            children=html.Div(boxes, className="boxes"),
            className=f"quad quad-{quad}",
        )

    return group


def _box(kind: EventType, count: int) -> dmc.Checkbox:
    known = definitions()[kind]
    label = [
        html.Span(className=f"mark {SYMBOLS[kind]} quad-{kind.quad}"),
        html.Span(known.label, className="name"),
        _count(kind, count),
    ]
    return dmc.Checkbox(
        value=kind.value,
        size="xs",
        label=html.Span(label, className="option", title=f"{known.definition} PLOVER code {kind}."),
        className="box",
    )


def _count(value: str, count: int) -> html.Span:
    return html.Span(f"{count:,}", id=ids.COUNTS[value], className=count_class(count))


def count_class(count: int) -> str:
    """How a count looks: one of nothing is paler, and so is the name beside it."""
    return "count" if count else "count none"


def _statuses(choices: Facets) -> dmc.CheckboxGroup:
    boxes = [
        dmc.Checkbox(
            value=status,
            size="xs",
            label=html.Span(
                [
                    html.Span(words, className="name"),
                    _count(status, choices.statuses.get(status, 0)),
                ],
                className="option",
            ),
            className="box",
        )
        for status, words in STATUS_WORDS.items()
    ]
    return dmc.CheckboxGroup(
        id=ids.STATUSES, label="Did it happen?", value=[], children=html.Div(boxes, className="boxes")
    )
