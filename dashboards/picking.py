"""The table behind the page, and what was picked of it lately."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dashboards.rows import Order, ordered
from timeline.table.filter import Filter
from timeline.table.index import Index
from timeline.table.picked import Picked
from timeline.table.selection import COUNTED, Selection, select

if TYPE_CHECKING:
    import pandas as pd

KEPT = 16  # selections
WARM = ("source", "target", "dyad", "outlet", "place")  # facets that are drawn, besides those that are counted


class Picking:
    """One table, its index, and what the filters of the last questions let pass; may be asked from many threads."""

    def __init__(self, table: pd.DataFrame) -> None:
        self.table = table
        self.index = Index(table)
        self.selection = lru_cache(maxsize=KEPT)(self._selection)
        self.ordered = lru_cache(maxsize=KEPT)(self._ordered)

    def warm(self) -> None:
        """Makes beforehand what the first reader would wait for; processes that are forked share it."""
        index = self.index
        for name in WARM:
            index.facets.get(name)
        for column in ("first", "last", "year", "quad", "salient", "telling", "names", "acting", "taking"):
            getattr(index, column)
        self.selection(Filter()).counts()
        for name in ("dyad", *COUNTED):
            index.facets[name].pairs(np.zeros(0, np.int32))

    def _selection(self, asked: Filter) -> Selection:
        return select(self.index, asked)

    def _ordered(self, asked: Filter, order: Order) -> Picked:
        return ordered(self.pick(asked), order)

    def pick(self, asked: Filter) -> Picked:
        """What a filter lets pass."""
        return Picked(self.table, self.index, self.selection(asked).rows)

    def __len__(self) -> int:
        return len(self.table)
