"""A sentence of a report with its date, actors and trigger marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dash import html

KINDS = {"date": "When", "trigger": "What", "actor": "Who"}


def quotation(report: Mapping[str, Any]) -> html.Blockquote:
    """The quote of a report, as text in elements."""
    return html.Blockquote(list(_pieces(report)), className="quote")


def _pieces(report: Mapping[str, Any]) -> Iterator[Any]:
    quote, at = report["quote"], 0
    for start, end, kind in marked(report):
        if start > at:
            yield html.Span(quote[at:start])
        yield html.Mark(quote[start:end], className=f"said {kind}", title=KINDS[kind])
        at = end
    if at < len(quote):
        yield html.Span(quote[at:])


def marked(report: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    """Start, end (in the quote) and kind of what is marked; those that overlap an earlier one are left out,
    and so are those that do not stand where the offsets say."""
    spans = [("date", report["date"]), ("trigger", report["trigger"]), *(("actor", s) for s in report["actors"] or ())]
    found: list[tuple[int, int, str]] = []
    for kind, span in spans:
        if span is None:
            continue
        start, end = span["start"] - report["start"], span["end"] - report["start"]
        stands = 0 <= start < end and report["quote"][start:end] == span["text"]
        if stands and all(end <= low or high <= start for low, high, _ in found):
            found.append((start, end, kind))
    return sorted(found)
