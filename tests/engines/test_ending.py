"""However the program ends, no process of its own stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from tests.engines.work import hang
from timeline.engines import open_engine
if __name__ == "__main__":
    with open_engine(sys.argv[1], workers=2) as engine:
        list(engine.map(hang, [sys.argv[2]] * 2))
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no process groups as on POSIX")


def until(seen: Callable[[], bool]) -> bool:
    """Whether it comes to be, within half a minute."""
    for _ in range(300):
        if seen():
            return True
        time.sleep(0.1)
    return False


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split(") ")[1][0] != "Z" if Path("/proc").exists() else True


def working(tmp_path: Path, engine: str) -> tuple[subprocess.Popen[str], list[int]]:
    """A program in a session of its own, and the processes that work for it."""
    folder, script = tmp_path / "at_work", tmp_path / "program.py"
    folder.mkdir()
    script.write_text(PROGRAM)
    program = subprocess.Popen(
        [sys.executable, os.fspath(script), engine, os.fspath(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.fspath(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert until(lambda: len(list(folder.iterdir())) == 2)
    return program, [int(path.name) for path in folder.iterdir()]


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_interrupt_of_all_ends_all(tmp_path: Path, engine: str) -> None:
    """As the terminal does at Ctrl-C."""
    program, workers = working(tmp_path, engine)
    os.killpg(program.pid, signal.SIGINT)
    _, errors = program.communicate(timeout=30)
    assert program.returncode == -signal.SIGINT
    assert until(lambda: not any(map(alive, workers)))
    assert errors.count("Traceback") == 1 or engine == "dask", errors


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_killed_program_leaves_no_workers(tmp_path: Path, engine: str) -> None:
    program, workers = working(tmp_path, engine)
    program.kill()
    program.communicate(timeout=30)
    assert until(lambda: not any(map(alive, workers)))
