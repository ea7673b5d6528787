"""Measures what people wait for, each beside a limit or a peer in the same run: `make bench`, or

python tests/benchmarks/bench.py [import] [start] [dates] [events] [stream] [build] [reading]
python tests/benchmarks/bench.py likeness copies archive resume cluster merge dashboard large [--sizes 1000 10000]

Those of the second line are of what is made up, take long, and are run only when they are named.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))  # as a script it is not in a package

from tests.benchmarks.archives import SIZES as ARTICLES
from tests.benchmarks.archives import bench_archive, bench_copies, bench_resume
from tests.benchmarks.dashboard.bench import SIZES as TABLES
from tests.benchmarks.dashboard.bench import bench_dashboard
from tests.benchmarks.merging import SIZES as EVENTS
from tests.benchmarks.merging import bench_merge
from tests.benchmarks.reading import LARGE, bench_large, bench_reading
from tests.benchmarks.shards import bench_cluster
from tests.benchmarks.streams import CORPORA, bench_events, bench_likeness, bench_stream, shipped_articles
from tests.benchmarks.timing import RUNS, Rows, seconds
from timeline import find_dates

DAY = date(2024, 6, 19)
BARE = re.compile(r"\b(?:\d{1,2}|\d{4}|yesterday|today|(?:last|next) \w+|[A-Z][a-z]+day|[JFMASOND][a-z]+)\b")
PART = 10_000  # characters; dateparser would take minutes for more
MEGABYTE = 1_000_000
HOSTILE = {
    "last last last ...": "last ",
    "digits": "1234567890",
    "one long word": "a",
    "brackets": "(",
    "blank lines": "\n\n",
    "capitals": "A",
    "1.1.1. ...": "1.",
    "Hangul": "\ud55c\uad6d\uc740 ",
    "web addresses": "https://example.org/2024/05/16 ",
    "Aug. 16, 2024, ...": "Aug. 16, 2024, ",
    "on Monday on Monday ...": "on Monday ",
    "today today ...": "today ",
    "2024 2024 ...": "2024 ",
    "1950 1950 ...": "1950 ",
    "today,today, ...": "today,",
    "since 5 May, ...": "since 5 May, ",
}
HOSTILE_ELSEWHERE = {
    "ko": "13\uc77c\ubd80\ud130 ",
    "ru": "\u0432 \u043f\u043e\u043d\u0435\u0434\u0435\u043b\u044c\u043d\u0438\u043a ",
}
PAINTED = "#lanes path.point"  # a mark of an event


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*BENCHES, *OF_AN_ARCHIVE])
    parser.add_argument("--sizes", nargs="+", type=int, help="articles of the synthetic archives, or events")
    asked = parser.parse_args(arguments)
    for name in asked.names or list(BENCHES):
        rows = BENCHES[name]() if name in BENCHES else _of_an_archive(name, asked.sizes)
        for what, measured, beside in rows:
            print(f"{what:44} {measured:>14}   {beside}", flush=True)
    return 0


def _of_an_archive(name: str, sizes: Sequence[int] | None) -> Rows:
    bench, usual = OF_AN_ARCHIVE[name]
    return bench(sizes or usual)


def bench_import() -> Rows:
    def start(*arguments: str) -> float:
        return seconds(lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True))

    clock = "import time; begun = time.perf_counter(); import timeline; print(time.perf_counter() - begun)"
    ask = [sys.executable, "-c", clock]
    imports = [float(subprocess.run(ask, check=True, capture_output=True, text=True).stdout) for _ in range(RUNS)]
    yield "import timeline", f"{median(imports):.3f} s", "limit 0.3 s"
    beside = f"Python alone {start('-c', 'pass'):.3f} s"
    yield "tieline --version", f"{start('-m', 'timeline', '--version'):.3f} s", beside
    told = ("resolve", "Kim wrote to Putin last month.", "--published", "2022-08-15")
    needed = "from datetime import date; from timeline import Article, extract_events"
    event = f"{needed}; extract_events(Article('Putin met Kim on Monday.', date(2024, 1, 3)))"
    yield "the first event of a process", f"{start('-c', event):.3f} s", "limit 1.5 s"
    yield "tieline resolve", f"{start('-m', 'timeline', *told):.3f} s", beside


def bench_start() -> Rows:
    """From the command to the painted timeline of the shipped data, which was built before."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as cache, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("TIELINE_BROWSER"))

        def start() -> None:
            with _demo(cache) as address:
                page = browser.new_page()
                page.goto(address)
                page.wait_for_selector(PAINTED, state="attached")
                page.close()

        yield "tieline demo to the painted timeline", f"{seconds(start):.2f} s", "limit 3 s; in a browser already open"
        browser.close()


