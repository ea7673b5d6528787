"""How steps are given out, and what of them is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

import pyarrow as pa

from timeline.engines import Engine
from timeline.pipeline.cluster.layout import Group, Width
from timeline.pipeline.cluster.shards import Counts, Shuffle, once
from timeline.pipeline.progress import Meter
from timeline.reading.articles import Options

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a build in shards is to do.

    inputs    files, folders and addresses of articles
    out       the folder of the timeline, a path or an address
    options   how articles are read
    work      the folder of what is kept, so that nothing is done twice
    fresh     what earlier builds kept is taken away first
    piece     bytes of input that are read at once; 0: as fits the input
    bucket    articles whose rows are brought together at once
    """

    inputs: tuple[str, ...]
    out: str
    work: str
    options: Options = field(default_factory=Options)
    focus: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    fresh: bool = False
    piece: int = 0
    bucket: int = 50_000


@dataclass(frozen=True, slots=True)
class Named(Generic[Item]):
    """A step whose counts are kept for each item, by a name that the item brings along; `lasting` as in Place.write."""

    folder: str
    step: Callable[[Item], Counts]
    lasting: bool = True

    def __call__(self, item: tuple[str, Item]) -> tuple[Counts, bool]:
        """What it counted, and whether it had to be done."""
        return once(self.folder, item[0], lambda: self.step(item[1]), lasting=self.lasting)


@dataclass(frozen=True, slots=True)
class Road:
    """Gives steps to an engine. All that hangs on the whole input is kept in `folder`."""

    engine: Engine
    meter: Meter
    folder: str
    width: Width

    def below(self, name: str) -> Road:
        """The same for steps that all hang on one thing, which has this name."""
        return replace(self, folder=f"{self.folder}/steps/{name}")

    def shuffle(self, name: str, schema: pa.Schema) -> Shuffle:
        """A table for rows that change hands."""
        return Shuffle(f"{self.folder}/{name}", schema)

    def buckets(self, name: str, step: Callable[[int], Counts]) -> list[Counts]:
        """Has a step done for each bucket."""
        return self.run(name, step, ((str(number), number) for number in range(self.width.buckets)))

    def groups(self, name: str, step: Callable[[Group], Counts], keys: Sequence[str]) -> list[Counts]:
        """The same for each group of pieces, given the keys of all."""
        return self.run(name, step, ((str(group.number), group) for group in self.width.groups(keys)))

    def run(self, name: str, step: Callable[[Item], Counts], items: Iterable[tuple[str, Item]]) -> list[Counts]:
        """The same for items with their names."""
        return list(self._told(self.engine.map(Named(f"{self.folder}/done/{name}", step, lasting=False), items)))

    def added(self, name: str, step: Callable[[int], Counts]) -> Counts:
        """As `buckets`, the counts added up."""
        return total(self.buckets(name, step))

    def _told(self, results: Iterable[tuple[Counts, bool]]) -> Iterator[Counts]:
        for counts, _ in results:
            self.meter.tell(self.meter.progress.done + 1)
            yield counts


def ask(engine: Engine, work: Callable[[Item], Result], item: Item) -> Result:
    """Has one thing done by a worker."""
    [result] = engine.map(work, [item])
    return result


def total(counts: Iterable[Counts]) -> Counts:
    """
    >>> total([{"rows": 2}, {"rows": 3, "days": 1}])
    {'rows': 5, 'days': 1}
    """
    found = Counter[str]()
    for each in counts:
        found.update(each)
    return dict(found)
