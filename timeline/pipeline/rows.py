"""The rows that were joined, in the order of the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from timeline.model import Event, Origin
from timeline.pipeline.progress import Meter
from timeline.pipeline.work import batches
from timeline.storage.events import decode
from timeline.storage.store import Store
from timeline.storage.store.articles import newest
from timeline.storage.store.editions import first_built
from timeline.storage.store.merging import count_rows, rows_in_order
from timeline.table.frame import Build, to_batch

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the table is to hold: rows with all actors of `focus`, made with these versions; its edition, 0 for none."""

    built_with: Mapping[str, str]
    focus: Sequence[str] = ()
    edition: int = 0

    def keeps(self, event: Event) -> bool:
        """Whether a row is in the table; those that people wrote always are."""
        return event.origin is not Origin.EXTRACTED or event.dyad.issuperset(self.focus)


def rows(store: Store, wanted: Wanted, meter: Meter) -> Iterator[pa.RecordBatch]:
    """The table, a batch at a time. With an edition, inside a transaction: it keeps which rows are new in it."""

    def edition_of(event: Event) -> str:
        return first_built(store.db, (event.event_id, *event.also_ids), wanted.edition) if wanted.edition else ""

    build = Build(wanted.built_with, newest(store.db), edition_of)
    _, total = count_rows(store.db)
    with meter.stage("write", total):
        meter.tell(events=0)
        for batch in batches(rows_in_order(store.db), BATCH):
            events = [event for event in map(decode, batch) if wanted.keeps(event)]
            yield to_batch(events, build)
            meter.tell(meter.progress.done + len(batch), events=meter.progress.events + len(events))
