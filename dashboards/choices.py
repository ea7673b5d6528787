"""Between what a reader chooses and the filter: pure functions, so that the callbacks have nothing to decide."""

from __future__ import annotations

from timeline.figures.sight import Sight
from timeline.figures.words import counted
from timeline.table.filter import Filter


def sight(asked: Filter, scheme: object, width: object) -> Sight:
    """How the charts are looked at; what the browser does not say, or says wrongly, is a light page on a desk."""
    px = width if isinstance(width, int | float) and 100 <= width <= 20_000 else 1000
    return Sight("dark" if scheme == "dark" else "light", asked.since, asked.until, px)


def tally(shown: int, total: int) -> str:
    """
    >>> tally(37, 310), tally(310, 310), tally(1, 1), tally(0, 0)
    ('37 of 310 events', 'All 310 events', '1 event', 'No events')
    """
    if total == 0:
        return "No events"
    if shown == total:
        return f"{'All ' * (total > 1)}{counted(total, 'event')}"
    return f"{shown:,} of {counted(total, 'event')}"
