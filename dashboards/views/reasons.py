"""Why a report stands in a row, who else printed it, and which rows contradict the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dashboards.views.near import opens
from timeline.figures.words import counted
from timeline.model import Status

Row = Mapping[str, Any]
MOST = 5  # printers that are named


def reasons(report: Row, row: Row) -> Iterator[str]:
    """What is to be said of a report beside its date and source, a sentence each."""
    if report["status"] == Status.PLANNED and row["status"] == Status.ACTUAL:
        yield "Announced before it took place."
    if report["joined"]:
        yield f"Taken for the same event because: {report['joined']['why']}."
    if report["copies"]:
        yield f"Also printed by {printed_by([copy['source'] or copy['id'] for copy in report['copies']])}."


def printed_by(names: list[str]) -> str:
    """Each name once, and how many more there are.

    >>> printed_by(["Daily", "Echo", "Daily"]), printed_by(list("abcdefg"))
    ('Daily and Echo', 'a, b, c, d, e and 2 others')
    """
    known = list(dict.fromkeys(names))
    more = len(known) - MOST
    shown = [*known[:MOST], counted(more, "other")] if more > 0 else known
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def disputed_by(row: Row, link: str) -> list[Any]:
    """Links to the rows that contradict this one; none where nothing does. `link` is the address of this row."""
    if not row["disputed"]:
        return []
    links: list[Any] = []
    for other in row["disputed_by"]:
        links += [", " * bool(links), opens(other, link, f"event {other}")]
    return ["Another report denies it, is denied by it, or gives another day", *([": ", *links] if links else []), "."]
