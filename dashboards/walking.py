"""Where there are too many events for marks of their own: the next one along the lanes, and where one stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboards.query import find_row
from dashboards.state import View
from timeline.figures.crowd import Crowd, crowds, days_shown
from timeline.figures.grouping import GROUPINGS
from timeline.figures.hover import hover_text
from timeline.figures.marks import Mark, marks
from timeline.table.bits import unpack
from timeline.table.index import since_epoch
from timeline.table.picked import Picked

Rows = npt.NDArray[np.int32]


def step(picked: Picked, asked: object, view: View) -> dict[str, Any] | None:
    """An event of the lane `asked["lane"]`, counted from 0, or of the lane at that end: the event `asked["event"]`
    where it is in the lane, else the one next to it in time, as the view shows it; without such an event the one at
    `asked["place"]`, or at the nearest end. Without a lane it is the first with the event. None where nothing is
    picked."""
    if not len(picked):
        return None
    said = asked if isinstance(asked, Mapping) else {}
    lanes, row = crowds(picked, GROUPINGS[view.lanes]), find_row(picked.table, said.get("event"))
    number = _number(said.get("lane"), len(lanes), _first_with(row, lanes))
    lane = lanes[number]
    rows = np.flatnonzero(unpack(lane.rows, picked.index.size)).astype(np.int32)
    place = _number(said.get("place"), len(rows), 0) if row is None else _nearest(picked, rows, row, view)
    return {"lane": number, "place": place, "all": len(rows)} | _told(picked, lane, int(rows[place]))


def _told(picked: Picked, lane: Crowd, row: int) -> dict[str, Any]:
    mark = _mark(picked, row)
    there = {"named": lane.name, "above": lane.lifts(row), "days": days(mark)}
    return {"event": mark.event_id, "said": hover_text(mark)} | there


def stands(picked: Picked, row: int, by: str) -> dict[str, Any]:
    """The days of a row that is picked, and its lanes: the number of each, and whether it stands above the line."""
    lanes = [(number, lane) for number, lane in enumerate(crowds(picked, GROUPINGS[by])) if lane.has(row)]
    return {"days": days(_mark(picked, row)), "lanes": [[number, lane.lifts(row)] for number, lane in lanes]}


def days(mark: Mark) -> list[str | None]:
    """The first and the last day, None where open."""
    return [day.isoformat() if day else None for day in (mark.start, mark.end)]


def _mark(picked: Picked, row: int) -> Mark:
    (mark,) = marks(replace(picked, rows=np.array([row], dtype=np.int32)))
    return mark


def _number(said: object, size: int, otherwise: int) -> int:
    """A number that the browser sent, brought into a list of `size`."""
    return min(max(said, 0), size - 1) if isinstance(said, int) else otherwise


def _first_with(row: int | None, lanes: list[Crowd]) -> int:
    return next((number for number, lane in enumerate(lanes) if row is not None and lane.has(row)), 0)


def _nearest(picked: Picked, rows: Rows, row: int, view: View) -> int:
    """The place of a row among others, or of the one whose middle, as far as it is shown, is nearest to its own."""
    place = int(np.searchsorted(rows, row))
    if place < len(rows) and rows[place] == row:
        return place
    low, high = map(since_epoch, days_shown(picked, view.filter.since, view.filter.until))
    first, last = (
        np.clip(column[np.append(rows, row)], low, high).astype(np.int64)
        for column in (picked.index.first, picked.index.last)
    )
    middles = first + last  # twice
    return int(np.abs(middles[:-1] - middles[-1]).argmin())
