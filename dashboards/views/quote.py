"""A sentence of a report with its date, actors and trigger marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from timeline.figures.spans import pieces

KINDS = {"date": "When", "trigger": "What", "actor": "Who"}


def quotation(report: Mapping[str, Any]) -> html.Blockquote:
    """The quote of a report, as text in elements."""
    return html.Blockquote([_element(words, kind) for words, kind in pieces(report)], className="quote")


def _element(words: str, kind: str) -> Any:
    return html.Mark(words, className=f"said {kind}", title=KINDS[kind]) if kind else html.Span(words)
