"""Rows that become fewer, round by round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from timeline.merge.clash import clashes
from timeline.merge.compare import comparable, contradict, needed, score
from timeline.merge.groups import Groups, Pair
from timeline.merge.steps import LOOKING_BACK, STEPS, Rows, looking_back, step_of
from timeline.merge.traits import Traits

AsOne = Callable[[Rows, Sequence[int], Mapping[int, Sequence[int]]], Traits]


class Rounds:
    """Steps, the surest first, until none of them changes anything; a round ends with the first that does.

    A row that several have become has the number of the first of them, and stands beside all that stood beside one of
    them. Only such rows are compared anew in the next round, so the work goes with what is joined.

    rows   those left, by number
    links  the pairs that were joined, by the numbers of the first of each
    denials  the pairs of rows left that contradict each other, and how alike they are
    """

    def __init__(self, rows: Sequence[Traits], pairs: Iterable[Pair], as_one: AsOne) -> None:
        self.rows = dict(enumerate(rows))
        self.links: list[Pair] = []
        self._as_one = as_one
        self._beside: dict[int, set[int]] = defaultdict(set)
        for one, other in pairs:
            self._beside[one].add(other)
            self._beside[other].add(one)
        self._scores: tuple[dict[Pair, float], ...] = tuple({} for _ in STEPS)
        self.denials: dict[Pair, float] = {}
        new = list(self._beside)
        while new:
            self._compare(new)
            new = self._round()

    def undecided(self) -> Iterator[tuple[int, list[int]]]:
        """Vague reports that fit several of the rows left nearly as well, with these, the best first."""
        yield from looking_back(self.rows, self._scores[STEPS.index(LOOKING_BACK)])

    def clashes(self) -> list[Pair]:
        """The pairs of rows left that give one act different days."""
        numbers = list(self.rows)
        return [(numbers[a], numbers[b]) for a, b in clashes([self.rows[number] for number in numbers])]

    def _compare(self, new: Iterable[int]) -> None:
        compared = set[int]()
        for one in new:
            for other in self._beside[one] - compared:
                self._weigh(min(one, other), max(one, other))
            compared.add(one)

    def _weigh(self, one: int, other: int) -> None:
        a, b = self.rows[one], self.rows[other]
        if comparable(a, b):
            if (step := step_of(a, b)) is not None:
                likeness = score(a, b)
                if STEPS[step].unlike or likeness >= needed(a, b):
                    self._scores[step][one, other] = likeness
            elif contradict(a, b):
                self.denials[one, other] = score(a, b)

    def _round(self) -> list[int]:
        """The numbers of the rows that are new after it; none at the end."""
        for step, scores in zip(STEPS, self._scores, strict=True):
            groups = Groups(self.rows)
            self.links += [pair for pair in step.choose(self.rows, scores) if groups.link(*pair)]
            if groups.beside:
                return [self._join(group, groups.beside) for group in groups.all()]
        return []

    def _join(self, group: Sequence[int], beside: Mapping[int, Sequence[int]]) -> int:
        """Puts the row that a group has become in its place."""
        row = self._as_one(self.rows, group, beside)
        near = set[int]()
        for number in group:
            for other in self._beside.pop(number):
                self._forget(number, other)
                near.add(other)
            del self.rows[number]
        first = group[0]
        self.rows[first], self._beside[first] = row, near.difference(group)
        for other in self._beside[first]:
            self._beside[other].difference_update(group)
            self._beside[other].add(first)
        return first

    def _forget(self, one: int, other: int) -> None:
        pair = (one, other) if one < other else (other, one)
        for scores in (*self._scores, self.denials):
            scores.pop(pair, None)
