"""Pairs the rows of two timelines, each with one of the other at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from timeline.table.compared.near import Near, near
from timeline.table.compared.side import Mask, Numbers, Side, side_of
from timeline.table.index import EPOCH

WITHIN = 31  # days
UNLIKE = (0, 2, 7)  # days that count as away: the same type, types that reports mix up, another type of the quad


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two timelines meet, in the days that both cover; the last is before the first where there are none.

    pairs         the rows that are taken for one event, by their numbers
    ours, theirs  which rows are compared: they took place, in those days, and in dyads that the other has too
    again         rows of theirs without a pair that may be reports of what has one
    elsewhere     how many of ours, and of theirs, took place in those days in dyads that the other does not have
    by_chance     how many pairs there would be with all days of theirs moved: about so many mean nothing
    """

    since: date
    until: date
    within: int
    pairs: Near
    ours: Mask
    theirs: Mask
    again: Mask
    elsewhere: tuple[int, int]
    by_chance: int


def compare(ours: pd.DataFrame, theirs: pd.DataFrame, within: int = WITHIN) -> Comparison:
    """Pairs the events of two timelines.

    Two events may be one if they have a dyad in common, whoever acts; if their types are the same, or such as reports
    mix up, or of one quad; and if their days are at most `within` apart. The nearest pair is made first, and no event
    is in two. A date known to a month or so counts as half of its length away, and another type as UNLIKE says.
    """
    one, other = side_of(ours), side_of(theirs)
    first, last = _common(one, other)
    shared = set(one.dyads.values) & set(other.dyads.values)
    inside = one.between(first, last), other.between(first, last)
    mine, yours = inside[0] & one.in_dyads(shared), inside[1] & other.in_dyads(shared)
    pairs = _paired(one, other, _among(near(one, other, within), mine, yours))
    return Comparison(
        date.fromordinal(first + EPOCH),
        date.fromordinal(last + EPOCH),
        within,
        pairs,
        mine,
        yours,
        _again(_among(near(other, one, within), yours, mine), pairs, len(other)),
        (int((inside[0] & ~mine).sum()), int((inside[1] & ~yours).sum())),
        _by_chance(one, other, within, mine, yours),
    )


def lonely(found: Comparison) -> tuple[Mask, Mask]:
    """The compared rows of ours, and of theirs, that the other lacks."""
    alone, others = found.ours.copy(), found.theirs & ~found.again
    alone[found.pairs.ours] = False
    others[found.pairs.theirs] = False
    return alone, others


def _common(one: Side, other: Side) -> tuple[int, int]:
    """The first and last day that both have."""
    spans = one.span(), other.span()
    return max(first for first, _ in spans), min(last for _, last in spans)


def _among(found: Near, ours: Mask, theirs: Mask) -> Near:
    return found.take(ours[found.ours] & theirs[found.theirs])


def _paired(one: Side, other: Side, found: Near) -> Near:
    """The nearest pairs first; no row is in two."""
    stretch = np.maximum(one.stretch(found.ours), other.stretch(found.theirs))
    away = 2 * (np.abs(found.days) + np.array(UNLIKE)[found.unlike]) + stretch
    order = np.lexsort((found.theirs, found.ours, away))
    mine, yours, kept = set[int](), set[int](), list[int]()
    for place, ours, theirs in zip(
        order.tolist(), found.ours[order].tolist(), found.theirs[order].tolist(), strict=True
    ):
        if ours not in mine and theirs not in yours:
            mine.add(ours)
            yours.add(theirs)
            kept.append(place)
    chosen: Numbers = np.array(kept, dtype=np.int64)
    return found.take(chosen[np.argsort(found.ours[chosen])])


def _again(back: Near, pairs: Near, size: int) -> Mask:
    """The rows of theirs, of `size`, that may tell what is paired already."""
    told = np.isin(back.theirs, pairs.ours)
    mask = np.zeros(size, dtype=bool)
    mask[back.ours[told]] = True
    mask[pairs.theirs] = False
    return mask


def _by_chance(one: Side, other: Side, within: int, mine: Mask, yours: Mask) -> int:
    """The mean of two moves, by a third and two thirds of the days that both cover."""
    first, last = _common(one, other)
    if last < first:
        return 0
    moved = [other.moved((last - first + 1) * part // 3, first, last) for part in (1, 2)]
    counts = [len(_paired(one, there, _among(near(one, there, within), mine, yours)).ours) for there in moved]
    return round(sum(counts) / len(counts))
