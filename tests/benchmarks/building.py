"""Programs as people run them, watched from outside: their time, and the memory of each of their processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOOK = 0.2  # seconds between two looks at the memory
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Watched:
    """What a program said, and what it cost.

    cpu     seconds of processor time, of all its processes
    peaks   the most memory that each process held, in MB, the process that was started first
    """

    told: dict[str, Any]
    wall: float
    cpu: float
    peaks: tuple[int, ...]


def run_build(*arguments: str | Path) -> Watched:
    """Runs `tieline build` with these arguments, and --json."""
    return watch([sys.executable, "-m", "timeline", "build", *map(str, arguments), "--json"])


def watch(command: Sequence[str]) -> Watched:
    """Runs a program that ends with a JSON object."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaints:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=complaints)
        peaks = dict[int, int]()
        while True:
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            for number in _family(process.pid):
                peaks[number] = max(peaks.get(number, 0), peak(number))
            time.sleep(LOOK)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        complaints.seek(0)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)}: {complaints.read().decode()}")
        told = json.loads(said.read())
    workers = sorted((most for number, most in peaks.items() if number != process.pid), reverse=True)
    return Watched(told, wall, used.ru_utime + used.ru_stime, (peaks.get(process.pid, 0), *workers))


def _family(process: int) -> Iterator[int]:
    """The process and all that it started, where the system tells (Linux)."""
    yield process
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            yield from _family(int(child))


def peak(process: int | str) -> int:
    """The most memory that a process held so far, in MB; 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 // MEGABYTE
    return 0
