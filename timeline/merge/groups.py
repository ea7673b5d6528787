"""Numbers and rows put together step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline.merge.apart import ids
from timeline.merge.traits import Traits
from timeline.model import EventType

Pair = tuple[int, int]


class Union:
    """A union-find over numbers; each is a set of its own until it is joined."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def root(self, number: int) -> int:
        """The number that stands for the set of this one: its least, as `join` keeps it."""
        parent = self._parent
        while number in parent:
            above = parent[number]
            if above in parent:
                parent[number] = above = parent[above]
            number = above
        return number

    def join(self, one: int, other: int) -> None:
        """Puts the sets of two numbers together."""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._parent[max(a, b)] = min(a, b)

    def sets(self, numbers: Iterable[int]) -> list[list[int]]:
        """The sets of some numbers, in their order."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            found[self.root(number)].append(number)
        return list(found.values())


def parts(size: int, edges: Iterable[Pair]) -> list[list[int]]:
    """The numbers below `size` in parts, between which there is no edge; each part sorted, by its least number.

    >>> parts(4, [(1, 3)])
    [[0], [1, 3], [2]]
    """
    union = Union()
    for one, other in edges:
        union.join(one, other)
    return union.sets(range(size))


class Groups(Union):
    """Rows in groups. One is made for a step of the merge and dropped after it."""

    def __init__(self, rows: Mapping[int, Traits]) -> None:
        super().__init__()
        self._rows = rows
        self._days: dict[int, tuple[int, int]] = {}
        self._human: set[int] = set()
        self._lasting: set[int] = set()
        self._apart: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self._told: dict[int, tuple[frozenset[EventType], frozenset[tuple[str, int]]]] = {}
        self.beside: dict[int, list[int]] = defaultdict(list)

    def all(self) -> list[list[int]]:
        """The groups of more than one row, each in order."""
        return self.sets(sorted(self.beside))

    def link(self, one: int, other: int) -> bool:
        """Joins two groups through a row of each, and notes in `beside` that these two are why; but not where the
        groups share no day, people wrote a row in each, or said of two of their reports that they are not one event,
        or where one sentence tells of a different act in each.
        """
        a, b = sorted((self._met(one), self._met(other)))
        first, last = self._common(a, b)
        if a == b or first > last or {a, b} <= self._human or self._kept_apart(a, b):
            return False
        self.join(a, b)
        self.beside[one].append(other)
        self.beside[other].append(one)
        self._days[a] = first, last
        for marked in (self._human, self._lasting):
            if b in marked:
                marked.add(a)
        self._apart[a] = self._apart[a][0] | self._apart[b][0], self._apart[a][1] | self._apart[b][1]
        self._told[a] = self._told[a][0] | self._told[b][0], self._told[a][1] | self._told[b][1]
        return True

    def _kept_apart(self, a: int, b: int) -> bool:
        """Whether a person says of two groups that they are not one event, or a sentence tells two acts of them."""
        (kinds, sentences), (others, theirs) = self._told[a], self._told[b]
        two = len(kinds | others) > 1 and not sentences.isdisjoint(theirs)
        return two or not self._apart[a][0].isdisjoint(self._apart[b][1])

    def _met(self, number: int) -> int:
        """The root of a row, of which all is noted that counts."""
        root, row = self.root(number), self._rows[number]
        if root == number and number not in self._days:
            self._days[number] = row.first, row.last
            self._human |= {number} if row.human else set()
            self._lasting |= {number} if row.lasting else set()
            self._apart[number] = row.barred, frozenset(ids(row.event)) if row.barred else frozenset()
            self._told[number] = frozenset({row.type}), row.sentences
        return root

    def _common(self, a: int, b: int) -> tuple[int, int]:
        """The days that two groups share; where one lasts and meets the other, all days of that one."""
        (first, last), (begin, end) = self._days[a], self._days[b]
        days = max(first, begin), min(last, end)
        lasting = next((group for group in (a, b) if group in self._lasting), None)
        return days if lasting is None or days[0] > days[1] else self._days[lasting]
