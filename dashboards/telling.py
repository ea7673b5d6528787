"""Which events the story of a selection tells, and with which it begins."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from typing import Any

import numpy as np

from dashboards.query import place_of
from timeline.figures.marks import records, resolved
from timeline.table.picked import Picked
from timeline.table.stops import story_stops

LOOKED_AT = 5000  # rows, the most salient of a selection


def told(picked: Picked, event_id: str) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """The stops of the story of what is picked, and the one to begin with: that event, else the stop that happened next
    to it, else the first; None where there is nothing to tell."""
    stops = list(records(story_stops(_salient(picked).frame()), list(picked.table.columns)))
    ids = [row["event_id"] for row in stops]
    kept = resolved(picked.table, event_id)
    if kept in ids or not stops:
        return stops, stops[ids.index(kept)] if stops else None
    order = [place_of(picked.table, name) for name in ids]
    later = bisect(order, place_of(picked.table, kept)) if kept else 0
    return stops, stops[min(later, len(stops) - 1)]


def _salient(picked: Picked) -> Picked:
    """The rows among which the stops are looked for."""
    if len(picked) <= LOOKED_AT:
        return picked
    weights = picked.index.salience[picked.rows]
    return replace(picked, rows=np.sort(picked.rows[np.argpartition(-weights, LOOKED_AT)[:LOOKED_AT]]))
