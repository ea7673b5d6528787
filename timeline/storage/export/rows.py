"""The rows that are written, a batch at a time: the memory that an export takes does not grow with the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from timeline.table.arrow import rows_of, to_arrow

BATCH = 1000


def _untold(done: int) -> None:
    """Nobody asks how far it is."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of `frame` with these numbers, in this order; all of them where there are no numbers.

    `tick` is told after each batch how many rows are done; what it raises ends the export.
    """

    frame: pd.DataFrame
    numbers: npt.NDArray[np.integer] | None = None
    tick: Callable[[int], None] = _untold

    def __len__(self) -> int:
        return len(self.frame) if self.numbers is None else len(self.numbers)

    @property
    def reports(self) -> int:
        """How many reports they rest on."""
        told = self.frame["articles"].list.len().to_numpy()
        return int((told if self.numbers is None else told[self.numbers]).sum())

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows as Arrow; one empty batch where there are none."""
        for start in range(0, max(len(self), 1), BATCH):
            taken = slice(start, start + BATCH)
            part = self.frame.iloc[taken] if self.numbers is None else rows_of(self.frame, self.numbers[taken])
            yield to_arrow(part).combine_chunks().to_batches()[0] if len(part) else _empty()
            self.tick(min(start + BATCH, len(self)))

    def records(self) -> Iterator[dict[str, Any]]:
        """The rows as plain values, one at a time."""
        for batch in self.batches():
            yield from batch.to_pylist()


def _empty() -> pa.RecordBatch:
    from timeline.table.columns import arrow_schema

    return pa.RecordBatch.from_pylist([], schema=arrow_schema())
