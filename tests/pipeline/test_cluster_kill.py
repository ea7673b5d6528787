"""On a real cluster: the rows of one process, though a worker is killed on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from timeline import Article, read_timeline
from timeline.table.frame import to_arrow

ARTICLES = 160
COUNTS = ("articles", "copies", "events", "merges", "edition")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


@pytest.fixture
def scheduler() -> Iterator[tuple[str, Client]]:
    """A cluster of two worker processes, and someone who watches it."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster) as client,
    ):
        yield cluster.scheduler_address, client


@dataclass
class Killer:
    """Kills a worker as soon as the first piece was read for events, while the others are being read."""

    client: Client
    work: Path
    ended: threading.Event
    killed: int = 0

    def __call__(self) -> None:
        while not self.ended.wait(0.02):
            if list((self.work / "events").glob("*.json")):
                self.killed = min(self.client.run(os.getpid).values())
                os.kill(self.killed, signal.SIGKILL)
                return


def test_worker_that_is_killed_changes_nothing(
    scheduler: tuple[str, Client],
    invented: Callable[[int], Article],
    copy_of: Callable[[Article, str], Article],
    write_articles: Callable[[Path, list[Article]], Path],
    tmp_path: Path,
) -> None:
    address, client = scheduler
    articles = [invented(number) for number in range(ARTICLES)]
    (tmp_path / "news").mkdir()
    for part in range(0, ARTICLES, 8):
        some = articles[part : part + 8]
        write_articles(tmp_path / "news" / f"{part:03}.jsonl", [*some, copy_of(some[0], f"copy-{part}")])
    killer = Killer(client, tmp_path / "dask.build", threading.Event())
    thread = threading.Thread(target=killer)
    thread.start()
    try:
        told = tieline(tmp_path, "dask", "--engine", "dask", "--scheduler", address)
    finally:
        killer.ended.set()
        thread.join()
    assert killer.killed
    assert killer.killed not in client.run(os.getpid).values()
    other = tieline(tmp_path, "events.parquet", "--engine", "local")
    assert {name: told[name] for name in COUNTS} == {name: other[name] for name in COUNTS}
    assert to_arrow(read_timeline(tmp_path / "dask")).equals(to_arrow(read_timeline(tmp_path / "events.parquet")))


def tieline(folder: Path, out: str, *options: str) -> dict[str, object]:
    """What `tieline build` says."""
    command = [sys.executable, "-m", "timeline", "build", "news", "--out", out, "--json", *options]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "PYTHONFAULTHANDLER": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found
