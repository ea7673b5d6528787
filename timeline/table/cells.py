"""From an event to the cells of its row, one function a column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from timeline.merge.salience import publisher
from timeline.model import Actor, Copy, Event, Evidence, Joined, Span, Status
from timeline.model.plover import definitions
from timeline.table.columns import inclusive_days

Cell = Callable[[Event], object]


def unique(values: Iterable[str]) -> list[str]:
    """Each value once, empty ones left out, in the order of their first appearance.

    >>> unique(["RUS", "PRK", "", "RUS"])
    ['RUS', 'PRK']
    """
    return list(dict.fromkeys(filter(None, values)))


def headline(event: Event) -> str:
    """The event's title; else its actors, and its mode, or its type, in words."""
    if event.title:
        return event.title
    kind = definitions()[event.type]
    label = kind.modes.get(event.mode, kind.label.lower())
    sides = [_together(_names(side)) for side in ((event.source,) if event.mutual else (event.source, event.target))]
    who = " \N{RIGHTWARDS ARROW} ".join(filter(None, sides))
    return f"{who}: {label}" if who else label.capitalize()


def _together(names: list[str]) -> str:
    """
    >>> _together(["China", "Japan", "Russia"])
    'China, Japan and Russia'
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def founding_quote(event: Event) -> str:
    """The sentence of the trigger; the words of a curated row only where no report was read."""
    reports = _best_first(event)
    return next((e.quote for e in reports if e.trigger_span), reports[0].quote if reports else "")


def date_words(event: Event) -> str:
    """The words of the date that the row goes by."""
    spans = (e.date_span for e in _best_first(event) if e.date_edtf in ("", event.when.edtf))
    return next((span.text for span in spans if span), "")


def _best_first(event: Event) -> list[Evidence]:
    """The reports, that with the trigger of the event first."""
    return sorted(event.evidence, key=lambda report: report.trigger_span != event.trigger)


def _names(actors: Iterable[Actor]) -> list[str]:
    return unique(actor.name for actor in actors)


def _codes(actors: Iterable[Actor]) -> list[str]:
    return unique(actor.code for actor in actors)


def _persons(event: Event) -> list[str]:
    return unique([*(actor.person for actor in (*event.source, *event.target)), *event.persons])


def _span(span: Span | None) -> dict[str, object] | None:
    return {"start": span.start, "end": span.end, "text": span.text} if span else None


def report(evidence: Evidence) -> dict[str, object]:
    """One report as it stands in the column `articles`."""
    return {
        "id": evidence.article_id,
        "title": evidence.title,
        "url": evidence.url,
        "source": evidence.source,
        "published": evidence.published,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "trigger": _span(evidence.trigger_span),
        "date": _span(evidence.date_span),
        "actors": [_span(span) for span in evidence.actor_spans],
        "date_edtf": evidence.date_edtf,
        "date_basis": evidence.date_basis,
        "date_rule": evidence.date_rule,
        "event_id": evidence.event_id,
        "status": evidence.status.value,
        "copies": [_copy(copy) for copy in evidence.copies],
        "joined": _joined(evidence.joined),
        "published_basis": evidence.published_basis,
    }


def _copy(copy: Copy) -> dict[str, object]:
    return {"id": copy.article_id, "source": copy.source, "url": copy.url, "published": copy.published}


def _joined(joined: Joined | None) -> dict[str, object] | None:
    return {"to": joined.to, "score": joined.score, "needed": joined.needed, "why": joined.why} if joined else None


def not_confirmed(event: Event, as_of: date | None) -> bool:
    """Whether it was to take place before `as_of`, the day of the newest article, and is still but a plan.

    Days that are a guess, or have no end, never pass.
    """
    last = inclusive_days(event.when)[1]
    passed = as_of is not None and last is not None and last < as_of
    return event.status is Status.PLANNED and event.date_basis != "publication" and passed


@dataclass(frozen=True, slots=True)
class Build:
    """What a row says of the build that made it.

    built_with   the versions of program, grammar, gazetteer and model; those that are missing are left empty
    as_of        the newest day of publication of all that was read: plans whose day is before it are not confirmed
    first_built  the build in which an event was first there; "" where nobody knows
    """

    built_with: Mapping[str, str]
    as_of: date | None = None
    first_built: Callable[[Event], str] = lambda event: ""


def cells(build: Build) -> Mapping[str, Cell]:
    """How each column is filled."""
    versions = {part: build.built_with.get(part, "") for part in ("version", "grammar", "gazetteer", "model")}
    made: dict[str, Cell] = {
        "not_confirmed": lambda e: not_confirmed(e, build.as_of),
        "first_built": build.first_built,
        "built_with": lambda _: versions,
    }
    return MappingProxyType(_CELLS | made)


_CELLS: dict[str, Cell] = {
    "event_id": lambda e: e.event_id,
    "also_ids": lambda e: list(e.also_ids),
    "origin": lambda e: e.origin.value,
    "date_start": lambda e: inclusive_days(e.when)[0],
    "date_end": lambda e: inclusive_days(e.when)[1],
    "date_edtf": lambda e: e.when.edtf,
    "date_precision": lambda e: e.when.granularity.value,
    "date_basis": lambda e: e.date_basis,
    "date_text": date_words,
    "published_first": lambda e: min((x.published for x in e.evidence if x.published), default=None),
    "type": lambda e: e.type.value,
    "mode": lambda e: e.mode,
    "quad": lambda e: int(e.quad),
    "goldstein": lambda e: definitions()[e.type].score,
    "status": lambda e: e.status.value,
    "disputed": lambda e: e.disputed,
    "disputed_by": lambda e: list(e.disputed_by),
    "source_codes": lambda e: _codes(e.source),
    "source_names": lambda e: _names(e.source),
    "target_codes": lambda e: _codes(e.target),
    "target_names": lambda e: _names(e.target),
    "attributed_to": lambda e: unique(actor.person or actor.name for actor in e.attributed_to),
    "persons": _persons,
    "place": lambda e: e.place.name if e.place else "",
    "lat": lambda e: e.place.lat if e.place else None,
    "lon": lambda e: e.place.lon if e.place else None,
    "title": headline,
    "summary": lambda e: e.summary,
    "note": lambda e: e.note,
    "quote": founding_quote,
    "trigger": lambda e: e.trigger.text,
    "confidence": lambda e: round(e.confidence, 3),
    "checked": lambda e: e.checked,
    "salience": lambda e: round(e.salience, 3),
    "n_reports": lambda e: len(e.evidence),
    "n_publishers": lambda e: len({publisher(x) for x in e.evidence}),
    "articles": lambda e: [report(x) for x in e.evidence],
    "corrected": lambda _: False,
}
