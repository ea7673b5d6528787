"""Which articles print the same text: of these only the earliest is read, the others stand beside it."""

from __future__ import annotations

from timeline.copies import alike, canonical
from timeline.pipeline.progress import Meter
from timeline.storage.store import Store
from timeline.storage.store.prints import (
    headless_clusters,
    loose_prints,
    members,
    neighbours,
    put_cluster,
    put_heads,
)

BATCH = 500


def find_copies(store: Store, meter: Meter) -> None:
    """Puts what is new into groups. A group hangs together through likeness, in whatever order it came."""
    with meter.stage("copies"):
        while loose := loose_prints(store.db, BATCH):
            with store.transaction():
                for number, signature in loose:
                    _cluster(store, number, signature)
            meter.tell(meter.progress.done + len(loose))
        while clusters := headless_clusters(store.db, BATCH):
            with store.transaction() as db:
                for cluster in clusters:
                    articles, signatures, days = zip(*members(db, cluster), strict=True)
                    heads = [articles[original] for original in canonical(signatures, days)]
                    put_heads(db, zip(articles, heads, strict=True))


def _cluster(store: Store, number: int, signature: bytes) -> None:
    found = set[int]()
    for cluster, other in neighbours(store.db, number):
        if cluster not in found and alike(signature, other):
            found.add(cluster)
    put_cluster(store.db, number, found)
