"""Which rows of a table are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

BUILD = re.compile(r"\d{4}-\d{2}-\d{2}(\.\d{1,4})?", re.ASCII)  # a day, or a build of that day


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; what is left empty, or is None, does not matter.

    actors         codes, all of which take part, on either side; who acts for a state has its code
    since, until   days, both inclusive; an event passes if its days overlap them, and open ends reach for ever
    types, statuses, precisions, said_by, publishers, places    one of these values
    disputed, checked   whether it is
    new_since      a day or a build, `2026-11-24` or `2026-11-24.02`: rows that first stood in that one, or a later one
    text           words as they stand, in any case, in title, summary, quote, place or a name
    """

    actors: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    min_confidence: float = 0.0
    text: str = ""
    disputed: bool | None = None
    said_by: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    checked: bool | None = None
    new_since: str = ""
    places: tuple[str, ...] = ()


def select(frame: pd.DataFrame, asked: Filter) -> pd.DataFrame:
    """The rows that pass, in their order, with their index."""
    from timeline.table.index import Index
    from timeline.table.selection import select as chosen

    return frame.iloc[chosen(Index(frame), asked).rows]
