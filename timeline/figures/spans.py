"""Where date, actors and act stand in the sentence of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def pieces(report: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The quote cut up: each piece with what it tells, "date", "trigger" or "actor"; "" for the words between.

    >>> report = {"quote": "They met.", "start": 10, "trigger": {"start": 15, "end": 18, "text": "met"}}
    >>> list(pieces(report | {"date": None, "actors": []}))
    [('They ', ''), ('met', 'trigger'), ('.', '')]
    """
    quote, at = report["quote"], 0
    for start, end, kind in marked(report):
        if start > at:
            yield quote[at:start], ""
        yield quote[start:end], kind
        at = end
    if at < len(quote):
        yield quote[at:], ""


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
