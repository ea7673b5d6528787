"""How far a build is: told to whoever watches, and counted for the report at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Progress:
    """What is told.

    stage     "read", "copies", "extract", "connect", "join", "write"
    done      of `total` articles (the first three), blocks, parts, or rows; None: nobody knows how many
    articles  in the timeline so far, copies and those set aside not counted; merges: events that joined another
    """

    stage: str = ""
    done: int = 0
    total: int | None = None
    articles: int = 0
    events: int = 0
    merges: int = 0
    copies: int = 0
    set_aside: int = 0


Tell = Callable[[Progress], None]


class Meter:
    """Counts, takes the time of each stage, and tells."""

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = tell or (lambda progress: None)
        self.progress, self.seconds = Progress(), dict[str, float]()

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[None]:
        """A stage of the build; one that comes again counts on."""
        began = perf_counter()
        self.tell(stage=name, done=0, total=total)
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - began

    def tell(self, done: int | None = None, **changed: object) -> None:
        """What is otherwise from now on."""
        if done is not None:
            changed["done"] = done
        self.progress = replace(self.progress, **changed)  # type: ignore[arg-type]
        self._tell(self.progress)
