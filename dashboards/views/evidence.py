"""The evidence of one event: what is claimed, who says so, and how the date was worked out.

Every word of an article stands here as text: no markup of it is ever read, and only web addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboards import ids
from dashboards.views.aria import data
from dashboards.views.quote import quotation
from dashboards.views.reasons import disputed_by, reasons
from timeline.figures.dating import how_dated, precision_of, report_dated
from timeline.figures.links import is_web
from timeline.figures.theme import SYMBOLS
from timeline.figures.words import QUAD_WORDS, STATUS_WORDS, counted, date_words, published_words
from timeline.model import EventType, Status
from timeline.model.plover import definitions

Row = Mapping[str, Any]


def evidence(row: Row, link: str, beside: Sequence[Any] = ()) -> list[Any]:
    """The panel of an event; `row` is a row of the table as plain values, `link` its address, `beside` what leads to
    the events before and after."""
    return [
        html.P(
            [
                html.Time(date_words(row["date_edtf"]), dateTime=str(row["date_start"] or "")),
                html.Span(_precision(row)),
            ],
            className="ev-date",
        ),
        html.H2(row["title"], className="ev-title"),
        *([html.P(row["summary"], className="ev-summary")] if row["summary"] else []),
        html.Div(list(_badges(row)), className="badges"),
        _facts({"When": how_dated(row), "Who": who(row), "What": _what(row), "Disputed": disputed_by(row, link)}),
        html.H3(_told(row), className="ev-head"),
        html.Ul([html.Li(_report(report, row)) for report in _quoted_first(row)], className="reports"),
        *beside,
        _facts(_more(row)),
        _permalink(row["event_id"], link),
    ]


def missing(event_id: str) -> list[Any]:
    """What stands there for an id that the table does not have."""
    return [
        html.H2("This event is not here", className="ev-title"),
        html.P(f"No event in this timeline has the id {event_id}. It may belong to another table."),
    ]


def _precision(row: Row) -> str:
    return "a guess" if row["date_basis"] == "publication" else precision_of(row)


def _badges(row: Row) -> Iterator[html.Span]:
    kind = definitions()[EventType(row["type"])]
    yield html.Span(
        [html.Span(className=f"mark {SYMBOLS[row['type']]} quad-{row['quad']}"), kind.label], className="badge"
    )
    if row["status"] != Status.ACTUAL:
        yield html.Span(STATUS_WORDS[row["status"]], className="badge strong")
    if row["not_confirmed"]:
        yield html.Span("Not confirmed", className="badge warn")
    if row["disputed"]:
        yield html.Span("Disputed", className="badge strong")
    yield html.Span(checked_words(row), className="badge" + ("" if row["checked"] else " warn"))


def checked_words(row: Row) -> str:
    """Who stands behind the row."""
    if row["checked"]:
        return "Checked against a source"
    return "Read by program, not checked" if row["origin"] == "extracted" else "Not checked yet"


def _facts(facts: Mapping[str, Any]) -> html.Dl:
    told = [html.Div([html.Dt(name), html.Dd(words)]) for name, words in facts.items() if words]
    return html.Dl(told, className="facts")


def _more(row: Row) -> dict[str, Any]:
    return {
        "Where": row["place"],
        "People": ", ".join(row["persons"]),
        "Claimed by": ", ".join(row["attributed_to"]),
        "Note": row["note"],
        "Date in EDTF": html.Code(row["date_edtf"]) if row["date_edtf"] else "",
        "Confidence": f"{row['confidence']:.0%}",
    }


def _what(row: Row) -> str:
    kind = definitions()[EventType(row["type"])]
    mode = f" ({kind.modes.get(row['mode'], row['mode'])})" if row["mode"] else ""
    return f"{kind.label}{mode}. {kind.definition} {QUAD_WORDS[row['quad']]}; PLOVER code {row['type']}."


def who(row: Row) -> str:
    """Who did it to whom, in words."""
    sources, targets = row["source_names"], row["target_names"]
    if set(row["source_codes"]) == set(row["target_codes"]):
        return f"{_listed(sources)}, together"
    return f"{_listed(sources)} → {_listed(targets)}" if targets else _listed(sources)


def _listed(names: list[str]) -> str:
    return ", ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def _told(row: Row) -> str:
    if row["n_reports"] < 2:
        return "One report" if row["n_reports"] else "No report"
    return f"{counted(row['n_reports'], 'report')}, {counted(row['n_publishers'], 'publisher')}"


def _quoted_first(row: Row) -> list[Row]:
    return sorted(row["articles"], key=lambda report: not is_read(report, row))


def is_read(report: Row, row: Row) -> bool:
    """Whether its quote is a sentence of an article, not the words of those who compiled the row."""
    return bool(report["trigger"]) or report["quote"] not in ("", row["summary"], row["title"])


def _report(report: Row, row: Row) -> list[Any]:
    dated = report_dated(report, row)
    return [
        *([quotation(report)] if is_read(report, row) else []),
        *([html.P(dated, className="dated")] if dated else []),
        source(report),
        *(html.P(words, className="reason") for words in reasons(report, row)),
    ]


def source(report: Row) -> html.P:
    """Its publisher, as a link where it has an address on the web, and the day it was published."""
    published = published_words(report["published"], report["published_basis"])
    return html.P([_outlet(report), html.Span(published, className="published")], className="source")


def _outlet(report: Row) -> Any:
    name = report["source"] or report["title"] or report["id"] or "Source not named"
    if not is_web(report["url"]):
        return html.Span(name, className="outlet")
    return html.A(name, href=report["url"], target="_blank", rel="noopener noreferrer", className="outlet")


def _permalink(event_id: str, link: str) -> html.Div:
    return html.Div(
        [
            html.A(f"Event {event_id}", href=link, className="ev-id"),
            html.Button("Cite", className="plain", **data(presses=ids.CITE)),
            dmc.CopyButton(
                value=link,
                children="Copy link to this event",
                copiedChildren="Link copied",
                size="compact-sm",
                variant="subtle",
            ),
        ],
        className="permalink",
    )
