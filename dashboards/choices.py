"""Between what a reader chooses and the filter: pure functions, so that the callbacks have nothing to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import ceil, floor, isfinite
from typing import Any

from timeline.figures.sight import Sight
from timeline.figures.words import counted
from timeline.model import EventType, Status
from timeline.table.filter import Filter


def controls(asked: Filter) -> list[Any]:
    """The values of the controls that show a filter, in the order of `chosen`."""
    groups = [[name for name in asked.types if EventType(name).quad == quad] for quad in (1, 2, 3, 4)]
    years = [day.year if day else "" for day in (asked.since, asked.until)]
    return [list(asked.actors), *years, *groups, list(asked.statuses), asked.text]


def chosen(values: Sequence[Any], before: Filter) -> Filter:
    """The filter that the controls say.

    A year that is still the one of `before` keeps its day: an address may be finer than the fields.
    """
    actors, since, until, *groups, statuses, text = values
    return replace(
        before,
        actors=tuple(map(str, actors or ())),
        since=_edge(since, before.since, (1, 1)),
        until=_edge(until, before.until, (12, 31)),
        types=tuple(name for group in groups for name in group or () if name in frozenset(EventType)),
        statuses=tuple(name for name in statuses or () if name in frozenset(Status)),
        text=str(text or ""),
    )


def _edge(year: object, before: date | None, edge: tuple[int, int]) -> date | None:
    """The first or last day of a year that is in the calendar."""
    if not isinstance(year, int | float) or not isfinite(year) or not 1 <= year <= 9998:
        return None
    return before if before and before.year == int(year) else date(int(year), *edge)


def brushed(selection: Mapping[str, Any] | None) -> tuple[date, date] | None:
    """First and last day of the years whose bars the brush covers by half or more; None where it covers none.

    >>> [str(day) for day in brushed({"range": {"x": [2018.6, 2021.2]}})]
    ['2019-01-01', '2021-12-31']
    """
    ends = ((selection or {}).get("range") or {}).get("x") or []
    if len(ends) != 2 or not all(isinstance(end, int | float) and isfinite(end) for end in ends):
        return None
    low, high = max(ceil(min(ends)), 1), min(floor(max(ends)), 9998)
    return (date(low, 1, 1), date(high, 12, 31)) if low <= high else None


def sight(asked: Filter, scheme: object, width: object) -> Sight:
    """How the charts are looked at; what the browser does not say, or says wrongly, is a light page on a desk."""
    px = width if isinstance(width, int | float) and 100 <= width <= 20_000 else 1000
    return Sight("dark" if scheme == "dark" else "light", asked.since, asked.until, px)


def clicked(click: Mapping[str, Any] | None) -> str:
    """The event_id of the mark that was clicked; "" where there is none.

    >>> clicked({"points": [{"x": 1, "customdata": "RPRK-001"}]})
    'RPRK-001'
    """
    points = (click or {}).get("points") or [{}]
    event = points[0].get("customdata")
    return event if isinstance(event, str) else ""


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