@contextmanager
def _demo(cache: str) -> Iterator[str]:
    command = [sys.executable, "-m", "timeline", "demo", "--port", "0"]
    environment = {**os.environ, "XDG_CACHE_HOME": cache}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as demo:
        try:
            line = demo.stdout.readline() if demo.stdout else ""
            yield re.findall(r"http://\S+", line)[0]
        finally:
            demo.terminate()


def bench_dates() -> Rows:
    articles = [article.text for article in shipped_articles()]
    yield _dates_row("shipped articles", articles, f"; dateparser {_dateparser(articles):.3f}")
    for name in ("TimeBank", "AQUAINT"):
        if texts := _corpus(name):
            yield _dates_row(name, texts)
    for name, unit in HOSTILE.items():
        yield _hostile_row(name, unit, "en")
    for code, unit in HOSTILE_ELSEWHERE.items():
        yield _hostile_row(f"{code}: {unit}...", unit, code)


def _hostile_row(name: str, unit: str, code: str) -> tuple[str, str, str]:
    once, twice = ([unit * (size // len(unit))] for size in (MEGABYTE, 2 * MEGABYTE))
    more = _processor(partial(_find, code=code), twice, 1) / _processor(partial(_find, code=code), once, 1)
    return _dates_row(name, once, f"; twice the text takes {more:.1f} times as long", 1, code)


def _dates_row(
    name: str, texts: Sequence[str], more: str = "", runs: int = RUNS, code: str = "en"
) -> tuple[str, str, str]:
    millions = sum(map(len, texts)) / 1e6
    ours, bare = _processor(partial(_find, code=code), texts, runs), _processor(_scan, texts, runs)
    beside = f"a bare expression {millions / bare:.1f}, which takes {bare / ours:.0%} of our time{more}"
    return f"find_dates, {name}", f"{millions / ours:.2f} M chars/s", beside


def _find(text: str, code: str) -> object:
    return find_dates(text, DAY, code)


def _scan(text: str) -> object:
    return BARE.findall(text)


def _processor(work: Callable[[str], object], texts: Sequence[str], runs: int) -> float:
    """Seconds of processor time, which a busy machine distorts least."""

    def once() -> float:
        begun = time.process_time()
        for text in texts:
            work(text)
        return time.process_time() - begun

    if runs > 1:
        once()
    return median(once() for _ in range(runs))


def _dateparser(texts: Sequence[str]) -> float:
    from dateparser.search import search_dates

    def search(text: str) -> object:
        with warnings.catch_warnings(action="ignore"):
            return search_dates(text, languages=["en"])

    part = "\n".join(texts)[:PART]
    return len(part) / 1e6 / _processor(search, [part], 1)


def _corpus(name: str) -> list[str]:
    """The texts of a corpus, one a document; none where it is not at hand."""
    files = sorted((CORPORA / name).glob("*.tml"))
    bodies = (re.search(r"<TEXT>(.*)</TEXT>", path.read_text(encoding="utf-8"), re.DOTALL) for path in files)
    return [re.sub(r"<[^>]+>", "", body[1]) for body in bodies if body]


def bench_build() -> Rows:
    from timeline.pipeline import build_shipped

    took = seconds(build_shipped, runs=3)
    rows = len(build_shipped())
    yield (
        "the shipped timeline, built",
        f"{took:.2f} s",
        f"{len(shipped_articles())} articles, {rows} rows; model loaded before",
    )


BENCHES: dict[str, Callable[[], Rows]] = {
    "import": bench_import,
    "start": bench_start,
    "dates": bench_dates,
    "events": bench_events,
    "stream": bench_stream,
    "build": bench_build,
    "reading": bench_reading,
}
OF_AN_ARCHIVE: dict[str, tuple[Callable[[Sequence[int]], Rows], Sequence[int]]] = {  # each with its usual sizes
    "likeness": (bench_likeness, ARTICLES),
    "copies": (bench_copies, ARTICLES),
    "archive": (bench_archive, ARTICLES),
    "resume": (bench_resume, ARTICLES),
    "merge": (bench_merge, EVENTS),
    "dashboard": (bench_dashboard, TABLES),
    "large": (bench_large, LARGE),
    "cluster": (bench_cluster, (2_000, 10_000)),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
