"""What an archive costs: to build, with one process and two, and to add ten articles to; and which copies are found."""

from __future__ import annotations

import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

from tests.benchmarks.archive import write_archive
from tests.benchmarks.building import Watched, run_build
from tests.benchmarks.synthetic.records import Made, make_archive
from tests.benchmarks.timing import Rows

SIZES = (1_000, 10_000, 100_000)
START = 64  # articles: four batches, so that both workers start
COMPARED = 10_000  # articles with which one process and two are compared
MOST_MEMORY, STEADY, GAIN = 1_000, 1.10, 1.8  # MB, growth of the time per article, two processes against one
TWO = ("--engine", "processes", "--workers", "2")
STAGES = ("read", "copies", "extract", "connect", "join", "write")


def bench_archive(sizes: Sequence[int]) -> Rows:
    """`tieline build` of archives of these sizes, with two processes; and with one, to compare."""
    first = dict[str, float]()
    with _folder() as folder:
        smaller, before = START, _build(folder, START, *TWO)
        yield f"{START} articles, most of it the start", f"{before.wall:.1f} s", f"{before.cpu:.1f} s of processor time"
        for size in sizes:
            built = _build(folder, size, *TWO)
            yield from _pace(f"{smaller:,} to {size:,} articles", size - smaller, built, before, first)
            yield from _memory(size, built)
            yield from _stages(size, built)
            if size == COMPARED:
                yield from _gain(folder, built)
            smaller, before = size, built


def _pace(what: str, more: int, built: Watched, before: Watched, first: dict[str, float]) -> Rows:
    """Time of each further article, so without the start of the processes, which is the same for any number."""
    for clock, spent in (("processor", built.cpu - before.cpu), ("wall", built.wall - before.wall)):
        each = 1000 * spent / more
        beside = f"{each / first.setdefault(clock, each):.2f} times that of the first; the limit {STEADY:.2f}"
        yield f"{what}: {clock} time", f"{each:.2f} ms", f"for each further one; {beside}"


def _memory(size: int, built: Watched) -> Rows:
    main, *workers = built.peaks
    told = f"{main} MB, workers {', '.join(map(str, workers[:2]))} MB; the limit {MOST_MEMORY:,} MB"
    yield f"{size:,} articles: most memory of a process", f"{max(built.peaks)} MB", told
    beside = ", ".join(f"{built.told[name]:,} {name}" for name in ("articles", "copies", "set_aside", "events"))
    yield f"{size:,} articles: whole", f"{built.wall:.1f} s", beside


def _stages(size: int, built: Watched) -> Rows:
    for stage in STAGES:
        took = built.told["seconds"].get(stage, 0)
        pace = f"{size / took:,.0f} a second" if took else "no time"
        yield f"{size:,} articles: stage {stage}", pace, f"{took:.1f} s, {took / built.wall:.1%} of the time"


def _gain(folder: Path, two: Watched) -> Rows:
    one = _build(folder, COMPARED, "--engine", "local")
    told = f"{one.wall:.1f} s with one, {two.wall:.1f} s with two; the limit {GAIN} times"
    yield "two processes against one", f"{one.wall / two.wall:.2f} times", told
    both = [built.told["seconds"]["extract"] for built in (one, two)]
    yield "the same, the extraction alone", f"{both[0] / both[1]:.2f} times", f"{both[0]:.1f} s, {both[1]:.1f} s"
    yield "memory of the one", f"{max(one.peaks)} MB", f"the limit {MOST_MEMORY:,} MB"


def bench_resume(sizes: Sequence[int]) -> Rows:
    """Ten articles more, the same archive again, and one that was stopped: nothing is done twice."""
    size = max(size for size in sizes if size <= COMPARED) if min(sizes) <= COMPARED else min(sizes)
    with _folder() as folder:
        whole = _build(folder, size, *TWO)
        source, out = folder / f"{size}.jsonl", folder / f"{size}.parquet"
        few = folder / "ten.jsonl"
        few.write_bytes(b"".join(made.line + b"\n" for made in _ten(size)))
        alone = run_build(few, "--out", folder / "ten.parquet", "--engine", "local")
        added = run_build(few, "--out", out, "--add", "--engine", "local")
        again = run_build(source, few, "--out", out, "--engine", "local")
    yield f"{size:,} articles built", f"{whole.cpu:.1f} s", f"processor time; {whole.wall:.1f} s"
    yield "ten more", f"{added.cpu:.1f} s", f"processor time; {added.told['extracted']} read; {added.wall:.1f} s"
    yield "the ten alone", f"{alone.cpu:.1f} s", f"processor time; {alone.wall:.1f} s"
    yield (
        "all of them again",
        f"{again.cpu:.1f} s",
        f"processor time; {again.told['extracted']} read; {again.wall:.1f} s",
    )
    for stage in STAGES:
        yield f"ten more: stage {stage}", f"{added.told['seconds'].get(stage, 0):.2f} s", "of the whole archive"


