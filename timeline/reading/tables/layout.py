"""What there is to know of a format: how it is told from others, and what reads its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.reading.tables.cells import Cells
from timeline.reading.tables.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Layout:
    """One format.

    fits     whether the cells of the first line are such as this format has
    columns  the names of its columns, where the file does not say them
    """

    name: str
    read: Callable[[Sheet], Cells]
    fits: Callable[[Sequence[str]], bool]
    columns: tuple[str, ...] = ()
