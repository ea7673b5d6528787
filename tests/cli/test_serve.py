"""`serve` and `demo` as processes of their own: they say where they are, answer, and stop when asked."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest


@contextmanager
def running(*arguments: str, cache: Path, end: signal.Signals = signal.SIGTERM) -> Iterator[str]:
    """The address that the program says; at the signal it must end in silence."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    program = subprocess.Popen(
        [sys.executable, "-m", "timeline", *arguments, "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        line = program.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, line + program.communicate(timeout=30)[1]
        yield found[0]
    finally:
        program.send_signal(end)
        out, errors = program.communicate(timeout=30)
    assert (program.returncode, out, errors) == (0, "", "")


def test_serve_answers_where_it_says_and_stops_in_silence(events: Path, tmp_path: Path) -> None:
    with running("serve", str(events), cache=tmp_path) as address, urlopen(address, timeout=30) as page:
        assert page.status == 200
        assert "text/html" in page.headers["Content-Type"]


@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="a background job hears no Ctrl-C")
def test_serve_stops_in_silence_at_ctrl_c(events: Path, tmp_path: Path) -> None:
    with (
        running("serve", str(events), cache=tmp_path, end=signal.SIGINT) as address,
        urlopen(address, timeout=30) as page,
    ):
        assert page.status == 200


def test_many_processes_answer_and_stop_in_silence(events: Path, tmp_path: Path) -> None:
    with running("serve", str(events), "--workers", "2", cache=tmp_path) as address:
        asked = Request(address, headers={"Accept-Encoding": "gzip"})
        with urlopen(asked, timeout=30) as page:
            assert page.status == 200
            assert page.headers["Content-Encoding"] == "gzip"


def test_demo_builds_once_and_serves_what_it_built_from_then_on(tmp_path: Path) -> None:
    for _ in range(2):
        with running("demo", cache=tmp_path) as address, urlopen(address, timeout=30) as page:
            assert page.status == 200
    built = list((tmp_path / "tieline").glob("*.parquet"))
    assert len(built) == 1


def test_demo_builds_again_what_another_version_left(tmp_path: Path) -> None:
    stale = tmp_path / "tieline" / "shipped-0123456789abcdef.parquet"
    stale.parent.mkdir()
    stale.write_bytes(b"of another version")
    with running("demo", cache=tmp_path) as address, urlopen(address, timeout=30):
        assert not stale.exists()


def test_demo_says_where_it_cannot_write(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    environment = {**os.environ, "XDG_CACHE_HOME": str(blocked)}
    command = [sys.executable, "-m", "timeline", "demo", "--port", "0"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"tieline: {blocked}")
    assert len(done.stderr.splitlines()) == 1
