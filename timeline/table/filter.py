"""Which rows of a table are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from timeline.table.index import Index


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; what is left empty does not matter.

    actors        codes, all of which take part, on either side
    since, until  days, both inclusive; an event passes if its days overlap them, and open ends reach for ever
    text          words as they stand, in any case, in title, summary, quote, place or a name
    """

    actors: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    min_confidence: float = 0.0
    text: str = ""


def select(frame: pd.DataFrame, asked: Filter) -> pd.DataFrame:
    """The rows that pass, in their order, with their index."""
    return frame[Index(frame).select(asked).mask]
