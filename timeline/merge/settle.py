"""The rows of one part: one Event for each thing that happened, all evidence kept.

First reports whose days are known are joined, the most alike first; then a report that knows but the month or the year
goes to the one event that it fits clearly best, if there is such a one; then what is left of equally vague reports is
joined. This is repeated until nothing changes: so the result does not hang on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from timeline.merge.apart import Apart, Pairs, apart_from
from timeline.merge.clash import disputed
from timeline.merge.crowd import pairs_of
from timeline.merge.join import join, order
from timeline.merge.reasons import joined
from timeline.merge.rounds import Rounds
from timeline.merge.salience import salience
from timeline.merge.traits import traits
from timeline.model import Event


def settle(events: Sequence[Event], apart: Pairs = ()) -> list[Event]:
    """The rows of one part: the reports of each event joined, and weighed; in order of (first day, event_id).

    apart  pairs of event_ids of which a person said that they are not one event
    """
    alone = _same_id(events)
    settled = _settled(alone, apart_from(apart)) if len(alone) > 1 else alone
    return sorted((replace(event, salience=salience(event)) for event in settled), key=place)


def _settled(events: Sequence[Event], apart: Apart) -> list[Event]:
    rows = [traits(event, apart) for event in events]
    rounds = Rounds(rows, pairs_of(rows), partial(joined, apart=apart))
    return disputed({number: row.event for number, row in rounds.rows.items()}, [*rounds.denials, *rounds.clashes()])


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