def _ten(size: int) -> list[Made]:
    """Ten articles of another world, of other ids."""
    made = [m for m in make_archive(40, seed=size + 99) if not m.fault and not m.edit and m.language == "en"][:10]
    return [Made(m.line.replace(b'"id": "n', b'"id": "more'), *_rest(m)) for m in made]


def _rest(made: Made) -> tuple[str, int, int, str, str, str]:
    return made.id, made.original, made.event, made.edit, made.fault, made.language


def bench_copies(sizes: Sequence[int]) -> Rows:
    """How many of the copies are found, and whether what is found is one: of all pairs, against what is true."""
    from timeline.engines.here import Here
    from timeline.pipeline.census import census
    from timeline.pipeline.copies import find_copies
    from timeline.pipeline.progress import Meter
    from timeline.reading import stream_articles
    from timeline.storage.store import open_store

    for size in [size for size in sizes if size <= COMPARED] or sizes[:1]:
        with _folder() as folder, open_store() as store:
            truth = _made(folder, size)
            meter, begun = Meter(), time.process_time()
            census(store, stream_articles([folder / f"{size}.jsonl"]), Here(), meter, False)
            find_copies(store, meter)
            spent = time.process_time() - begun
            heads = store.db.execute("SELECT id, head FROM articles").fetchall()
        told = {bytes(id).decode("utf-8", "replace"): head for id, head in heads}
        yield f"{size:,} articles: reading, copies found", f"{1000 * spent / size:.2f} ms", "of processor time for each"
        yield from _found(size, truth, told)


def _found(size: int, truth: dict[str, Made], heads: dict[str, int]) -> Rows:
    known = [made for made in truth.values() if not made.fault and made.id in heads]
    true = {pair for group in _groups((made.original, made.id) for made in known) for pair in combinations(group, 2)}
    said = {pair for group in _groups((heads[made.id], made.id) for made in known) for pair in combinations(group, 2)}
    right = len(true & said)
    yield f"{size:,} articles: pairs of copies found", f"{right / len(true):.2%}", f"of {len(true):,}"
    yield f"{size:,} articles: found pairs that are copies", f"{right / max(1, len(said)):.2%}", f"of {len(said):,}"
    first = {made.original: heads[made.id] for made in reversed(known) if not made.edit}
    missed = Counter(m.edit for m in known if m.edit and m.original in first and heads[m.id] != first[m.original])
    all_of = Counter(made.edit for made in known if made.edit)
    for edit in sorted(all_of):
        share = 1 - missed[edit] / all_of[edit]
        yield f"{size:,} articles: copies found: {edit}", f"{share:.1%}", f"of {all_of[edit]:,}"


def _groups(pairs: Iterable[tuple[int, str]]) -> list[list[str]]:
    groups = defaultdict[int, list[str]](list)
    for group, id in pairs:
        groups[group].append(id)
    return [sorted(group) for group in groups.values()]


def _build(folder: Path, size: int, *options: str) -> Watched:
    source = folder / f"{size}.jsonl"
    if not source.exists():
        write_archive(source, size)
    return run_build(source, "--out", folder / f"{size}.parquet", "--fresh", *options)


def _made(folder: Path, size: int) -> dict[str, Made]:
    """Writes the archive; what is true of it, by id."""
    truth = {}
    with (folder / f"{size}.jsonl").open("wb") as lines:
        for made in make_archive(size):
            lines.write(made.line + b"\n")
            truth[made.id] = made
    return truth


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="tieline-bench-") as folder:
        yield Path(folder)
