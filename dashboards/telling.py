"""Which events the story of a selection tells, and with which it begins."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from typing import Any

import numpy as np

from dashboards.query import find_row
from timeline.figures.marks import records
from timeline.table.picked import Picked
from timeline.table.stops import story_stops

LOOKED_AT = 5000  # rows, the most salient of a selection


def told(picked: Picked, event_id: str) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """The stops of the story of what is picked, and the one to begin with: that event, else the stop that happened next
    to it, else the first; None where there is nothing to tell."""
    stops = list(records(story_stops(_salient(picked).frame()), list(picked.table.columns)))
    ids = [row["event_id"] for row in stops]
    if not stops:
        return [], None
    order = [find_row(picked.table, name) or 0 for name in ids]
    kept = find_row(picked.table, event_id)
    place = order.index(kept) if kept in order else bisect(order, -1 if kept is None else kept)
    return stops, stops[min(place, len(stops) - 1)]


def _salient(picked: Picked) -> Picked:
    """The rows among which the stops are looked for."""
    if len(picked) <= LOOKED_AT:
        return picked
    weights = picked.index.salience[picked.rows]
    return replace(picked, rows=np.sort(picked.rows[np.argpartition(-weights, LOOKED_AT)[:LOOKED_AT]]))
