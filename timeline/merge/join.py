"""Several reports as one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.merge.traits import HUMAN, to_the_day
from timeline.model import Event, Evidence, Granularity, Status, TimeValue

_UNITS = {unit: number for number, unit in enumerate(Granularity)}


def order(event: Event) -> tuple[object, ...]:
    """Rows that people wrote first, then those published earliest."""
    return (event.origin not in HUMAN, _published(event), event.event_id, event.when.edtf, event.type)


def join(events: Sequence[Event]) -> Event:
    """One event with all evidence: the id of the first in `order`, the finest date, and who did what to whom.

    The last is as a person wrote it, else as the best of the reports with that date tells it.
    """
    ranked = sorted(events, key=order)
    lead, dated = ranked[0], min(ranked, key=_fineness)
    best = min(ranked, key=lambda e: (*_standing(e), e.when != dated.when, -e.confidence))
    told = min(ranked, key=lambda e: (not e.trigger.text, e.status is not Status.ACTUAL, -e.confidence))
    return replace(
        best,
        event_id=lead.event_id,
        also_ids=_others(ranked, lead.event_id),
        origin=lead.origin,
        when=dated.when,
        date_basis=dated.date_basis,
        status=Status.ACTUAL if any(e.status is Status.ACTUAL for e in ranked) else best.status,
        disputed=any(e.disputed for e in ranked),
        disputed_by=tuple(sorted({id for e in ranked for id in e.disputed_by})),
        attributed_to=best.attributed_to if all(e.attributed_to for e in ranked) else (),
        trigger=told.trigger,
        mode=best.mode or next((e.mode for e in ranked if e.mode and e.type is best.type), ""),
        place=best.place or next((e.place for e in ranked if e.place), None),
        persons=_persons(ranked, best),
        evidence=_evidence(ranked, dated.when),
        confidence=max(e.confidence for e in ranked),
        checked=best.checked,
    )


def _standing(event: Event) -> tuple[bool, bool]:
    """What people wrote comes before what was extracted, what took place before what did not; the less, the better."""
    return event.origin not in HUMAN, event.status is not Status.ACTUAL


def _fineness(event: Event) -> tuple[object, ...]:
    """The date known best: not a guess, the smallest unit, a person's, the fewest days."""
    days = (event.when.end - event.when.start).days if event.when.start and event.when.end else 10**7
    guess, human = event.date_basis == "publication", event.origin in HUMAN
    unit = Granularity.DAY if to_the_day(event.when) else event.when.granularity
    return (guess, _UNITS[unit], not human, days, event.when.edtf, event.date_basis)


def _published(event: Event) -> date:
    return min((e.published for e in event.evidence if e.published), default=date.max)


def _others(events: Sequence[Event], own: str) -> tuple[str, ...]:
    return tuple(sorted({i for e in events for i in (e.event_id, *e.also_ids)} - {own}))


def _persons(events: Sequence[Event], best: Event) -> tuple[str, ...]:
    """Those who are not named as an actor's in the event that is kept."""
    named = {a.person for a in (*best.source, *best.target)}
    all_named = [a.person for e in events for a in (*e.source, *e.target)] + [p for e in events for p in e.persons]
    return tuple(dict.fromkeys(p for p in (*best.persons, *sorted(all_named)) if p and p not in named))


def _evidence(events: Sequence[Event], when: TimeValue) -> tuple[Evidence, ...]:
    """Each report once: those that give the date of the row first, then by the day of publication."""
    places: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for event in events:
        for r in event.evidence:
            places[r.date_edtf != when.edtf, r.published or date.max, r.article_id, r.start].append(r)
    return tuple(report for place in sorted(places) for report in _once(places[place]))


def _once(reports: list[Evidence]) -> list[Evidence]:
    """Reports of one place, each once: of one that says why it was joined, and the same that does not, the first."""
    if len(reports) == 1:
        return reports
    every = {replace(r, joined=None): r for r in sorted(reports, key=lambda r: r.joined is not None)}
    return sorted(every.values(), key=repr)
