"""What the road in shards costs: processor time of an article in each stage, bytes of each kind of file, and from these
what larger archives need."""

from __future__ import annotations

import resource
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.archive import write_archive
from tests.benchmarks.timing import Rows
from timeline.engines.here import Here
from timeline.pipeline.cluster import Asked, build_folder
from timeline.pipeline.progress import Progress

LARGER = {10_000_000: 32, 1_000_000_000: 1_000}  # articles, and cores to read them with
MEGABYTE, GIGABYTE = 1 << 20, 1e9
BUCKETS = 4
KEPT = ("articles", "events")  # what stays in the working folder


def bench_cluster(sizes: Sequence[int]) -> Rows:
    """One process does what workers would, so that its processor time is theirs."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="tieline-bench-") as folder:
            source, watched = Path(folder) / "archive.jsonl", _Watched(Path(folder) / "out.build")
            write_archive(source, size)
            asked = Asked((str(source),), f"{folder}/out", f"{folder}/out.build", bucket=max(1, size // BUCKETS))
            report = build_folder(asked, Here(), watched)
            watched(Progress("end"))
            stored = {"input": source.stat().st_size, **watched.stored, "timeline": _size(Path(folder) / "out")}
        there = report.there
        yield f"{size:,} articles", f"{report.read:,} read", f"{there.copies:,} copies, {there.events:,} rows"
        yield from _stages(size, watched.spent)
        yield from (
            (f"{size:,} articles: bytes, {kind}", f"{n / size:,.0f} B", "an article") for kind, n in stored.items()
        )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // MEGABYTE
        yield f"{size:,} articles: most memory of the process", f"{peak:,} MB", f"buckets of {asked.bucket:,} articles"
        yield from _larger(size, sum(watched.spent.values()), stored)


class _Watched:
    """Takes the processor time of each stage, and looks at what is stored before it is taken away."""

    def __init__(self, work: Path) -> None:
        self.work, self.spent, self.stored = work, defaultdict[str, float](float), dict[str, int]()
        self._stage, self._since = "", time.process_time()

    def __call__(self, progress: Progress) -> None:
        if progress.stage == self._stage:
            return
        now = time.process_time()
        self.spent[self._stage or "read"] += now - self._since
        self._stage, self._since = progress.stage, now
        if progress.stage == "write":
            shuffled = Counter[str]()
            for path in (self.work / "steps").glob("*/*"):
                shuffled[f"shuffle of {path.name}"] += _size(path)
            self.stored = {kind: _size(self.work / kind) for kind in KEPT} | dict(shuffled.most_common(4))
            self.stored["shuffles in all"] = shuffled.total()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _stages(size: int, spent: Mapping[str, float]) -> Rows:
    whole = sum(spent.values())
    for stage, seconds in spent.items():
        each = f"{1000 * seconds / size:.2f} ms of processor time, {seconds / whole:.1%}"
        yield f"{size:,} articles: stage {stage}", f"{size / seconds:,.0f} a second", f"on one core; {each}"
    yield f"{size:,} articles: whole", f"{size / whole:,.1f} a second", "on one core"


def _larger(size: int, spent: float, stored: dict[str, int]) -> Rows:
    lasting = sum(stored[kind] for kind in (*KEPT, "timeline"))
    for articles, cores in LARGER.items():
        hours, factor = spent / size * articles / 3600, articles / size / GIGABYTE
        need = f"{hours:,.0f} core hours; {hours / cores:,.1f} hours on {cores:,} cores"
        room = f"{lasting * factor:,.0f} GB that stay, {stored['shuffles in all'] * factor:,.0f} GB on the way"
        yield f"{articles:,} articles, worked out", need, f"{room}; {stored['input'] * factor:,.0f} GB of input"
