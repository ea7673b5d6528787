"""The rows of one part: one Event for each thing that happened, all evidence kept.

First reports whose days are known are joined, the most alike first; then a report that knows but the month or the year
goes to the one event that it fits clearly best, if there is such a one; then what is left of equally vague reports is
joined. This is repeated until nothing changes: so the result does not hang on the order of the input, and merging it
again changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.merge.apart import Apart, Pairs, apart_from
from timeline.merge.clash import clashes, disputed
from timeline.merge.compare import contradict, joinable, needed, score
from timeline.merge.groups import Groups
from timeline.merge.join import join, order
from timeline.merge.pairs import Pair, Wanted, pairs_of
from timeline.merge.reasons import joined
from timeline.merge.salience import salience
from timeline.merge.traits import Traits, traits
from timeline.model import Event

CLEARLY = 0.25  # by how much a vague report must fit one event better than any other

Scores = Mapping[Pair, float]
Choose = Callable[[Sequence[Traits], Scores], Iterator[Pair]]


def settle(events: Sequence[Event], apart: Pairs = ()) -> list[Event]:
    """The rows of one part: the reports of each event joined, and weighed; in order of (first day, event_id).

    apart  pairs of event_ids of which a person said that they are not one event
    """
    told_apart = apart_from(apart)
    rows = _settled([traits(event, told_apart) for event in _same_id(events)], told_apart)
    return sorted((replace(event, salience=salience(event)) for event in _disputed(rows)), key=place)


def place(event: Event) -> tuple[date, str, str]:
    """By day and id; events without an id still have one order."""
    return event.when.start or date.min, event.event_id, "" if event.event_id else repr(event)


def _same_id(events: Iterable[Event]) -> list[Event]:
    """Events of one id are one event: the id is that of the evidence that founded it. In an order of their own."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        groups[event.event_id].append(event)
    nameless = sorted(groups.pop("", []), key=repr)
    named = (join(sorted(group, key=repr)) if len(group) > 1 else group[0] for group in groups.values())
    return sorted([*nameless, *named], key=order)


def _settled(rows: list[Traits], apart: Apart) -> list[Traits]:
    """Steps, the surest first, until none of them changes anything."""
    while len(rows) > 1:
        fewer = _next(rows, apart)
        if len(fewer) == len(rows):
            break
        rows = fewer
    return rows


def _next(rows: list[Traits], apart: Apart) -> list[Traits]:
    for wanted, choose in STEPS:
        groups = Groups(rows)
        pairs = pairs_of(rows, wanted)
        for pair in choose(rows, {(a, b): score(rows[a], rows[b]) for a, b in pairs}):
            groups.link(*pair)
        if groups.beside:
            fewer = [joined(rows, group, groups.beside, apart) for group in groups.all()]
            return sorted(fewer, key=lambda row: order(row.event))
    return rows


def _best_first(rows: Sequence[Traits], scores: Scores) -> Iterator[Pair]:
    """All pairs that are alike enough."""
    for pair, likeness in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if likeness >= needed(rows[pair[0]], rows[pair[1]]):
            yield pair


def _clearly_best(rows: Sequence[Traits], scores: Scores) -> Iterator[Pair]:
    """Each vague report, with the one event, known more finely, that it fits clearly best."""
    candidates: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), likeness in scores.items():
        vague, fine = (a, b) if _days(rows[a]) > _days(rows[b]) else (b, a)
        candidates[vague].append((likeness, fine))
    for vague, found in sorted(candidates.items()):
        (best, fine), *others = sorted(found, key=lambda item: (-item[0], item[1]))
        if best >= needed(rows[vague], rows[fine]) and (not others or best - others[0][0] >= CLEARLY):
            yield vague, fine


def _dated(a: Traits, b: Traits) -> bool:
    """Reports whose days are known."""
    return not (a.coarse or b.coarse) and joinable(a, b)


def _looking_back(a: Traits, b: Traits) -> bool:
    """A vague report, and an event that is known more finely."""
    vague = a if _days(a) > _days(b) else b
    return _days(a) != _days(b) and vague.coarse and joinable(a, b)


def _equally_vague(a: Traits, b: Traits) -> bool:
    """Reports that know but the same month or year."""
    return a.coarse and b.coarse and _days(a) == _days(b) and joinable(a, b)


STEPS: tuple[tuple[Wanted, Choose], ...] = (
    (_dated, _best_first),
    (_looking_back, _clearly_best),
    (_equally_vague, _best_first),
)


def _days(row: Traits) -> int:
    return row.last - row.first


def _disputed(rows: Sequence[Traits]) -> list[Event]:
    """What one row denies and another tells, and what two rows tell of different days."""
    return disputed([row.event for row in rows], (*pairs_of(rows, contradict), *clashes(rows)))
