"""The stops of a story: the few events that tell a table in short."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.model import Granularity, Status

STOPS = 12
TAKEN = 1 / 3  # of the weight of an event on the spot of a stop; less, the further away
EPISODE = 31  # days; a longer stretch, or a month, is a background to other events and may stand beside them
_EXACT = (Granularity.DAY.value, Granularity.INTERVAL.value)

Days = NDArray[np.int64]


def story_stops(frame: pd.DataFrame, n: int = STOPS) -> pd.DataFrame:
    """The rows of at most `n` events that stand out and are spread over the time of the table, in order of time.

    They are chosen one after the other, the most salient first (where salience was not computed, the most reported).
    Each takes up to a third of the weight of those that are nearer to it than an even share of the time, so that a busy
    year does not take all stops, nor loses its own greatest events; and all of those that happened on the same days,
    which are one episode. Only what took place, and whose beginning is known, can be a stop. Of equals the earlier.
    """
    told = frame[(frame["status"] == Status.ACTUAL.value) & frame["date_start"].notna()]
    if told.empty:
        return told
    first = _days(told["date_start"])
    last = _days(told["date_end"].fillna(told["date_start"]))
    exact = told["date_precision"].isin(_EXACT).to_numpy(bool) & (last - first < EPISODE)
    weight = told["salience" if told["salience"].any() else "n_reports"].to_numpy(float)
    return told.iloc[sorted(_chosen(weight, first, last, exact, n))]


def _chosen(weight: NDArray[np.float64], first: Days, last: Days, exact: NDArray[np.bool_], n: int) -> list[int]:
    middle = (first + last) / 2
    share = max((middle.max() - middle.min()) / max(n, 1), 1.0)
    free, chosen = weight.copy(), list[int]()
    while len(chosen) < n and free.max() > 0:
        best = int(free.argmax())
        chosen.append(best)
        free *= 1 - TAKEN * np.clip(1 - abs(middle - middle[best]) / share, 0, 1)
        if exact[best]:
            free[exact & (first <= last[best]) & (last >= first[best])] = 0
        free[best] = 0
    return chosen


def _days(column: pd.Series[Any]) -> Days:
    return column.to_numpy("datetime64[D]").astype(np.int64)
