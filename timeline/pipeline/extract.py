"""The events of articles that were not read yet, or by another version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.engines import Engine
from timeline.model import Event
from timeline.pipeline.progress import Meter
from timeline.pipeline.versions import read_with
from timeline.pipeline.work import read, told
from timeline.storage.store import Store
from timeline.storage.store.articles import count_articles, count_waiting, put_told, version_of, waiting
from timeline.storage.store.events import PEOPLE, put_events
from timeline.storage.store.merging import count_rows

# A kill repeats what is in flight: three batches for each worker. Sending one costs less than a thousandth of its work.
BATCH = 16


def extract(store: Store, engine: Engine, meter: Meter) -> int:
    """Reads all articles that are due; how many these were. What a batch gives is kept before the next one counts."""
    with store.transaction() as db:
        version = version_of(db, read_with())
    meter.tell(events=count_rows(store.db)[0], **count_articles(store.db, version))
    with meter.stage("extract", count_waiting(store.db, version)):
        for batch in engine.map(read, _waiting(store, version)):
            with store.transaction() as db:
                for article, events in batch:
                    put_told(db, article, version, events)
            progress, found = meter.progress, [events for _, events in batch if not isinstance(events, str)]
            meter.tell(
                progress.done + len(batch),
                articles=progress.articles + len(found),
                events=progress.events + sum(map(len, found)),
                set_aside=progress.set_aside + len(batch) - len(found),
            )
    return meter.progress.done


def _waiting(store: Store, version: int) -> Iterator[list[tuple[int, bytes]]]:
    after = 0
    while batch := waiting(store.db, version, after, BATCH):
        yield batch
        after = batch[-1][0]


def put_curated(store: Store, events: Iterable[Event]) -> None:
    """Rows that people wrote, in place of those that were there."""
    with store.transaction() as db:
        put_events(db, PEOPLE, [told(event) for event in events])
