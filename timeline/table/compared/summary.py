"""A comparison in figures: for people to read, and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from timeline.table.compared.compare import Comparison, lonely
from timeline.table.compared.side import TYPES, Mask, side_of


@dataclass(frozen=True, slots=True)
class TypeCount:
    """Rows of one type that are compared, and those of them that have no pair; `again` as in Comparison.

    `matched` counts the pairs by our type; `days` is the median of how much later theirs is, where both are known to
    the day, and None where no pair is.
    """

    matched: int
    days: float | None
    ours: int
    only_ours: int
    theirs: int
    again: int
    only_theirs: int


@dataclass(frozen=True, slots=True)
class Summary:
    """`days` counts the pairs by how many days theirs is later; `inside` those of which one is known to a stretch of
    days only, such as a month, in which the other lies."""

    since: date
    until: date
    within: int
    matched: int
    same_type: int
    by_chance: int
    elsewhere: tuple[int, int]
    inside: int
    days: Mapping[int, int]
    types: Mapping[str, TypeCount]
    all: TypeCount


def summary(found: Comparison, ours: pd.DataFrame, theirs: pd.DataFrame) -> Summary:
    """The figures of a comparison of these two."""
    inside = _inside(found, ours, theirs)
    one, other = ours["type"].astype(str).to_numpy(), theirs["type"].astype(str).to_numpy()
    types = {kind.value: _count(found, one == kind, other == kind, ~inside) for kind in TYPES}
    return Summary(
        found.since,
        found.until,
        found.within,
        matched=len(found.pairs.ours),
        same_type=int((found.pairs.unlike == 0).sum()),
        by_chance=found.by_chance,
        elsewhere=found.elsewhere,
        inside=int(inside.sum()),
        days=dict(sorted(Counter(found.pairs.days[~inside].tolist()).items())),
        types={kind: count for kind, count in types.items() if count.ours or count.theirs},
        all=_count(found, one != "", other != "", ~inside),
    )


def _inside(found: Comparison, ours: pd.DataFrame, theirs: pd.DataFrame) -> Mask:
    """The pairs whose days overlap, and are not both known to the day."""
    one, other = side_of(ours).stretch(found.pairs.ours), side_of(theirs).stretch(found.pairs.theirs)
    inside: Mask = (found.pairs.days == 0) & ((one > 0) | (other > 0))
    return inside


def _count(found: Comparison, one: Mask, other: Mask, exact: Mask) -> TypeCount:
    """The figures of some rows of ours, and some of theirs."""
    alone, others = lonely(found)
    ours, theirs, pairs = found.ours & one, found.theirs & other, one[found.pairs.ours]
    days = found.pairs.days[pairs & exact]
    return TypeCount(
        matched=int(pairs.sum()),
        days=float(np.median(days)) if len(days) else None,
        ours=int(ours.sum()),
        only_ours=int((ours & alone).sum()),
        theirs=int(theirs.sum()),
        again=int((theirs & found.again).sum()),
        only_theirs=int((theirs & others).sum()),
    )
