"""Questions to the table: what there is to choose, the rows to list, one event in full."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboards.picking import Picking
from timeline.figures.hover import who
from timeline.figures.marks import marks, plain, records, resolved
from timeline.figures.words import STATUS_WORDS, date_words
from timeline.model import EventType
from timeline.model.plover import definitions
from timeline.table.filter import Filter


@dataclass(frozen=True, slots=True)
class Facets:
    """What there is to choose: codes with names and counts of events, most frequent first; first and last year,
    None where nothing has a date."""

    names: Mapping[str, str]
    actors: Mapping[str, int]
    types: Mapping[str, int]
    statuses: Mapping[str, int]
    years: tuple[int, int] | None


def facets(table: Picking) -> Facets:
    """The choices of the whole table."""
    counts = table.selection(Filter()).counts()
    edges = (table.table[column] for column in ("date_start", "date_end"))
    known = [day for edge in edges for day in (edge.min(), edge.max()) if not pd.isna(day)]
    return Facets(
        names=table.index.names,
        actors=counts["actor"],
        types=counts["type"],
        statuses=counts["status"],
        years=(min(known).year, max(known).year) if known else None,
    )


def actor_options(names: Mapping[str, str], counts: Mapping[str, int], chosen: Collection[str]) -> list[dict[str, str]]:
    """The actors that one can add, with the number of events that this leaves, most first; and those chosen already."""
    left = sorted((code for code, n in counts.items() if n or code in chosen), key=lambda code: -counts[code])
    return [{"value": code, "label": f"{names.get(code, code)} ({counts[code]:,})"} for code in left]


def heading(choices: Facets) -> str:
    """What the timeline is about: its two most frequent actors, where they stand out.

    >>> heading(Facets({"RUS": "Russia", "PRK": "North Korea"}, {"RUS": 9, "PRK": 8}, {}, {}, (1945, 2026)))
    'Russia and North Korea'
    """
    top = [choices.names.get(code, code) for code in list(choices.actors)[:2]]
    return " and ".join(top) if top else "Timeline"


def table_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of the event table, latest first, as plain text."""
    kinds = definitions()
    rows = [
        {
            "id": mark.event_id,
            "start": str(mark.start or mark.end or ""),
            "date": date_words(mark.edtf) + (" (guess)" if mark.guessed else ""),
            "title": mark.title,
            "who": who(mark),
            "type": kinds[EventType(mark.type)].label,
            "quad": mark.quad,
            "status": STATUS_WORDS[mark.status],
            "source": mark.outlet + (f" +{mark.reports - 1}" if mark.reports > 1 else ""),
            "checked": "Not checked" if mark.unchecked else "",
        }
        for mark in marks(frame)
    ]
    return sorted(rows, key=lambda row: row["start"], reverse=True)


def find_event(frame: pd.DataFrame, event_id: str) -> dict[str, Any] | None:
    """The row with this id, or the one that it was merged into, as plain values; None if there is none."""
    found = frame[frame["event_id"] == resolved(frame, event_id)]
    return next(records(found, list(frame.columns)), None)


def place_of(frame: pd.DataFrame, event_id: str) -> int:
    """The number of the row with this id, which the table must have."""
    return int((frame["event_id"] == event_id).to_numpy(bool).argmax())


def neighbours(frame: pd.DataFrame, event_id: str) -> tuple[str, str]:
    """Ids of the events before and after one (or the one that it was merged into), in the order of the table;
    "" at its ends."""
    ids, kept = plain(frame["event_id"]), resolved(frame, event_id)
    if kept not in ids:
        return "", ""
    place = ids.index(kept)
    return (ids[place - 1] if place else ""), (ids[place + 1] if place + 1 < len(ids) else "")
