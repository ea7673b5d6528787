"""Rows put together step by step, as long as all reports of a group can be of the same days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.merge.apart import ids
from timeline.merge.traits import Traits


class Union:
    """A union-find over numbers from 0."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, number: int) -> int:
        """The number that stands for the set of this one: its least, as `join` keeps it."""
        while self._parent[number] != number:
            self._parent[number] = number = self._parent[self._parent[number]]
        return number

    def join(self, one: int, other: int) -> None:
        """Puts the sets of two numbers together."""
        a, b = sorted((self.root(one), self.root(other)))
        self._parent[b] = a

    def all(self) -> list[list[int]]:
        """The sets, each in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self.root(number)].append(number)
        return list(found.values())


class Groups(Union):
    """Rows in groups. One is made for a step of the merge and dropped after it."""

    def __init__(self, rows: Sequence[Traits]) -> None:
        super().__init__(len(rows))
        self._first = [row.first for row in rows]
        self._last = [row.last for row in rows]
        self._human = [row.human for row in rows]
        self._lasting = [row.lasting for row in rows]
        self._barred = [row.barred for row in rows]
        self._ids = [frozenset(ids(row.event)) if row.barred else frozenset() for row in rows]
        self.beside: dict[int, list[int]] = defaultdict(list)

    def link(self, one: int, other: int) -> None:
        """Joins two groups through a row of each, and notes in `beside` that these two are why; but not where the
        groups share no day, people wrote a row in each, or said of two of their reports that they are not one event.
        """
        a, b = sorted((self.root(one), self.root(other)))
        first, last = self._common(a, b)
        if a == b or first > last or (self._human[a] and self._human[b]) or self._barred[a] & self._ids[b]:
            return
        self.join(a, b)
        self.beside[one].append(other)
        self.beside[other].append(one)
        self._first[a], self._last[a] = first, last
        self._human[a] |= self._human[b]
        self._lasting[a] |= self._lasting[b]
        self._barred[a] |= self._barred[b]
        self._ids[a] |= self._ids[b]

    def _common(self, a: int, b: int) -> tuple[int, int]:
        """The days that two groups share; where one lasts and meets the other, all days of that one."""
        first, last = max(self._first[a], self._first[b]), min(self._last[a], self._last[b])
        lasting = next((group for group in (a, b) if self._lasting[group]), None)
        return (first, last) if lasting is None or first > last else (self._first[lasting], self._last[lasting])
