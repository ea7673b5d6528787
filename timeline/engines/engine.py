"""What an engine is, and the order that all of them keep."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)

AHEAD = 3  # items in flight for each worker: one in work, the others so that none waits for the next


class Engine(Protocol):
    """Where work is done. It knows nothing of what the work is."""

    @property
    def workers(self) -> int:
        """How many items are worked on at the same time."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """What `work` makes of each item, in the order of the items; nothing is begun before it is asked for.

        `work` is a function at the top of a module, and items and results can be pickled. Items are taken from
        a generator as they are needed, AHEAD for each worker. An exception of the work comes out as it is.
        Raises EngineError where a worker is lost and the work with it.
        """


class Later(Protocol[Result_co]):
    """A result that is being worked on: the part of a future that all engines' futures have."""

    def result(self) -> Result_co: ...
    def done(self) -> bool: ...
    def cancel(self) -> object: ...


def in_order(submit: Callable[[Item], Later[Result]], items: Iterable[Item], limit: int) -> Iterator[Result]:
    """The results in the order of the items, each as soon as it is its turn; never more than `limit` in flight."""
    waiting = deque[Later[Result]]()
    try:
        for item in items:
            waiting.append(submit(item))
            while waiting and (len(waiting) >= limit or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for later in waiting:
            later.cancel()
