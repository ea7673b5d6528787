"""What the tests of the engines have workers do; in a file of its own, where a worker process can find it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from timeline.errors import InputError


def double(number: int) -> int:
    """A slower one first, so that order is no accident."""
    time.sleep(0.2 if number == 0 else 0)
    return 2 * number


def threads(_: object) -> tuple[int, str]:
    """The process, and how many threads its libraries may start."""
    time.sleep(0.2)
    return os.getpid(), os.environ.get("OMP_NUM_THREADS", "")


def refuse(number: int) -> int:
    """The error of bad input."""
    raise InputError("x" * 200, f"row {number}", "a day")


def die(_: object) -> None:
    """As if the system had run out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(mark: str) -> int:
    """Dies the first time; the mark is the name of a file that says so."""
    try:
        Path(mark).touch(exist_ok=False)
    except FileExistsError:
        return os.getpid()
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def hang(folder: str) -> None:
    """Says which process it is, and works for ever."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(600)
