"""In this process, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]


def run(work: Callable[[Item], Result], items: Sequence[Item], progress: Progress | None = None) -> Iterator[Result]:
    """What `work` makes of each item, in order. `progress` is told (done, of how many), from 0 on.

    >>> list(run(len, ["Kim", "Putin"]))
    [3, 5]
    """
    tell = progress or (lambda done, total: None)
    tell(0, len(items))
    for done, item in enumerate(items, 1):
        yield work(item)
        tell(done, len(items))
