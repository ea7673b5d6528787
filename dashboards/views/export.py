"""The export menu, and what is said while a file is written."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboards import ids
from dashboards.exports import FAILED, READY, WAITING, Making
from dashboards.views.aria import aria, data
from dashboards.views.dialog import dialog
from dashboards.views.drop import drop
from timeline.storage.export import FORMATS, format_named

POLL = 700  # ms


PICTURES = {"png": ("PNG picture", "For slides and documents"), "svg": ("SVG drawing", "To print, or to work on")}


def export_menu() -> html.Div:
    """All formats, pictures of the view, and how to cite what is shown."""
    items = [
        _heading("All events that are shown"),
        *(_item(format.label, format.use, ids.EXPORTS[format.name]) for format in FORMATS),
        _heading("The view as a picture"),
        *(_item(label, use, ids.PICTURES[kind]) for kind, (label, use) in PICTURES.items()),
        _heading("References"),
        _item("Cite …", "References to these events, and to the one that is open", ids.CITE),
    ]
    return drop("Export", ids.EXPORT_MENU, items, "Export")


def _heading(words: str) -> html.P:
    return html.P(words, className="label")


def _item(label: str, use: str, id_: str) -> html.Button:
    words = [html.Span(label, className="export-name"), html.Span(use, className="export-use")]
    return html.Button(words, id=id_, n_clicks=0, className="choice", **data(closes=""))


def export_notice() -> html.Div:
    """What is said of a file that takes longer, and what the callbacks of the export need."""
    return html.Div(
        [
            dcc.Store(id=ids.EXPORT_JOB),
            dcc.Store(id=ids.EXPORT_READY),
            dcc.Interval(id=ids.EXPORT_TICK, interval=POLL, disabled=True),
            html.Div(
                [
                    html.P("", id=ids.EXPORT_WORDS, role="status"),
                    dmc.Progress(value=0, id=ids.EXPORT_BAR, size="sm", **aria(label="How much is written")),
                    dmc.Button("Cancel", id=ids.EXPORT_CANCEL, n_clicks=0, variant="default", size="compact-sm"),
                ],
                id=ids.EXPORT_NOTICE,
                className="notice unseen",
                role="region",
                **aria(label="The file that is written"),
            ),
            dialog(ids.CITATIONS, "How to cite", [html.Div(id=ids.CITATIONS_BODY)]),
        ]
    )


def words(making: Making | None) -> str:
    """How far a file is, in words.

    >>> words(Making("a", "xlsx", "t.xlsx", 120_000, 30_000, "writing"))
    'Excel workbook: 30,000 of 120,000 events'
    """
    if making is None:
        return ""
    label = format_named(making.format).label
    match making.stage:
        case "ready":
            return f"{label}: ready, {making.name}"
        case "failed":
            return f"{label}: {making.error}"
        case "waiting":
            return f"{label}: waiting for another file"
    return f"{label}: {making.done:,} of {making.total:,} events"


def shown(making: Making | None) -> dict[str, Any]:
    """What the notice shows of a file: it is seen while one waits for it, or where it failed."""
    over = making is None or making.stage in (READY, FAILED)
    visible = making is not None and making.stage != READY
    return {
        "job": making.job if making and making.stage != READY else None,
        "words": words(making),
        "share": 100 * making.done / max(making.total, 1) if making and making.stage != WAITING else 0,
        "className": "notice" if visible else "notice unseen",
        "idle": over,
        "button": "Close" if making and making.stage == FAILED else "Cancel",
    }


def citation(heading: str, told: str) -> html.Div:
    """One citation, with a button to copy it."""
    return html.Div(
        [
            html.Div(
                [
                    html.H3(heading, className="label"),
                    dmc.CopyButton(
                        value=told, children="Copy", copiedChildren="Copied", size="compact-sm", variant="subtle"
                    ),
                ],
                className="panel-head",
            ),
            html.Pre(told, className="citation"),
        ]
    )
