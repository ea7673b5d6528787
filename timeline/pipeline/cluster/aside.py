"""What was set aside, put together for the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from timeline.pipeline.cluster.extract import aside_of
from timeline.pipeline.cluster.read import ASIDE, unread_of
from timeline.pipeline.cluster.shards import Table
from timeline.storage.store import to_text


def gather_aside(item: tuple[str, Sequence[str], Sequence[str]]) -> None:
    """Puts the tables of all pieces into one, in order; given the working folder, the keys and the names of events."""
    work, keys, names = item
    unread = [unread_of(f"{work}/articles", key).rows() for key in keys]
    aside = [aside_of(f"{work}/events", name).rows() for name in names]
    found = pa.concat_tables([ASIDE.empty_table(), *unread, *aside])
    _gathered(work).write(found.sort_by([(name, "ascending") for name in ASIDE.names]))


def read_aside(work: str) -> Iterator[tuple[str, str]]:
    """(place, reason) of all that was set aside, in order."""
    for batch in _gathered(work).rows().to_batches(10_000):
        for row in batch.to_pylist():
            yield to_text(row["place"]), to_text(row["reason"])


def _gathered(work: str) -> Table:
    return Table(f"{work}/aside.parquet", ASIDE)
