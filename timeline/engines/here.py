"""In this process, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from timeline.engines.engine import Item, Result

Progress = Callable[[int, int], None]


class Here:
    """The engine "local"."""

    workers = 1

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """
        >>> list(Here().map(len, ["Kim", "Putin"]))
        [3, 5]
        """
        return map(work, items)


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
