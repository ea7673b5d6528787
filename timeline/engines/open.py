"""An engine by its name."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext

from timeline.engines.engine import Engine
from timeline.engines.here import Here
from timeline.errors import InputError

ENGINES = ("local", "processes", "dask")


def open_engine(name: str, scheduler: str = "", workers: int | None = None) -> AbstractContextManager[Engine]:
    """The engine, in a `with` block: "local" is this process, "processes" this machine, "dask" a Dask cluster.

    scheduler  the address of a Dask cluster, such as tcp://10.0.0.1:8786; "" starts one on this machine
    workers    processes to start; None: as many as this process may use cores

    Raises InputError for a name, an address or a number that cannot be, EngineError for an engine that cannot start.

    >>> with open_engine("local") as engine:
    ...     list(engine.map(len, ["Kim", "Putin"]))
    [3, 5]
    """
    if name not in ENGINES:
        raise InputError(name, "--engine", f"one of {', '.join(ENGINES)}")
    if scheduler and name != "dask":
        raise InputError(scheduler, "--scheduler", f"no address, since the engine is {name}, not dask")
    if workers is not None and workers < 1:
        raise InputError(workers, "--workers", "a number from 1")
    if name == "local":
        return nullcontext(Here())
    if name == "processes":
        from timeline.engines.processes import open_processes

        return open_processes(workers or cores())
    from timeline.engines.cluster import open_cluster

    return open_cluster(scheduler, workers or cores())


def cores() -> int:
    """The cores that this process may use: in a container, often fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
