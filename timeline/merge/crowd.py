"""Which rows are compared at all: in a small crowd all that share a day, in a large one those most likely alike.

Nothing is ever compared with all others in a large crowd. Each row looks up what it tells (its rarest words, persons,
place and kind) in lists of who else tells that, takes a few from each list, and is compared with those met most often.
So the work is in step with the number of rows, whatever their days and words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from timeline.merge.groups import Pair
from timeline.merge.traits import Traits

FEW = 24  # rows, of which all pairs that share a day are compared
RARE = 8  # so many of its words are looked up
NEAR = 6  # so many others are taken from a list
LIKELY = 6  # with so many a row is compared
# What likeness in each respect is worth before anything is compared, about in step with `compare.WEIGHTS`.
KIND, PERSON, PLACE, WORD = 1.0, 0.5, 0.4, 0.2


def pairs_of(rows: Sequence[Traits]) -> Iterator[Pair]:
    """Numbers of rows that are to be compared; the same pair may come twice."""
    return _sweep(rows) if len(rows) <= FEW else Crowd(rows).pairs()


def _sweep(rows: Sequence[Traits]) -> Iterator[Pair]:
    """All that share a day: a row meets those that begin before it ends."""
    by_day = sorted(range(len(rows)), key=lambda number: rows[number].first)
    for at, one in enumerate(by_day):
        last = rows[one].last
        for after in range(at + 1, len(by_day)):
            other = by_day[after]
            if rows[other].first > last:
                break
            yield one, other


class Crowd:
    """Many rows in order of time, and for all that is told, lists of who tells it.

    There are lists for each width of what is told of time, a power of two days: so a row finds at once those that
    share a day with it and are told no less exactly.
    """

    def __init__(self, rows: Sequence[Traits]) -> None:
        self._order = sorted(range(len(rows)), key=lambda number: rows[number].first)
        self._rows = [rows[number] for number in self._order]
        self._firsts = [row.first for row in self._rows]
        counts = Counter(word for row in rows for word in row.words)
        self._told = [_told(row, counts) for row in self._rows]
        self._lists: dict[int, dict[object, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, (row, told) in enumerate(zip(self._rows, self._told, strict=True)):
            lists = self._lists[_width(row)]
            for each in told:
                lists[each].append(at)

    def pairs(self) -> Iterator[Pair]:
        """Each row with the likeliest of those that are told as exactly, or more."""
        for at, number in enumerate(self._order):
            worth: dict[int, float] = defaultdict(float)
            for width in self._lists:
                if width <= _width(self._rows[at]):
                    self._meet(at, width, worth)
            for _, other in sorted([(-value, other) for other, value in worth.items()])[:LIKELY]:
                yield number, self._order[other]

    def _meet(self, at: int, width: int, worth: dict[int, float]) -> None:
        """Adds what is shared with a few of those of a width that can share a day: the nearest, or some of all."""
        row, lists = self._rows[at], self._lists[width]
        begin = bisect_left(self._firsts, row.first - (1 << width) + 1)
        end = bisect_right(self._firsts, row.last)
        for each, value in self._told[at].items():
            if found := lists.get(each):
                for other in _some(found, (begin, at, end), width == _width(row)):
                    worth[other] += value


def _some(found: Sequence[int], places: tuple[int, int, int], near: bool) -> Sequence[int]:
    """A few entries of a list from a place to another: those next to the middle one, or from all over."""
    low, high = bisect_left(found, places[0]), bisect_left(found, places[2])
    if high - low <= NEAR:
        return [other for other in found[low:high] if other != places[1]]
    if not near:
        return found[low : high : (high - low) // NEAR + 1]
    middle = bisect_left(found, places[1])
    return [*found[max(low, middle - NEAR // 2) : middle], *found[middle + 1 : min(high, middle + 1 + NEAR // 2)]]


def _width(row: Traits) -> int:
    """The power of two, in days, that what is told of time is not longer than."""
    return (row.last - row.first).bit_length()


def _told(row: Traits, counts: Counter[str]) -> dict[object, float]:
    """What a row can be found by, and what it is worth. A word that nobody else has is worth nothing."""
    shared = [word for word in row.words if counts[word] > 1]
    rare = sorted(shared, key=lambda word: (counts[word], word))[:RARE]
    told: dict[object, float] = dict.fromkeys(rare, WORD)
    told |= dict.fromkeys(row.persons, PERSON)
    if row.place:
        told[row.place] = PLACE
    told[row.type, row.mode] = KIND
    return told
