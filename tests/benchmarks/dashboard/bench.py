"""The dashboard, each figure beside what must hold and what is wanted: see `bench_dashboard`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median, quantiles

from platformdirs import user_cache_path
from playwright.sync_api import Browser, BrowserContext, Page

from tests.benchmarks.dashboard.asked import filters, searches
from tests.benchmarks.dashboard.browser import changed, chromium, opened, reader, regular
from tests.benchmarks.dashboard.clients import load, recorded
from tests.benchmarks.dashboard.peer import peer_at_hand, peer_painted
from tests.benchmarks.dashboard.server import Server, big_file, serving
from tests.benchmarks.timing import Rows

Visitor = Callable[[Browser], AbstractContextManager[BrowserContext]]
SIZES = (100_000, 1_000_000)  # events beside the peer, and of the big table
VISITS, PEER_VISITS = 3, 2  # until a browser has kept what it keeps
RUNS, CHANGES, SEARCHES = 5, 60, 25
READERS, WORKERS, SECONDS = 8, 2, 60


def bench_dashboard(sizes: Sequence[int]) -> Rows:
    """Shipped data; the peer's size, beside the peer; the big table: changes, memory, many readers."""
    cache = user_cache_path("tieline-bench", ensure_exists=True)
    with chromium() as browser:
        yield from _shipped(browser)
        yield from _peer(browser, cache, min(sizes))
        table, size, bodies = big_file(cache, max(sizes)), max(sizes), list[str]()
        with serving(table) as server:
            yield from _big(browser, server, size, bodies)
    with serving(table, "--workers", str(WORKERS)) as server:
        yield from _many(server, size, bodies)


def _shipped(browser: Browser) -> Rows:
    from timeline.pipeline import build_shipped
    from timeline.storage import write_timeline

    with tempfile.TemporaryDirectory(prefix="tieline-bench-") as name:
        table = Path(name) / "events.parquet"
        write_timeline(build_shipped(), table)
        with serving(table) as server:
            cold, warm, wire = zip(*(_twice(browser, server.address) for _ in range(RUNS + 1)), strict=True)
    yield "shipped data, cold: painted and usable", _s(median(cold[1:])), "limit 3.5 s, goal 2.5 s"
    yield "shipped data, warm: painted and usable", _s(median(warm[1:])), "limit 2.5 s, goal 1.5 s"
    yield "shipped data: on the wire at first view", f"{median(wire) / 1000:.2f} MB", "limit 3.2 MB, goal 2.7 MB"


def _twice(browser: Browser, address: str) -> tuple[float, float, float]:
    """ms of somebody who was never here, and who comes again; kB on the wire the first time."""
    with reader(browser) as context:
        cold, warm = (opened(context, address)[1] for _ in range(2))
    return cold.usable, warm.usable, cold.wire


def _peer(browser: Browser, cache: Path, size: int) -> Rows:
    """Beside the peer, both in a browser that was there before: one that keeps what it has compiled, and a private
    window, which does not."""
    table, there = big_file(cache, size), peer_at_hand(cache / "peer")
    if not there:
        yield "vis-timeline", "not at hand", "npm could not install it"
    for words, visitor in (("a reader's browser", regular), ("a private window", reader)):
        with serving(table) as server, visitor(browser) as context:
            ours = [opened(context, server.address) for _ in range(VISITS + RUNS)][VISITS:]
            painted = median(first.marks for _, first in ours)
            again = median(_cleared(ours[-1][0], query) for query in filters(RUNS))
        yield f"{size:,} events, {words}: painted", _s(painted), "from the address on, having been there before"
        yield "the same: painted again", _s(again), "when the filter is taken away"
        if there:
            yield from _beside(_theirs(browser, visitor, cache, table), painted, again)


def _theirs(browser: Browser, visitor: Visitor, cache: Path, table: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="tieline-bench-") as name, visitor(browser) as context:
        return [peer_painted(context, cache / "peer", table, Path(name)) for _ in range(PEER_VISITS)][-1]


def _beside(theirs: dict[str, float], painted: float, again: float) -> Iterator[tuple[str, str, str]]:
    drawing = f"from the address on; {theirs['drawing'] / 1000:.1f} s of it drawing"
    yield "the same: vis-timeline", _s(theirs["whole"]), drawing
    told = "address to painted, both; limit 15 times, goal 25 times"
    yield "the same: how many times faster", f"{theirs['whole'] / painted:.1f} times", told
    told = "drawing alone, the program loaded, both"
    yield "the same: how many times faster", f"{theirs['drawing'] / again:.1f} times", told


def _cleared(page: Page, query: str) -> float:
    changed(page, query)
    return float(changed(page, "")["chart"])


def _big(browser: Browser, server: Server, size: int, bodies: list[str]) -> Rows:
    with reader(browser) as context:
        page, first = opened(context, server.address)
        yield (
            f"{size:,} events: first view",
            _s(first.usable),
            f"painted after {_s(first.marks)}; {first.wire / 1000:.2f} MB",
        )
        yield from _told(
            f"{size:,} events: filter", [changed(page, query) for query in filters(CHANGES)], "450 / 800", "300 / 500"
        )
        yield from _told(
            f"{size:,} events: search", [changed(page, query) for query in searches(SEARCHES)], "- / 1,000", "- / 600"
        )
        bodies += recorded(page)
    yield from _memory(server, size, "one reader")


def _told(what: str, met: Sequence[dict[str, float]], limit: str, goal: str) -> Iterator[tuple[str, str, str]]:
    chart, settled, server, sent = ([each[name] for each in met] for name in ("chart", "settled", "server", "bytes"))
    yield (
        f"{what} to painted, p50 / p95",
        f"{median(chart):.0f} / {_p95(chart):.0f} ms",
        f"limit {limit} ms, goal {goal} ms",
    )
    yield (
        f"{what} to all settled, p50 / p95",
        f"{median(settled):.0f} / {_p95(settled):.0f} ms",
        f"{met[0]['calls']} requests",
    )
    yield (
        f"{what}: slowest answer, p50 / p95",
        f"{median(server):.0f} / {_p95(server):.0f} ms",
        "server's share; goal p95 50 ms",
    )
    yield f"{what}: sent a change, p50 / most", f"{median(sent) / 1000:.0f} / {max(sent) / 1000:.0f} kB", "goal 150 kB"


def _memory(server: Server, size: int, after: str) -> Rows:
    told = server.memory()
    beside = f"resident; {told['Pss']:,} MB where shared memory counts once; limit 2,500 MB, goal 1,500 MB"
    yield f"{size:,} events: memory after {after}", f"{told['Rss']:,} MB", beside


def _many(server: Server, size: int, bodies: Sequence[str]) -> Rows:
    before = server.cpu()
    met = load(server.address, bodies, list(filters(400, seed=9)), READERS, SECONDS)
    spent = 1000 * (server.cpu() - before) / max(len(met.took), 1)
    pace, slow = len(met.took) / SECONDS, 1000 * _p95(met.took)
    beside = f"p95 {slow:.0f} ms, {len(met.errors)} errors, {spent:.0f} ms of processor; limit 30, goal 45, p95 400 ms"
    yield (
        f"{size:,} events: {READERS} readers, {SECONDS} s",
        f"{pace:.1f} a second",
        f"changes of {len(bodies)} requests; {beside}",
    )
    yield from _memory(server, size, f"{READERS} readers, {WORKERS} processes")


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def _s(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.2f} s"
