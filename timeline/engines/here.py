"""In this process, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from timeline.engines.engine import Item, Result


class Here:
    """The engine "local"."""

    workers = 1

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """
        >>> list(Here().map(len, ["Kim", "Putin"]))
        [3, 5]
        """
        return map(work, items)
