"""One row of a selection, by its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from dashboards.query import find_row
from timeline.figures.hover import hover_text
from timeline.figures.marks import marks
from timeline.table.picked import Picked


def step(picked: Picked, asked: object) -> dict[str, Any] | None:
    """The row at `asked["place"]`, counted from 0, or at the nearest end; or the event `asked["event"]`, where it is
    among what is picked. None where nothing is."""
    if not len(picked):
        return None
    said = asked if isinstance(asked, Mapping) else {}
    number = said.get("place")
    place = min(max(int(number), 0), len(picked) - 1) if isinstance(number, int) else 0
    place = _place(picked, str(said.get("event") or ""), place)
    (mark,) = marks(replace(picked, rows=picked.rows[[place]]))
    return {"event": mark.event_id, "place": place, "all": len(picked), "said": hover_text(mark)}


def _place(picked: Picked, event: str, otherwise: int) -> int:
    row = find_row(picked.table, event)
    place = int(np.searchsorted(picked.rows, row)) if row is not None else len(picked)
    return place if place < len(picked) and picked.rows[place] == row else otherwise
