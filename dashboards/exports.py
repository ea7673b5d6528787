"""Files in the making: each is written in the background, and can be watched, stopped and fetched.

What is known of a file stands beside it on the disk, so that any process of the server can answer for it. Each process
writes one small file and one large one at a time, and rests between batches: nobody waits long for a few events, and
those who read the page are not kept waiting.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from logging import getLogger
from pathlib import Path
from secrets import token_hex
from typing import Any

from timeline.errors import TimelineError
from timeline.storage.atomic import write_bytes
from timeline.storage.export import About, Rows, export_rows, format_named

KEPT = 15 * 60  # seconds that a file waits to be fetched
REST = 0.3  # of the time that a batch took
SMALL = 10_000  # rows
QUEUE = 20  # files that may wait in one process
NOTED = 0.2  # seconds between two notes of how far it is
NAME = re.compile(r"[0-9a-f]{32}")
WAITING, WRITING, READY, FAILED = "waiting", "writing", "ready", "failed"


@dataclass(frozen=True, slots=True)
class Making:
    """How far a file is. `name` is what it will be called, `error` a line for the reader."""

    job: str
    format: str
    name: str
    total: int
    done: int = 0
    stage: str = WAITING
    error: str = ""


class _StoppedError(Exception):
    """The reader does not want the file any more."""


class Exports:
    """The files that the readers of one server asked for."""

    def __init__(self) -> None:
        self._place = Path(tempfile.gettempdir()) / f"tieline-exports-{token_hex(16)}"  # processes that part share it
        self._waiting: set[str] = set()  # jobs of this process
        atexit.register(remove, self._place, os.getpid())

    @cached_property
    def folder(self) -> Path:
        """Where they lie; only this user may look into it."""
        self._place.mkdir(mode=0o700, exist_ok=True)
        return self._place

    @cached_property
    def _small(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")

    @cached_property
    def _large(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="large-export")

    def start(self, rows: Rows, format: str, about: About, name: str, patience: float = 0.0) -> Making:
        """Begins to write, and waits `patience` seconds: most files are done before anyone asks how far they are. One
        that fails at once where QUEUE others wait."""
        self._sweep()
        making = Making(token_hex(16), format, name, len(rows))
        if sum((self.folder / job).exists() for job in tuple(self._waiting)) >= QUEUE:
            return replace(making, stage=FAILED, error=f"{QUEUE} other files wait to be written: try again later.")
        self._waiting.add(making.job)
        (self.folder / making.job).mkdir()
        self._note(making)
        writer = self._large if len(rows) > SMALL else self._small
        written = writer.submit(self._write, making, rows, about)
        written.add_done_callback(tell)
        wait([written], timeout=patience)
        return self.of(making.job) or making

    def of(self, job: object) -> Making | None:
        """How far a file is; None for one that there is not, or not any more."""
        if not isinstance(job, str) or not NAME.fullmatch(job):
            return None
        try:
            return Making(**json.loads((self.folder / job / "state.json").read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None

    def path(self, job: str) -> Path | None:
        """The file, if it is ready."""
        making = self.of(job)
        return self.folder / job / "file" if making and making.stage == READY else None

    def stop(self, job: object) -> None:
        """Stops the writing, and takes away what was written; a file that is not there is no error."""
        if self.of(job):
            shutil.rmtree(self.folder / str(job), ignore_errors=True)

    def _write(self, making: Making, rows: Rows, about: About) -> None:
        self._waiting.discard(making.job)
        end = replace(making, stage=FAILED, error="The file could not be written; the server's log says why.")
        try:
            with (self.folder / making.job / "file").open("wb") as file:
                export_rows(replace(rows, tick=self._ticking(making)), format_named(making.format), file, about)
            end = replace(making, done=making.total, stage=READY)
        except (_StoppedError, FileNotFoundError):
            shutil.rmtree(self.folder / making.job, ignore_errors=True)
        except TimelineError as error:
            end = replace(end, error=str(error))
        finally:
            self._note(end)  # nobody is told of a file that was stopped: its folder is gone

    def _ticking(self, making: Making) -> Callable[[int], None]:
        noted = rested = time.monotonic()

        def tick(done: int) -> None:
            nonlocal noted, rested
            if not (self.folder / making.job).exists():
                raise _StoppedError
            if time.monotonic() - noted > NOTED:
                self._note(replace(making, done=done, stage=WRITING))
                noted = time.monotonic()
            time.sleep((time.monotonic() - rested) * REST)
            rested = time.monotonic()

        return tick

    def _note(self, making: Making) -> None:
        content: dict[str, Any] = asdict(making)
        folder = self.folder / making.job
        if folder.exists():
            write_bytes(folder / "state.json", json.dumps(content).encode())

    def _sweep(self) -> None:
        """Takes away what nobody fetched; what waits or is being written stays, however long that takes."""
        for folder in self.folder.iterdir():
            making = self.of(folder.name)
            with suppress(FileNotFoundError):  # another process may sweep too
                over = making is not None and making.stage in (READY, FAILED)
                if over and time.time() - (folder / "state.json").stat().st_mtime > KEPT:
                    shutil.rmtree(folder, ignore_errors=True)


def tell(written: Future[None]) -> None:
    """Tells the log of an error that nobody foresaw."""
    if error := written.exception():
        getLogger(__name__).error("an export failed", exc_info=error)


def remove(place: Path, process: int) -> None:
    """Removes a folder, if `process` is this one: a worker that ends leaves what others still serve."""
    if os.getpid() == process:
        shutil.rmtree(place, ignore_errors=True)
