"""Which rows of a table are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]
TEXT_COLUMNS = ("title", "summary", "quote", "place")
NAME_COLUMNS = ("persons", "source_names", "target_names", "attributed_to")


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
    mask = np.ones(len(frame), dtype=bool)
    for actor in asked.actors:
        mask &= involves(frame, actor)
    if asked.since:
        mask &= _true(frame["date_end"].isna() | (frame["date_end"] >= asked.since))
    if asked.until:
        mask &= _true(frame["date_start"].isna() | (frame["date_start"] <= asked.until))
    for column, wanted in (("type", asked.types), ("status", asked.statuses)):
        if wanted:
            mask &= _true(frame[column].isin(wanted))
    if asked.min_confidence > 0:
        mask &= _true(frame["confidence"] >= asked.min_confidence)
    if asked.text.strip():
        mask &= _tells(frame, asked.text.strip())
    return frame[mask]


def involves(frame: pd.DataFrame, actor: str) -> Mask:
    """The rows in which an actor, given by its code, takes part on either side."""
    return _lists(frame, "source_codes", actor) | _lists(frame, "target_codes", actor)


def _lists(frame: pd.DataFrame, column: str, item: str) -> Mask:
    array = _array(frame, column)
    mask = np.zeros(len(frame), dtype=bool)
    mask[pc.list_parent_indices(array).filter(pc.equal(pc.list_flatten(array), item)).to_numpy()] = True
    return mask


def _tells(frame: pd.DataFrame, words: str) -> Mask:
    mask = np.zeros(len(frame), dtype=bool)
    for column in (*TEXT_COLUMNS, *NAME_COLUMNS):
        array = _array(frame, column)
        strings = pc.binary_join(array, "\n") if column in NAME_COLUMNS else array
        mask |= pc.match_substring(strings, words, ignore_case=True).to_numpy(zero_copy_only=False)
    return mask


def _array(frame: pd.DataFrame, column: str) -> pa.Array:
    array = pa.array(frame[column])
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _true(series: pd.Series) -> Mask:
    return series.fillna(False).to_numpy(dtype=bool)
