"""Rows put together step by step, as long as all reports of a group can be of the same days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.merge.traits import Traits


class Groups:
    """A union-find over rows. One is made for a step of the merge and dropped after it."""

    def __init__(self, rows: Sequence[Traits]) -> None:
        self._parent = list(range(len(rows)))
        self._first = [row.first for row in rows]
        self._last = [row.last for row in rows]
        self._human = [row.human for row in rows]
        self._lasting = [row.lasting for row in rows]

    def root(self, row: int) -> int:
        """The row that stands for the group of `row`."""
        while self._parent[row] != row:
            self._parent[row] = row = self._parent[self._parent[row]]
        return row

    def put_together(self, one: int, other: int) -> bool:
        """Joins two groups; does nothing, and says so, where they share no day or people wrote a row in each."""
        a, b = sorted((self.root(one), self.root(other)))
        first, last = self._common(a, b)
        if a == b or first > last or (self._human[a] and self._human[b]):
            return False
        self._parent[b], self._first[a], self._last[a] = a, first, last
        self._human[a] |= self._human[b]
        self._lasting[a] |= self._lasting[b]
        return True

    def _common(self, a: int, b: int) -> tuple[int, int]:
        """The days that two groups share; where one lasts and meets the other, all days of that one."""
        first, last = max(self._first[a], self._first[b]), min(self._last[a], self._last[b])
        lasting = next((group for group in (a, b) if self._lasting[group]), None)
        return (first, last) if lasting is None or first > last else (self._first[lasting], self._last[lasting])

    def all(self) -> list[list[int]]:
        """The groups, each with its rows in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for row in range(len(self._parent)):
            found[self.root(row)].append(row)
        return list(found.values())
