"""In processes of this machine.

They are started afresh ("spawn"), never forked: a fork copies locks that other threads hold, and only spawn works on
every system. Each starts when there is work for it, opens what its work needs once, and stays to the end.

A worker holds one end of a pipe, the leash. When this process closes the other end, or ends in whatever way, even
killed, the system lets go of it and the worker ends at once: nothing is left behind.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import MappingProxyType

from timeline.engines.engine import AHEAD, Item, Result, in_order
from timeline.errors import EngineError

# Libraries that compute with threads of their own would have as many as there are cores, in each worker.
ONE_THREAD: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1")
)
LOST = (
    "a worker process ended before its work was done: the system may have run out of memory (try fewer workers), "
    "or somebody stopped it"
)


@dataclass(frozen=True, slots=True)
class Processes:
    """The engine "processes"; see `open_processes`."""

    pool: ProcessPoolExecutor
    workers: int

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """See Engine.map."""

        def submit(item: Item) -> Future[Result]:
            with _deaf():
                return self.pool.submit(work, item)

        try:
            yield from in_order(submit, items, AHEAD * self.workers)
        except BrokenProcessPool:
            raise EngineError(LOST) from None


@contextmanager
def open_processes(workers: int) -> Iterator[Processes]:
    """Workers until the end of the block; where it ends in an error or by Ctrl-C, what they do is broken off."""
    context = get_context("spawn")
    held, leash = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, context, _begin, (held,))
    try:
        with _environment(ONE_THREAD):
            yield Processes(pool, workers)
    except BaseException:
        leash.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        leash.close()
        held.close()


def _begin(leash: Connection) -> None:
    """What a worker does first. Ctrl-C reaches it too, but it is for the process that has the leash to decide."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(leash,), daemon=True).start()


def _watch(leash: Connection) -> None:
    leash.poll(None)
    os._exit(1)


@contextmanager
def _deaf() -> Iterator[None]:
    """A worker started in here never hears Ctrl-C; this process hears it at the end of the block."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _environment(settings: Mapping[str, str]) -> Iterator[None]:
    """The variables as what is started in here sees them; what the user has set stays."""
    added = {name: value for name, value in settings.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)
