"""`tieline build` over and over: what it keeps, what it says, and how it is stopped."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import read_timeline

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
Refused = Callable[..., str]


def write(path: Path, count: int, first: int = 0, acts: int = 1) -> Path:
    """A file of articles, each of which tells an act of its own, or several."""
    act = "China imposed sanctions on Japan on March {}, {}."
    days = [(n, [(n + more) % 28 + 1 for more in range(acts)]) for n in range(first, first + count)]
    texts = ((n, " ".join(act.format(day, 1910 + n % 107) for day in told)) for n, told in days)
    told = ({"id": f"n{n}", "published": "2021-01-01", "text": text} for n, text in texts)
    path.write_text("".join(f"{json.dumps(article)}\n" for article in told))
    return path


def test_build_adds_takes_away_and_begins_anew(tieline: Tieline, tmp_path: Path) -> None:
    one, other = write(tmp_path / "one.jsonl", 3), write(tmp_path / "other.jsonl", 2, first=3)

    def told(*options: str) -> tuple[int, ...]:
        done = tieline("build", *options, "--json", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        counts = json.loads(done.stdout)
        assert len(read_timeline(tmp_path / "events.parquet")) == counts["events"]
        return tuple(counts[name] for name in ("articles", "events", "new", "removed", "extracted"))

    assert told(str(one)) == (3, 3, 3, 0, 3)
    assert told(str(other), "--add") == (5, 5, 2, 0, 2)
    assert told(str(other)) == (2, 2, 0, 3, 0)
    assert told(str(other), "--fresh") == (2, 2, 2, 0, 2)
    assert sorted(path.name for path in tmp_path.glob("events*")) == ["events.parquet", "events.parquet.build"]


def test_many_that_are_set_aside_are_named_in_a_file_and_few_on_stderr(tieline: Tieline, tmp_path: Path) -> None:
    path, report = write(tmp_path / "some.jsonl", 1), tmp_path / "events.parquet.set-aside.csv"
    good = path.read_text()
    path.write_text(good + '{"id": "bad", "text": "No day is known."}\n' * 11)
    done = tieline("build", "some.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    counts = "1 article built, 0 copies, 11 set aside (events.parquet.set-aside.csv), 1 event: events.parquet"
    assert done.stdout.splitlines()[-1] == counts
    header, *lines = report.read_text(encoding="utf-8-sig").splitlines()
    assert header == "article,reason"
    assert len(lines) == 11
    assert lines[0].startswith('"some.jsonl, line ')
    assert "a publication date" in lines[0]
    path.write_text(good + "{\n")
    done = tieline("build", "some.jsonl", cwd=tmp_path)
    assert done.stderr.startswith("tieline: set aside: some.jsonl, line 2: ")
    assert not report.exists()


def test_build_to_standard_output_keeps_nothing(tieline: Tieline, refused: Refused, tmp_path: Path) -> None:
    write(tmp_path / "some.jsonl", 1)
    command = (sys.executable, "-m", "timeline", "build", "some.jsonl", "--out", "-")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    (tmp_path / "piped.parquet").write_bytes(done.stdout)
    assert list(read_timeline(tmp_path / "piped.parquet")["first_built"]) == [""]
    assert done.stderr.decode().strip() == "1 article built, 0 copies, 0 set aside, 1 event: -"
    assert not list(tmp_path.glob("*.build"))
    assert "--store FILE" in refused("build", "some.jsonl", "--out", "-", "--add", cwd=tmp_path)


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("--engine", "magic", "local, processes, dask"),
        ("--corrections", "nowhere.corrections", "a file of corrections"),
        ("--store", "nowhere/s.build", "a place for a store"),
        ("--store", "some.jsonl", "something else"),
    ],
)
def test_option_that_cannot_be_is_named(
    refused: Refused, tmp_path: Path, option: str, value: str, expected: str
) -> None:
    write(tmp_path / "some.jsonl", 1)
    line = refused("build", "some.jsonl", option, value, cwd=tmp_path)
    assert value in line
    assert expected in line


@pytest.mark.skipif(sys.platform == "win32", reason="needs Ctrl-C as a signal to a group of processes")
@pytest.mark.parametrize("engine", ["local", "processes"])
def test_ctrl_c_stops_the_build_keeps_what_was_done_and_says_so(tmp_path: Path, engine: str) -> None:
    write(tmp_path / "some.jsonl", 3000, acts=12)
    command = [sys.executable, "-m", "timeline", "build", "some.jsonl", "--engine", engine, "--workers", "1"]
    child = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True)
    until = time.monotonic() + 60
    while not (tmp_path / "events.parquet.build").exists() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(6)  # by then all are there, and some are read for events
    os.killpg(child.pid, signal.SIGINT)
    _, errors = child.communicate(timeout=30)
    assert child.returncode == 130
    assert errors.startswith("tieline: stopped: ")
    assert errors.rstrip().endswith("of 3000 articles are kept in events.parquet.build; the same command goes on")
    assert len(errors.splitlines()) == 1
    assert not (tmp_path / "events.parquet").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_terminal_shows_how_far_the_build_is(tmp_path: Path) -> None:
    write(tmp_path / "some.jsonl", 40)
    here, there = os.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "150"}
    command = (sys.executable, "-m", "timeline", "build", "some.jsonl")
    child = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=there, env=environment)
    os.close(there)
    shown = b""
    with contextlib.suppress(OSError):  # how Linux says that the other end is closed
        while seen := os.read(here, 10_000):
            shown += seen
    os.close(here)
    assert child.wait(30) == 0
    for words in (b"Reading articles", b"Finding events", b"Writing rows", b"40 articles"):
        assert words in shown
