"""Which rows pass a filter, and what each further choice would leave.

What a choice would leave is counted for every value of every facet: a row counts for a facet if it passes all *other*
parts of the filter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from timeline.table.bits import Bits, pack
from timeline.table.filter import Filter
from timeline.table.index import Index, since_epoch
from timeline.table.kept import Kept

COUNTED = ("actor", "type", "status", "precision", "disputed", "checked", "said_by", "publisher", "built")
# Facets of which a row needs but one of the values that are chosen, and what of a filter chooses them.
ALTERNATIVES: Mapping[str, Callable[[Filter], tuple[str, ...]]] = MappingProxyType(
    {
        "type": lambda asked: asked.types,
        "status": lambda asked: asked.statuses,
        "precision": lambda asked: asked.precisions,
        "said_by": lambda asked: asked.said_by,
        "publisher": lambda asked: asked.publishers,
        "place": lambda asked: asked.places,
        "disputed": lambda asked: _answer(asked.disputed),
        "checked": lambda asked: _answer(asked.checked),
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The rows that pass `asked`; `parts` has those that pass each part of it alone."""

    index: Index
    kept: Kept
    parts: Mapping[str, Bits]

    @property
    def rows(self) -> npt.NDArray[np.int32]:
        """Their numbers."""
        return self.kept.rows

    def counts(self) -> dict[str, dict[str, int]]:
        """For each facet and value how many rows choosing it would leave. Actors must all take part, so what is
        counted for an actor is what is left once it is added; a build counts what is new since it."""
        return {name: self.count(name) for name in COUNTED}

    def count(self, name: str) -> dict[str, int]:
        """The same for one facet."""
        found = self.index.facets[name].count(self.without(name if name != "actor" else ""))
        return _since(found) if name == "built" else found

    def among(self, other: Selection) -> npt.NDArray[np.int32]:
        """The rows that pass both filters."""
        return np.intersect1d(self.rows, other.rows, assume_unique=True)

    def without(self, name: str) -> Kept:
        """The rows that pass all parts of the filter but this one."""
        if name not in self.parts:
            return self.kept
        return _all([part for other, part in self.parts.items() if other != name], self.index)


def select(index: Index, asked: Filter) -> Selection:
    """What passes a filter."""
    parts = dict(_parts(index, asked))
    return Selection(index, _all(list(parts.values()), index), MappingProxyType(parts))


def _parts(index: Index, asked: Filter) -> Iterator[tuple[str, Bits]]:
    """One set of rows for each part of the filter that asks for something."""
    if asked.actors:
        having = [index.facets["actor"].having((code,)) for code in asked.actors]
        yield "actor", reduce(np.bitwise_and, having)
    for name, chosen in ALTERNATIVES.items():
        if values := chosen(asked):
            yield name, index.facets[name].having(values)
    if asked.since:
        yield "since", pack(index.last >= since_epoch(asked.since))
    if asked.until:
        yield "until", pack(index.first <= since_epoch(asked.until))
    if asked.min_confidence > 0:
        yield "confidence", index.at_least(asked.min_confidence)
    if asked.new_since:
        builds = index.facets["built"]
        yield "built", builds.of_codes(np.array([build >= asked.new_since for build in builds.values], dtype=bool))
    if asked.text.strip():
        yield "text", index.telling.holding(asked.text.strip())


def _all(parts: list[Bits], index: Index) -> Kept:
    return Kept(index.size, bits=reduce(np.bitwise_and, parts)) if parts else index.everything


def _answer(asked: bool | None) -> tuple[str, ...]:
    return () if asked is None else ("yes" if asked else "no",)


def _since(counts: Mapping[str, int]) -> dict[str, int]:
    """What is new since each build: what was added by it and by all later ones. The latest comes first."""
    latest = sorted(counts, reverse=True)
    return dict(zip(latest, np.cumsum([counts[build] for build in latest]).tolist(), strict=True))
