"""What was set aside, and which days are to be checked, put together for the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from timeline.pipeline.cluster.extract import aside_of
from timeline.pipeline.cluster.read import ASIDE, doubts_of, unread_of
from timeline.pipeline.cluster.shards import Table
from timeline.storage.store import to_text

ASIDES, DOUBTS = "aside", "doubts"


def gather_aside(item: tuple[str, Sequence[str], Sequence[str]]) -> None:
    """Puts the tables of all pieces together, those of what was set aside in the order of places.

    Given the working folder, the keys and the names of events.
    """
    work, keys, names = item
    unread = [unread_of(f"{work}/articles", key).rows() for key in keys]
    aside = [aside_of(f"{work}/events", name).rows() for name in names]
    found = pa.concat_tables([ASIDE.empty_table(), *unread, *aside])
    _gathered(work, ASIDES).write(found.sort_by([(name, "ascending") for name in ASIDE.names]))
    doubts = [doubts_of(f"{work}/articles", key).rows() for key in keys]
    _gathered(work, DOUBTS).write(pa.concat_tables([ASIDE.empty_table(), *doubts]))


def read_aside(work: str) -> Iterator[tuple[str, str]]:
    """(place, reason) of all that was set aside, in order."""
    return _read(work, ASIDES)


def read_doubts(work: str) -> Iterator[tuple[str, str]]:
    """(place, what is to be checked) of days of publication, in the order of the input."""
    return _read(work, DOUBTS)


def _read(work: str, name: str) -> Iterator[tuple[str, str]]:
    for batch in _gathered(work, name).rows().to_batches(10_000):
        for row in batch.to_pylist():
            yield to_text(row["place"]), to_text(row["reason"])


def _gathered(work: str, name: str) -> Table:
    return Table(f"{work}/{name}.parquet", ASIDE)
