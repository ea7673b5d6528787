"""The steps of a merge, the surest first, and which pairs of rows each of them joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from timeline.merge.compare import joinable, needed
from timeline.merge.groups import Pair
from timeline.merge.traits import Traits

CLEARLY = 0.25  # by how much a vague report must fit one event better than any other

Rows = Mapping[int, Traits]
Scores = Mapping[Pair, float]


@dataclass(frozen=True, slots=True)
class Step:
    """wanted: which rows, of those that one event may hold, are looked at; choose: which are joined, in order.

    unlike  whether pairs that are not alike enough are looked at too
    """

    wanted: Callable[[Traits, Traits], bool]
    choose: Callable[[Rows, Scores], Iterator[Pair]]
    unlike: bool = False


def step_of(a: Traits, b: Traits) -> int | None:
    """The number of the step that looks at two comparable rows."""
    if not joinable(a, b):
        return None
    return next((number for number, step in enumerate(STEPS) if step.wanted(a, b)), None)


def _best_first(rows: Rows, scores: Scores) -> Iterator[Pair]:
    """All pairs: they are alike enough."""
    yield from (pair for _, pair in sorted([(-found, pair) for pair, found in scores.items()]))


def _clearly_best(rows: Rows, scores: Scores) -> Iterator[Pair]:
    """Each vague report, with the one event, known more finely, that it fits clearly best."""
    yield from ((vague, fine[0]) for vague, fine in looking_back(rows, scores) if len(fine) == 1)


def looking_back(rows: Rows, scores: Scores) -> Iterator[tuple[int, list[int]]]:
    """Each vague report with the event that it fits best, and then with any that it fits nearly as well."""
    candidates: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), likeness in scores.items():
        vague, fine = (a, b) if _days(rows[a]) > _days(rows[b]) else (b, a)
        candidates[vague].append((likeness, fine))
    for vague, found in sorted(candidates.items()):
        ranked = sorted(found, key=lambda item: (-item[0], item[1]))
        best, fine = ranked[0]
        if best >= needed(rows[vague], rows[fine]):
            yield vague, [other for likeness, other in ranked if best - likeness < CLEARLY]


def _dated(a: Traits, b: Traits) -> bool:
    """Reports whose days are known."""
    return not (a.coarse or b.coarse)


def _looking_back(a: Traits, b: Traits) -> bool:
    """A vague report, and an event that is known more finely."""
    return _days(a) != _days(b) and (a if _days(a) > _days(b) else b).coarse


def _equally_vague(a: Traits, b: Traits) -> bool:
    """Reports that know but the same month or year."""
    return a.coarse and b.coarse and _days(a) == _days(b)


def _days(row: Traits) -> int:
    return row.last - row.first


LOOKING_BACK = Step(_looking_back, _clearly_best, unlike=True)
STEPS = (Step(_dated, _best_first), LOOKING_BACK, Step(_equally_vague, _best_first))
