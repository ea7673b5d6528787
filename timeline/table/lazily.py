"""Parts of a table that are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")


class Lazily(Mapping[str, T]):
    """What `made` makes of one table, by its names; each once, by whichever thread asks first."""

    def __init__(self, frame: pd.DataFrame, makers: Mapping[str, Callable[[pd.DataFrame], T]]) -> None:
        self._frame = frame
        self._makers = makers
        self._made: dict[str, T] = {}
        self._lock = RLock()

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            with self._lock:
                if name not in self._made:
                    self._made[name] = self._makers[name](self._frame)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
