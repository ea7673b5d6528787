"""Where there are too many events for marks of their own: the next one along the lanes, and where one stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboards.query import find_row
from dashboards.state import View
from timeline.figures.crowd import Crowd, crowd, days_shown
from timeline.figures.grouping import GROUPINGS
from timeline.figures.hover import hover_text
from timeline.figures.marks import Mark, marks
from timeline.table.index import since_epoch
from timeline.table.picked import Picked

Numbers = npt.NDArray[np.integer]


def step(picked: Picked, asked: object, view: View) -> dict[str, Any] | None:
    """An event of the lane `asked["lane"]`, counted from 0, or of the lane at that end: the event `asked["event"]`
    where it is in the lane, else the one next to it in time, as the view shows it; without such an event the one at
    `asked["place"]`, or at the nearest end. Without a lane it is the first with the event. None where nothing is
    picked."""
    if not len(picked):
        return None
    said = asked if isinstance(asked, Mapping) else {}
    lanes, row = crowd(picked, GROUPINGS[view.lanes]), find_row(picked.table, said.get("event"))
    number = _number(said.get("lane"), len(lanes.names), min(_lanes_with(picked, row, lanes), default=0))
    places = lanes.inside(number)
    place = _number(said.get("place"), len(places), 0) if row is None else _nearest(picked, places, row, view)
    return {"lane": number, "place": place, "all": len(places)} | _told(picked, lanes, number, int(places[place]))


def _told(picked: Picked, lanes: Crowd, number: int, place: int) -> dict[str, Any]:
    mark = _mark(picked, picked.rows[place])
    there = {"named": lanes.names[number], "above": lanes.of(place)[number], "days": days(mark)}
    return {"event": mark.event_id, "said": hover_text(mark)} | there


def stands(picked: Picked, row: int, by: str) -> dict[str, Any]:
    """The days of a row that is picked, and its lanes: the number of each, and whether it stands above the line."""
    lanes = _lanes_with(picked, row, crowd(picked, GROUPINGS[by]))
    return {"days": days(_mark(picked, row)), "lanes": [list(lane) for lane in sorted(lanes.items())]}


def days(mark: Mark) -> list[str | None]:
    """The first and the last day, None where open."""
    return [day.isoformat() if day else None for day in (mark.start, mark.end)]


def _mark(picked: Picked, row: int) -> Mark:
    (mark,) = marks(replace(picked, rows=np.array([row], dtype=np.int32)))
    return mark


def _number(said: object, size: int, otherwise: int) -> int:
    """A number that the browser sent, brought into a list of `size`."""
    return min(max(said, 0), size - 1) if isinstance(said, int) else otherwise


def _lanes_with(picked: Picked, row: int | None, lanes: Crowd) -> dict[int, bool]:
    place = np.searchsorted(picked.rows, row) if row is not None else len(picked)
    return lanes.of(int(place)) if place < len(picked) and picked.rows[place] == row else {}


def _nearest(picked: Picked, places: Numbers, row: int, view: View) -> int:
    """Of the events at some places the number of this row, or of the one whose middle, as far as it is shown, is
    nearest to its own."""
    rows = picked.rows[places]
    number = int(np.searchsorted(rows, row))
    if number < len(rows) and rows[number] == row:
        return number
    low, high = map(since_epoch, days_shown(picked, view.filter.since, view.filter.until))
    first, last = (
        np.clip(column[np.append(rows, row)], low, high).astype(np.int64)
        for column in (picked.index.first, picked.index.last)
    )
    middles = first + last  # twice
    return int(np.abs(middles[:-1] - middles[-1]).argmin())
