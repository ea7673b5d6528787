"""How fast files are read, on one core, and how much memory that takes: beside a limit, or a peer in the same run.

The pages are those of tests/reading/pages, made as heavy as news sites make theirs: scripts, styles, menus and lists
of other articles round an article of some six hundred words. The archive is of lines.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.timing import Rows

PAGES = Path(__file__).parents[1] / "reading" / "pages"
MEGABYTE = 1_000_000
LINES, SMALL = 20_000, 20  # articles, and megabytes
LARGE = (2000,)
WORDS = "The envoys of both sides met in Oslo on Monday and agreed to reopen the rail line before the winter. "
READ = "import sys; from timeline.reading import stream_articles; print(sum(1 for _ in stream_articles(sys.argv[1:])))"


def bench_reading() -> Rows:
    """Pages a second, and megabytes of lines a second."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _pages(Path(folder))
        yield from _lines(Path(folder))


def bench_large(sizes: Sequence[int]) -> Rows:
    """The most memory that a process takes which reads a packed archive of so many megabytes, beside a small one."""
    with tempfile.TemporaryDirectory() as folder:
        small = _peak(_packed(Path(folder), SMALL * MEGABYTE))
        for size in sizes:
            large = _peak(_packed(Path(folder), size * MEGABYTE))
            yield f"memory that reads {size} MB", f"{large:.0f} MB", f"flat: {small:.0f} MB for {SMALL} MB"


def _pages(folder: Path) -> Rows:
    import trafilatura

    pages = [_heavy(path.read_bytes()) for path in sorted(PAGES.glob("*.html"))]
    for number, page in enumerate(pages):
        (folder / f"{number}.html").write_bytes(page)
    size = sum(map(len, pages)) / len(pages) / 1000
    ours = _busy(lambda: _read(sorted(map(str, folder.glob("*.html")))))
    bare = _busy(lambda: [trafilatura.extract(page, with_metadata=True) for page in pages])
    beside = f"at least 60; bare trafilatura {len(pages) / bare:.0f} ({size:.0f} kB a page)"
    yield "web pages read a second", f"{len(pages) / ours:.0f}", beside


def _heavy(page: bytes) -> bytes:
    """The page with what news sites put round theirs; its article as long as theirs are."""
    links = "".join(f'<li class="menu-item"><a href="/s/{n}"><span>Section {n}</span></a></li>' for n in range(250))
    script = f"<script>{'var a=function(b){return b&&b.c?b.c(1,2,3):null};' * 900}</script>"
    text = "".join(f"<p>{WORDS * 4}</p>" for _ in range(8))
    front, end, rest = page.partition(b"</p>")
    front = front.replace(
        b"<head>", b"<head>" + script.encode() + b"<style>" + b".a .b{margin:0 auto}" * 400 + b"</style>"
    )
    return front + end + text.encode() + rest.replace(b"</body>", f"<ul class='menu'>{links}</ul></body>".encode())


def _lines(folder: Path) -> Rows:
    path = folder / "lines.jsonl"
    path.write_text("".join(_line(n) for n in range(LINES)))
    size = path.stat().st_size / MEGABYTE
    ours = _busy(lambda: _read([str(path)]))
    bare = _busy(lambda: [json.loads(line) for line in path.open("rb")])
    yield "JSON Lines, MB/s", f"{size / ours:.0f}", f"at least 30; json.loads alone {size / bare:.0f}"


def _line(number: int) -> str:
    told = {"id": f"n{number}", "title": "Envoys meet", "source": "Example Times", "published": "2022-08-15"}
    return json.dumps(told | {"url": f"https://example.org/{number}", "text": WORDS * 15}) + "\n"


def _packed(folder: Path, size: int) -> Path:
    """A packed archive whose content has that many bytes."""
    path = folder / f"{size}.jsonl.gz"
    block = "".join(_line(n) for n in range(1000)).encode()
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(size // len(block) + 1):
            file.write(block)
    return path


def _peak(path: Path) -> float:
    """Megabytes that a process of its own took at most."""
    code = f"{READ}; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return int(done.stdout.split()[1]) / 1000


def _read(paths: list[str]) -> int:
    from timeline.reading import stream_articles

    return sum(1 for _ in stream_articles(paths))


def _busy(work: Callable[[], object]) -> float:
    """Seconds of processor time, the best of three, after one run that warms up."""
    work()
    return min(_once(work) for _ in range(3))


def _once(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
