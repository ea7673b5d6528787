"""Two reports of one act that give it different days: neither is believed, and both are kept.

Precise before complete. An act that is repeated within days, such as a missile test or a telephone call, is another
act each time; so is what one and the same article tells of two days. Only days that words name outright count, never
those worked out from a weekday or the day of publication: these may be misread, or be of another time zone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.merge.compare import told_apart
from timeline.merge.lexicon import load_lexicon
from timeline.merge.traits import Traits
from timeline.merge.words import words
from timeline.model import Event, EventType, Evidence, Granularity, Status

FEW_DAYS = 3  # that reports of one act may be apart
ALIKE = 0.75  # of the words of the shorter sentence, names among them, that the other has
LEAST = 5  # words in common
READ = 8  # reports of a row that are looked at
MET = 16  # rows that one is compared with, among those with the same person or place
NAMED = ("explicit", "named-day")
# What is done once, with the modes for which that holds; "" for an act without a mode.
ONCE = {
    EventType.AGREE: ("",),
    EventType.SUPPORT: ("",),
    EventType.CONSULT: ("meet", "visit"),
    EventType.SANCTION: ("", "expel", "withdraw", "discontinue", "economic"),
    EventType.RETREAT: ("", "withdraw", "release", "ceasefire", "disarm"),
}


def disputed(events: Mapping[int, Event], pairs: Iterable[tuple[int, int]]) -> list[Event]:
    """The events; those in a pair of numbers are disputed, and say by which others."""
    against: dict[int, set[str]] = defaultdict(set)
    for one, other in pairs:
        against[one].add(events[other].event_id)
        against[other].add(events[one].event_id)
    return [
        replace(event, disputed=True, disputed_by=tuple(sorted(against[number]))) if number in against else event
        for number, event in events.items()
    ]


def clashes(rows: Sequence[Traits]) -> list[tuple[int, int]]:
    """The pairs of numbers of rows that clash, the lesser first; sorted."""
    return sorted({(min(pair), max(pair)) for pair in _near(rows) if clash(rows[pair[0]], rows[pair[1]])})


def _near(rows: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs of rows of the same act by the same sides, with a person or the place in common, within a few days."""
    lists: dict[object, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if _is_once(row):
            for name in (*row.persons, row.place):
                lists[row.type, row.mode, row.dyad, name].append(number)
    for numbers in lists.values():
        by_day = sorted(numbers, key=lambda number: (rows[number].first, number))
        for at, one in enumerate(by_day):
            for other in by_day[at + 1 : at + 1 + MET]:
                if rows[other].first - rows[one].first > FEW_DAYS:
                    break
                yield one, other


def _is_once(row: Traits) -> bool:
    exact = row.event.when.granularity is Granularity.DAY and row.event.date_basis in NAMED
    return exact and row.event.status is Status.ACTUAL and row.mode in ONCE.get(row.type, ())


def clash(a: Traits, b: Traits) -> bool:
    """Whether two rows are surely of one act, and give it different days."""
    same = (
        a.type is b.type and a.mode == b.mode and a.dyad == b.dyad and (a.sources == b.sources or a.mutual or b.mutual)
    )
    days = _is_once(a) and _is_once(b) and 0 < abs(a.first - b.first) <= FEW_DAYS
    if not same or not days or (a.human and b.human) or a.articles & b.articles or told_apart(a, b):
        return False
    return _circumstances(a, b) and any(_retold(one, other, a.mode) for one in _dated(a) for other in _dated(b))


def _circumstances(a: Traits, b: Traits) -> bool:
    """Whether people and place agree as far as both tell them, and one of the two is told by both."""
    fewer = min(len(a.persons), len(b.persons))
    people, places = len(a.persons & b.persons) == fewer, a.place == b.place or not (a.place and b.place)
    return people and places and bool(fewer or (a.place and b.place))


def _dated(row: Traits) -> list[Evidence]:
    """The first of its reports that name its day."""
    edtf = row.event.when.edtf
    return [each for each in row.event.evidence if each.date_edtf == edtf and each.date_basis in NAMED][:READ]


def _retold(one: Evidence, other: Evidence, mode: str) -> bool:
    """Whether two sentences tell the same act in much the same words, and neither speaks of a repetition."""
    lexicon, (a, b) = load_lexicon(), (_stems(each.quote) for each in (one, other))
    if not a or not b or len(a & b) < max(LEAST, ALIKE * min(len(a), len(b))):
        return False
    heads = [lexicon.head(each.trigger_span.text) for each in (one, other) if each.trigger_span]
    if mode == "visit" and not (len(heads) == 2 and lexicon.moments.issuperset(heads)):
        return False  # who visits a country on one day may still be there on the next
    return len(set(heads)) < 2


@lru_cache(maxsize=10_000)
def _stems(quote: str) -> frozenset[str]:
    """The stems of a sentence; none where it speaks of a repetition."""
    lexicon = load_lexicon()
    return frozenset() if lexicon.again.intersection(words(quote)) else lexicon.content_stems(quote)
