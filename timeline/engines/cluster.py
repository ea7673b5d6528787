"""On a Dask cluster: one that is there already, or one of this machine's processes.

A worker that dies is no loss: the scheduler gives its items to the others. One item that kills worker after worker
ends the run. The client holds only what is in flight, so that the number of items is no concern of the scheduler.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.engines.engine import AHEAD, Item, Result, in_order
from timeline.errors import EngineError, InputError

if TYPE_CHECKING:
    from distributed import Client

MISSING = "the engine dask needs more packages: pip install 'tieline[cluster]'"
LOST = "one piece of work ended every worker that took it: they may need more memory"
PATIENCE = 20  # seconds for a scheduler to answer, or for its first worker to come


@dataclass(frozen=True, slots=True)
class Cluster:
    """The engine "dask"; see `open_cluster`."""

    client: Client

    @property
    def workers(self) -> int:
        """The threads of all workers that are there now; on a cluster that grows, more later."""
        return max(1, sum(map(int, self.client.nthreads().values())))

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """See Engine.map. A `work` that writes must not mind being done twice: a worker may die after it wrote."""
        from distributed import CancelledError, KilledWorker

        try:
            yield from in_order(lambda item: self.client.submit(work, item, pure=False), items, AHEAD * self.workers)
        except KilledWorker:
            raise EngineError(LOST) from None
        except CancelledError:
            raise EngineError("the Dask scheduler is gone, or was started again") from None


@contextmanager
def open_cluster(scheduler: str, workers: int) -> Iterator[Cluster]:
    """A client of the cluster at `scheduler`; "" starts `workers` processes here, with one thread each, and ends them.

    Raises EngineError where Dask is not installed, InputError for an address where no scheduler answers.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise EngineError(MISSING) from None
    if scheduler:
        with _connected(scheduler) as client:
            yield Cluster(client)
        return
    with (
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield Cluster(client)


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    from distributed import Client

    try:
        client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        raise InputError(scheduler, "--scheduler", "the address of a Dask scheduler, as tcp://10.0.0.1:8786") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise EngineError(f"{scheduler}: this Dask cluster has no workers") from None
        yield client
