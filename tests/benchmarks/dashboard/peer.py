"""vis-timeline, as npm has it, with the same events: installed into a folder of its own, served from this machine."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyarrow.parquet as pq
from playwright.sync_api import BrowserContext

VERSION = "8.5.4"
BUILD = Path("node_modules", "vis-timeline", "standalone", "umd", "vis-timeline-graph2d.min.js")
STYLE = Path("node_modules", "vis-timeline", "styles", "vis-timeline-graph2d.min.css")
PAGE = """<!doctype html><meta charset="utf-8"><title>peer</title>
<link rel="stylesheet" href="vis.css"><script src="vis.js"></script><div id="lanes"></div><script>
const frame = () => new Promise(requestAnimationFrame);
window.first = (async () => {
  const events = await (await fetch("events.json")).json();
  const begun = performance.now();
  const place = document.querySelector("#lanes"), options = {height: 600, stack: false};
  const timeline = new vis.Timeline(place, new vis.DataSet(events), options);
  await new Promise((done) => timeline.on("changed", () => document.querySelector(".vis-item") && done()));
  await frame(); await frame();
  return {drawing: performance.now() - begun, whole: performance.now()};
})();
</script>"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing is said."""


def peer_at_hand(cache: Path) -> bool:
    """Whether vis-timeline is installed in the folder, or could be."""
    if not (cache / BUILD).exists() and shutil.which("npm"):
        cache.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(cache), f"vis-timeline@{VERSION}"]
        subprocess.run(command, check=False, capture_output=True)
    return (cache / BUILD).exists()


def peer_painted(context: BrowserContext, cache: Path, table: Path, folder: Path) -> dict[str, float]:
    """ms until it has painted the events of a table: `drawing` from its call on, `whole` from the address on.

    Not stacked, its quickest way: stacked, it takes minutes for 100,000.
    """
    shutil.copy(cache / BUILD, folder / "vis.js")
    shutil.copy(cache / STYLE, folder / "vis.css")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "events.json").write_text(json.dumps(list(_items(table))), encoding="utf-8")
    with _served(folder) as address:
        page = context.new_page()
        page.goto(address, wait_until="domcontentloaded")
        told: dict[str, float] = page.evaluate("first")
        page.close()
    return told


def _items(table: Path) -> Iterator[dict[str, object]]:
    """Its items: those whose days are known; it has no way to show others."""
    rows = pq.read_table(table, columns=["title", "date_start", "date_end"])
    for number, (title, start, end) in enumerate(
        zip(*(rows[name].to_pylist() for name in rows.column_names), strict=True)
    ):
        if start and end:
            span = {} if start == end else {"end": end.isoformat()}
            yield {
                "id": number,
                "content": title,
                "start": start.isoformat(),
                "type": "range" if span else "point",
            } | span


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/index.html"
        server.shutdown()
