"""A build that is killed again and again ends in the same bytes, and repeats at most one batch each time."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from timeline import Article
from timeline.pipeline import build_file
from timeline.pipeline.extract import BATCH
from timeline.pipeline.progress import Progress
from timeline.storage.store import open_store

pytestmark = [
    pytest.mark.kill,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork"),
]
ARTICLES, KILLS, IN_A_ROW = 300, 50, 17
LATE = ("connect", "join", "write")  # a build comes there only when it has done all before
DAY = "1700000000"


@pytest.fixture(scope="module")
def archive(invented: Callable[[int], Article], copy_of: Callable[[Article, str], Article]) -> list[Article]:
    """300 articles: some are copies of others, some in a language that tells no events, two have one id."""
    articles = [invented(number) for number in range(ARTICLES - 40)]
    copies = [copy_of(articles[3 * number], f"copy-{number}") for number in range(30)]
    silent = [replace(invented(1000 + number), language="ru") for number in range(9)]
    twice = replace(invented(2000), id="a7")
    mixed = [*articles, *copies, *silent, twice]
    Random(5).shuffle(mixed[8:])
    return mixed


def build(folder: Path, articles: list[Article], tell: Callable[[Progress], None] | None = None) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    with open_store(folder / "events.build") as store:
        build_file(articles, folder / "events.parquet", store, progress=tell)


def watched_build(folder: Path, articles: list[Article], told: Connection) -> None:
    """In a process of its own: tells each step, and writes down each article before it is read for events."""
    import timeline.events

    extract = timeline.events.extract_events

    def noted(article: Article) -> object:
        with (folder / f"read-{os.getpid()}").open("a") as file:
            file.write(f"{article.id}\n")
        return extract(article)

    timeline.events.extract_events = noted  # type: ignore[assignment]
    build(folder, articles, lambda progress: told.send_bytes(progress.stage.encode()))


def killed(folder: Path, articles: list[Article], random: Random, most_steps: int, until: str) -> str:
    """Builds in a process of its own, killed after some steps, or in the stage `until`, and some milliseconds; the last
    stage, "" if it ended."""
    fork = multiprocessing.get_context("fork")
    ear, mouth = fork.Pipe(duplex=False)
    child = fork.Process(target=watched_build, args=(folder, articles, mouth))
    child.start()
    mouth.close()
    stage = ""
    try:
        for _ in range(random.randrange(most_steps // 20 + 1, most_steps)):
            stage = ear.recv_bytes().decode()
            if stage == until:
                break
        time.sleep(random.uniform(0, 0.1))
        child.kill()
    except EOFError:
        stage = ""
    child.join()
    assert child.exitcode in (0, -signal.SIGKILL)
    return stage if child.exitcode else ""


def repeated(folder: Path, known: set[str]) -> int:
    """How many of the articles that the last process read had been read before; all are known from now on."""
    count = 0
    for file in folder.glob("read-*"):
        now = file.read_text().split()
        count += sum(id in known for id in now)
        known.update(now)
        file.unlink()
    return count


def test_build_killed_fifty_times_gives_the_same_bytes_and_repeats_a_batch_at_most(
    tmp_path: Path, archive: list[Article]
) -> None:
    (tmp_path / "whole").mkdir()
    build(tmp_path / "whole", archive)
    random, stages = Random(7), list[str]()
    for number in itertools.count():
        folder, known = tmp_path / str(number), set[str]()
        folder.mkdir()
        plan = [*[(13, "never")] * IN_A_ROW, *[(10_000, stage) for stage in LATE], (10_000, "never")]
        for most_steps, until in plan:
            stages.append(killed(folder, archive, random, most_steps, until))
            assert repeated(folder, known) <= BATCH
        assert (folder / "events.parquet").read_bytes() == (tmp_path / "whole" / "events.parquet").read_bytes()
        assert not list(folder.glob(".events*")), "what killed writers left is gone"
        if sum(map(bool, stages)) >= KILLS:
            break
    assert {"read", "extract", *LATE} <= set(stages)


def test_program_killed_with_its_processes_goes_on_to_the_same_bytes(
    tmp_path: Path, archive: list[Article], write_articles: Callable[[Path, list[Article]], Path]
) -> None:
    path = write_articles(tmp_path / "archive.jsonl", archive[:120])
    command = [sys.executable, "-m", "timeline", "build", str(path), "--out"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY}
    random, kills = Random(3), 0
    while kills < 2:
        child = subprocess.Popen(
            [*command, "killed.parquet", "--engine", "processes"],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        time.sleep(random.uniform(2, 6))
        kills += 1
        child.kill()
        child.wait()
    for name, engine in (("killed", "processes"), ("whole", "local")):
        subprocess.run([*command, f"{name}.parquet", "--engine", engine], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "killed.parquet").read_bytes() == (tmp_path / "whole.parquet").read_bytes()
