"""Some rows of a table as plain values: of a table of a million rows only these are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

if TYPE_CHECKING:
    import pandas as pd


class Taking:
    """A table in the pieces in which Arrow keeps it; it is never changed."""

    def __init__(self, frame: pd.DataFrame) -> None:
        table = pa.table({name: pa.array(frame[name], from_pandas=True) for name in frame.columns})
        self._pieces = table.to_batches()
        self._ends = np.cumsum([piece.num_rows for piece in self._pieces])

    def values(self, columns: Sequence[str], rows: npt.NDArray[np.integer]) -> list[list[Any]]:
        """Of each column its values in these rows, in their order; None where nothing is known."""
        places = np.searchsorted(self._ends, rows, side="right")
        order = np.argsort(places, kind="stable")
        asked, starts = np.unique(places[order], return_index=True)
        parts = [
            self._piece(place, columns, rows[mine])
            for place, mine in zip(asked.tolist(), np.split(order, starts[1:]), strict=False)
        ]
        if not parts:
            return [[] for _ in columns]
        back = np.empty_like(order)
        back[order] = np.arange(len(order))
        table = pa.Table.from_batches(parts).combine_chunks().take(pa.array(back))
        return [_plain(column) for column in table.columns]

    def _piece(self, place: int, columns: Sequence[str], rows: npt.NDArray[np.integer]) -> pa.RecordBatch:
        piece = self._pieces[place]
        return piece.select(list(columns)).take(pa.array(rows - (self._ends[place] - piece.num_rows)))


def _plain(column: pa.ChunkedArray) -> list[Any]:
    """Python's values: Arrow has a slow way for states, one by one."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    values: list[Any] = column.to_pylist()
    return values
