"""What has a lane of its own: an actor, a pair of actors, or a type of event.

Above the line of an actor stands what it does, below it what is done to it. A pair has its cooperation above, its
conflict below; a type has everything above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

import numpy as np

from timeline.figures.balance import FIRST_CONFLICT
from timeline.figures.marks import Mark
from timeline.model import EventType
from timeline.model.plover import definitions
from timeline.table.bits import Mask
from timeline.table.facet import Numbers
from timeline.table.index import Index
from timeline.table.pairs import BETWEEN, pair_of

LARGE, SMALL = 10.0, 6.0  # px of a mark


@dataclass(frozen=True, slots=True)
class Grouping:
    """facet   of the index: its values are those that have lanes
    values  of a mark
    above   whether a mark stands above the line of a value, "" for all that share the last lane
    rows_above   the same for rows of a table and the values that they have, as places in the facet; None for the last
    below   px of the marks below the line
    name    of a value in words, by the names of actors
    about   what above and below mean
    """

    facet: str
    values: Callable[[Mark], Iterable[str]]
    above: Callable[[Mark, str], bool]
    rows_above: Callable[[Index, Numbers, Numbers | None], Mask]
    below: float
    name: Callable[[str, Mapping[str, str]], str]
    about: str


def pairs(mark: Mark) -> set[str]:
    """The dyads of a mark, as the index writes them."""
    return {BETWEEN.join(sorted(pair)) for pair in product(mark.sources, mark.targets) if pair[0] != pair[1]}


def _named(pair: str, names: Mapping[str, str]) -> str:
    """
    >>> _named(f"PRK{BETWEEN}RUS", {"PRK": "North Korea"})
    'North Korea – RUS'
    """
    return " – ".join(names.get(code, code) for code in pair_of(pair))


GROUPINGS: Mapping[str, Grouping] = MappingProxyType(
    {
        "actor": Grouping(
            "actor",
            lambda mark: {*mark.sources, *mark.targets},
            lambda mark, code: not code or code in mark.sources,
            lambda index, rows, pairs: np.ones(len(rows), dtype=bool) if pairs is None else index.acting[pairs],
            SMALL,
            lambda code, names: names.get(code, code),
            "Above the line: what an actor does. Below it: what is done to it.",
        ),
        "dyad": Grouping(
            "dyad",
            pairs,
            lambda mark, _: mark.quad < FIRST_CONFLICT,
            lambda index, rows, _: index.quad[rows] < FIRST_CONFLICT,
            LARGE,
            _named,
            "Above the line: cooperation of the two. Below it: conflict between them.",
        ),
        "type": Grouping(
            "type",
            lambda mark: {mark.type},
            lambda mark, _: True,
            lambda _, rows, __: np.ones(len(rows), dtype=bool),
            LARGE,
            lambda kind, _: definitions()[EventType(kind)].label,
            "Each line has the events of one type.",
        ),
    }
)
