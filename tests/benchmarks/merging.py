"""What joining the reports of events costs: by a build, with two processes out of its store, and in one call.

As a script it is the process that is measured: `merging.py store FILE`, `merging.py call COUNT`.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # as a script it is not in a package

from tests.benchmarks.building import Watched, watch
from tests.benchmarks.events import made_events
from tests.benchmarks.timing import Rows
from timeline.model import Event

SIZES = (100_000, 300_000, 1_000_000)
MOST_SECONDS, MOST_MEMORY, STEADY = 180e-6, 4_000, 1.25  # of an event; MB, all processes together; growth of the time
BATCH, WORKERS = 2_000, 2


def bench_merge(sizes: Sequence[int]) -> Rows:
    """Time of each event and memory, at each size: by two processes, and by one call in one process."""
    first = dict[str, float]()
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="tieline-bench-") as name:
            store = Path(name) / "events.build"
            yield from _kept(size, _run("fill", store, size))
            yield from _joined(size, _run("store", store), first)
        yield from _called(size, _run("call", size), first)


def _run(*arguments: object) -> Watched:
    return watch([sys.executable, __file__, *map(str, arguments)])


def _kept(size: int, filled: Watched) -> Rows:
    each = 1e6 * filled.told["keys"] / size
    yield (
        f"{size:,} events: keys of blocks",
        f"{each:.1f} µs",
        "of an event; a build does it where it reads the article",
    )


def _joined(size: int, merged: Watched, first: dict[str, float]) -> Rows:
    told, whole = merged.told, sum(merged.told["seconds"].values())
    yield from _pace(f"{size:,} events: joined by {WORKERS} processes", size, whole, first)
    for stage, what in (("connect", "edges and parts"), ("join", "rows")):
        took = told["seconds"][stage]
        yield f"{size:,} events: {what}", f"{1e6 * took / size:.1f} µs", f"of an event; {took:.1f} s"
    spent = f"{1e6 * merged.cpu / size:.1f} µs"
    yield f"{size:,} events: processor time", spent, f"of an event; of all processes; {told['rows']:,} rows"
    beside = f"{', '.join(map(str, merged.peaks))} MB each; the limit {MOST_MEMORY:,} MB for all"
    yield f"{size:,} events: most memory", f"{sum(merged.peaks)} MB", beside


def _called(size: int, merged: Watched, first: dict[str, float]) -> Rows:
    told = merged.told
    yield from _pace(f"{size:,} events: merge_events, one process", size, told["seconds"], first)
    beside = f"{told['before']} MB of it the events themselves; the limit {MOST_MEMORY:,} MB; {told['rows']:,} rows"
    yield f"{size:,} events: its memory", f"{max(merged.peaks)} MB", beside


def _pace(what: str, size: int, took: float, first: dict[str, float]) -> Rows:
    each = took / size
    growth = each / first.setdefault(what.split(":")[1], each)
    beside = f"{took:.1f} s; {growth:.2f} times that of the first size, the limit {STEADY}"
    yield what, f"{1e6 * each:.1f} µs", f"of an event, the limit {1e6 * MOST_SECONDS:.0f}; {beside}"


def fill(path: str, count: str) -> dict[str, object]:
    """Makes a store of so many events, as a build has it when all articles are read."""
    from timeline.pipeline.merge import same_version
    from timeline.pipeline.work import told
    from timeline.storage.store import open_store
    from timeline.storage.store.events import put_events

    spent, number, events = 0.0, 1, made_events(int(count))
    with open_store(path) as store:
        same_version(store)
        while batch := list(islice(events, BATCH)):
            begun = time.process_time()
            kept = [told(event) for event in batch]
            spent += time.process_time() - begun
            with store.transaction() as db:
                for start in range(0, len(kept), 3):
                    put_events(db, number, kept[start : start + 3])
                    number += 1
    return {"keys": spent}


def store(path: str) -> dict[str, object]:
    """Joins what is in the store, as a build does."""
    from timeline.engines.processes import open_processes
    from timeline.pipeline.merge import merge
    from timeline.pipeline.progress import Meter
    from timeline.storage.store import open_store
    from timeline.storage.store.merging import count_rows

    meter = Meter()
    with open_store(path) as kept, open_processes(WORKERS) as engine:
        merge(kept, engine, meter)
        return {"seconds": meter.seconds, "rows": count_rows(kept.db)[1]}


def call(count: str) -> dict[str, object]:
    """Joins events that are all in memory."""
    from tests.benchmarks.building import peak
    from timeline import merge_events

    events: list[Event] = list(made_events(int(count)))
    before = peak("self")
    begun = time.perf_counter()
    rows = merge_events(events)
    return {"seconds": time.perf_counter() - begun, "rows": len(rows), "before": before}


if __name__ == "__main__":
    PARTS: dict[str, Callable[..., dict[str, object]]] = {"fill": fill, "store": store, "call": call}
    print(json.dumps(PARTS[sys.argv[1]](*sys.argv[2:])))
