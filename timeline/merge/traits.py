"""What the merge looks at in an event, worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from timeline.actors import load_gazetteer
from timeline.errors import EdtfError
from timeline.merge.apart import NOBODY, Apart, barred
from timeline.merge.lexicon import load_lexicon
from timeline.model import Event, EventType, Granularity, Origin, Status, TimeValue

COARSE = 7  # days; what is known no better than that might be one of several events
LOOK_BACK = 7  # days before publication in which an event without a date may lie
LOOK_AHEAD = 180  # days after publication in which what is announced without a date may lie
HUMAN = (Origin.CURATED, Origin.MANUAL)
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Traits:
    """An event, and what of it counts when it is compared.

    first, last   the days, as ordinals, on which all its reports can agree
    coarse        whether the days leave room for several events
    sentences     (article, offset) of the sentences it was read from
    lasting       a person wrote that it went on for these days: reports of single days are parts of it
    happens       its status, a plan being taken for what it plans
    barred        ids of what a person said to be another event
    """

    event: Event
    type: EventType
    first: int
    last: int
    coarse: bool
    dyad: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    mutual: bool
    mode: str
    persons: frozenset[str]
    place: str
    words: frozenset[str]
    articles: frozenset[str]
    sentences: frozenset[tuple[str, int]]
    human: bool
    lasting: bool
    happens: Status
    barred: frozenset[str]


def traits(event: Event, apart: Apart = NOBODY) -> Traits:
    """The traits of one event; `apart` is what people said of reports that are not of one event."""
    return _traits(event, load_lexicon().content_stems(told(event)), apart)


def together(rows: Iterable[Traits], event: Event, apart: Apart = NOBODY) -> Traits:
    """The traits of the event that rows have become."""
    return _traits(event, frozenset[str]().union(*(row.words for row in rows)), apart)


def _traits(event: Event, words: frozenset[str], apart: Apart) -> Traits:
    first, last = common_days(event)
    lasting = is_lasting(event)
    sources, targets = frozenset([a.code for a in event.source]), frozenset([a.code for a in event.target])
    people = named(event)
    return Traits(
        event=event,
        type=event.type,
        first=first,
        last=last,
        coarse=last - first >= COARSE and not lasting,
        dyad=sources | targets,
        sources=sources,
        targets=targets,
        mutual=bool(sources) and sources == targets,
        mode=event.mode,
        persons=frozenset(map(str.casefold, people)),
        place=event.place.name.casefold() if event.place else "",
        words=words.difference(*[_stems(name) for name in _names(event, people)], *map(_called, sources | targets)),
        articles=frozenset([e.article_id for e in event.evidence]),
        sentences=frozenset([(e.article_id, e.start) for e in event.evidence if e.trigger_span]),
        human=event.origin in HUMAN,
        lasting=lasting,
        happens=Status.ACTUAL if event.status is Status.PLANNED else event.status,
        barred=barred(event, apart),
    )


def named(event: Event) -> set[str]:
    """The people named in it."""
    actors = (*event.source, *event.target, *event.attributed_to)
    return {actor.person for actor in actors if actor.person} | set(event.persons)


def common_days(event: Event) -> tuple[int, int]:
    """First and last day, as ordinals, that its date and those of its reports share.

    A report whose date does not fit is left out of the count, and so are the parts of what lasts.
    """
    first, last = _days(event.when, event.date_basis)
    if is_lasting(event):
        return first, last
    for day, end in _evidence_days(event):
        if day <= last and first <= end:
            first, last = max(first, day), min(last, end)
    return first, last


def is_lasting(event: Event) -> bool:
    """Whether a person wrote that it went on for these days."""
    return event.origin in HUMAN and event.when.granularity is Granularity.INTERVAL and to_the_day(event.when)


def to_the_day(when: TimeValue) -> bool:
    """Whether both ends are days, and no calendar week is meant.

    >>> to_the_day(TimeValue.from_edtf("2024-06-18/2024-06-19")), to_the_day(TimeValue.from_edtf("2024-06"))
    (True, False)
    """
    exact = when.granularity in (Granularity.DAY, Granularity.INTERVAL)
    return exact and _DAYS.fullmatch(when.edtf) is not None


def _evidence_days(event: Event) -> Iterator[tuple[int, int]]:
    for evidence in event.evidence:
        if evidence.date_edtf and evidence.date_edtf != event.when.edtf:
            try:
                yield _days(TimeValue.from_edtf(evidence.date_edtf), evidence.date_basis)
            except EdtfError:
                continue


def _days(when: TimeValue, basis: str) -> tuple[int, int]:
    first = when.start.toordinal() if when.start else _FIRST
    last = when.last.toordinal() if when.last else _LAST
    if basis != "publication":
        return first, last
    if when.last is None:  # announced without a date
        return first, min(first + LOOK_AHEAD, _LAST)
    return max(first - LOOK_BACK, _FIRST), last


def _names(event: Event, people: set[str]) -> set[str]:
    """Those who take part, and the place: they are compared as what they are, and not by their words."""
    actors = {actor.name for side in (event.source, event.target) for actor in side}
    return people | actors | ({event.place.name} if event.place else set())


@lru_cache(maxsize=1 << 14)
def _stems(name: str) -> frozenset[str]:
    return load_lexicon().content_stems(name)


@lru_cache(maxsize=1 << 12)
def _called(code: str) -> frozenset[str]:
    """The words by which texts call an actor, such as "Russian": that it takes part says nothing more."""
    return frozenset[str]().union(*map(_stems, load_gazetteer().called.get(code, ())))


def told(event: Event) -> str:
    """All words that are told of it."""
    return " ".join([event.title, event.summary, event.trigger.text, *[e.quote for e in event.evidence]])
