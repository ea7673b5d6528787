"""`tieline serve` as people run it, and how much memory it takes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.bigtable import write_big_table
from timeline.storage.parquet import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Server:
    """A dashboard that runs: where it is, and its processes."""

    address: str
    process: int

    def memory(self) -> dict[str, int]:
        """MB of all its processes: resident, and with what several share counted once (Linux)."""
        told = {"Rss": 0, "Pss": 0}
        for process in self.family():
            with suppress(OSError):
                for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
                    name, _, rest = line.partition(":")
                    if name in told:
                        told[name] += int(rest.split()[0])
        return {name: size * 1024 // 1_000_000 for name, size in told.items()}

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = [Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split() for process in self.family()]
        return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")

    def family(self) -> Sequence[int]:
        """The process, and those that it started."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        return [self.process, *map(int, children)]


@contextmanager
def serving(table: Path, *more: str) -> Iterator[Server]:
    """`tieline serve` for a table, while it lasts."""
    command = [sys.executable, "-m", "timeline", "serve", str(table), "--port", "0", *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            line = program.stdout.readline() if program.stdout else ""
            yield Server(re.findall(r"http://[^\s:]+:\d+", line)[0], program.pid)
        finally:
            program.terminate()


def big_file(folder: Path, size: int) -> Path:
    """The made-up timeline of this size; made once for each version of the schema, and kept."""
    path = folder / f"big-{SCHEMA_VERSION}-{size}.parquet"
    if not path.exists():
        part = path.with_suffix(".part")
        write_big_table(part, size)
        part.rename(path)
    return path
