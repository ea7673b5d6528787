"""What a filter lets pass, as the numbers of its rows: a chart of a million events never copies their table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from timeline.table.arrow import rows_of
from timeline.table.filter import Filter
from timeline.table.index import Index
from timeline.table.kept import Kept
from timeline.table.selection import select

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Picked:
    """Some rows of a table, by their numbers in its order. `index` has the columns of the *whole* table as numbers, to
    be taken by `rows`."""

    table: pd.DataFrame
    index: Index
    rows: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def kept(self) -> Kept:
        """The same, to count with; without their order."""
        return Kept(self.index.size, rows=self.rows)

    def frame(self, most: int | None = None) -> pd.DataFrame:
        """These rows as a table, or the first `most` of them: not to be asked for more than some thousands."""
        return rows_of(self.table, self.rows[:most])

    def salient(self, most: int) -> npt.NDArray[np.int32]:
        """The most salient rows, at most so many of them."""
        top = self.index.salient
        if len(self) > len(top):
            found: npt.NDArray[np.int32] = top[self.kept.mask[top]][:most]
            if len(found) == most:
                return found
        weights = self.index.salience[self.rows]
        return self.rows[np.argsort(-weights, kind="stable")[:most]]

    def values(self, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Some columns of these rows as plain values, a row at a time."""
        for row in zip(*self.index.taking.values(columns, self.rows), strict=True):
            yield dict(zip(columns, row, strict=True))


def pick(table: pd.DataFrame, asked: Filter | None = None, index: Index | None = None) -> Picked:
    """The rows of a table that pass a filter, or all of them.

    >>> from timeline.table.frame import to_frame
    >>> len(pick(to_frame([], {})))
    0
    """
    index = index or Index(table)
    return Picked(table, index, select(index, asked or Filter()).rows)
