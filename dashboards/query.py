"""Questions to the table: what it is about, one event in full, and those beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from dashboards.picking import Picking
from dashboards.state import filter_from_url, text_of
from timeline.figures.marks import plain, records
from timeline.figures.meaning import asks
from timeline.table.arrow import rows_of
from timeline.table.facet import chunks_of
from timeline.table.pairs import pair_of
from timeline.table.picked import Picked

RECENT = 5  # years


def span(table: Picking) -> tuple[int, int] | None:
    """The first and last year of which anything is told."""
    edges = (table.table[column] for column in ("date_start", "date_end"))
    known = [day for edge in edges for day in (edge.min(), edge.max()) if not pd.isna(day)]
    return (min(known).year, max(known).year) if known else None


class Question(NamedTuple):
    """In words; as the part of an address that asks it; and as one that also opens the evidence of the event that
    stands out most."""

    words: str
    asks: str
    tells: str


def question(table: Picking) -> Question | None:
    """What most readers come to ask: what has been between the two of whom most is told, in the last years, and how it
    is known. None where that is all there is, or nothing."""
    dyads, years = table.index.facets["dyad"].values, span(table)
    if not dyads or not years or years[1] - years[0] < RECENT:
        return None
    pair, since = pair_of(dyads[0]), years[1] - RECENT + 1
    names = [table.index.names.get(code, code) for code in pair]
    asked = {"actor": pair, "since": str(since)}
    found = table.pick(filter_from_url(asks(**asked)))
    first = [row["event_id"] for row in replace(found, rows=found.salient(1)).values(["event_id"])]
    return Question(f"{' and '.join(names)} since {since}", asks(**asked), asks(**asked, event=first))


def find_row(table: pd.DataFrame, event_id: object) -> int | None:
    """The number of the row with this id, or of the one that it was merged into; None if there is none."""
    name = text_of(event_id)
    if not name:
        return None
    above = 0
    for ids, others in zip(chunks_of(table, "event_id"), chunks_of(table, "also_ids"), strict=True):
        place = ids.index(name).as_py()
        merged = pc.list_flatten(others).index(name).as_py() if place < 0 else -1
        if place >= 0 or merged >= 0:
            return int(above + (place if place >= 0 else pc.list_parent_indices(others)[merged].as_py()))
        above += len(ids)
    return None


def find_event(table: pd.DataFrame, event_id: object) -> dict[str, Any] | None:
    """The row with this id, or the one that it was merged into, as plain values; None if there is none."""
    row = find_row(table, event_id)
    return None if row is None else next(records(rows_of(table, np.array([row])), list(table.columns)))


def neighbours(picked: Picked, event_id: str) -> tuple[str, str]:
    """Ids of the events before and after one (or the one that it was merged into), of those that are picked, in the
    order of the table; "" at its ends."""
    row = find_row(picked.table, event_id)
    place = int(np.searchsorted(picked.rows, row)) if row is not None else 0
    if row is None or place == len(picked) or picked.rows[place] != row:
        return "", ""
    around = picked.rows[max(place - 1, 0) : place + 2]
    ids = plain(rows_of(picked.table[["event_id"]], around)["event_id"])
    return (ids[0] if place else ""), (ids[-1] if place + 1 < len(picked) else "")
