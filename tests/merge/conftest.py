"""Events for the tests, told in few words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from timeline.model import Actor, Event, EventType, Evidence, Origin, Place, Span, Status, TimeValue

NAMES = {"RUS": "Russia", "PRK": "North Korea", "CHN": "China", "USA": "United States", "UKR": "Ukraine"}


def event(when: str, quote: str, **told: str) -> Event:
    """One report of an event, a visit or meeting of PRK and RUS unless told otherwise."""
    trigger, id = Span.cut(quote, 0, len(quote.split(maxsplit=1)[0])), told.get("id", f"{when}: {quote}")
    report = Evidence(
        article_id=told.get("article", f"article: {quote}"),
        source=told.get("paper", "Example Times"),
        title="",
        url="",
        published=date.fromisoformat(told.get("published", "2022-08-15")),
        quote=quote,
        start=int(told.get("start", "0")),
        end=int(told.get("start", "0")) + len(quote),
        trigger_span=trigger,
        date_edtf=when,
        date_basis=told.get("basis", "explicit"),
        event_id=id,
        status=Status(told.get("status", "actual")),
    )
    return Event(
        type=EventType(told.get("kind", "CONSULT")),
        when=TimeValue.from_edtf(when),
        source=_actors(told.get("source", "PRK")),
        target=_actors(told.get("target", "RUS")),
        trigger=trigger,
        evidence=(report,),
        mode=told.get("mode", ""),
        status=Status(told.get("status", "actual")),
        date_basis=told.get("basis", "explicit"),
        place=Place(told["place"]) if "place" in told else None,
        confidence=0.8,
        event_id=id,
        persons=tuple(filter(None, told.get("persons", "").split(", "))),
    )


def curated(when: str, quote: str, **told: str) -> Event:
    """A row that a person wrote; its title is the quote."""
    row = event(when, quote, **{"id": f"row {when} {quote}", **told})
    report = replace(row.evidence[0], trigger_span=None, published=None)
    return replace(row, origin=Origin.CURATED, title=quote, trigger=Span(0, 0, ""), evidence=(report,), checked=True)


def _actors(codes: str) -> tuple[Actor, ...]:
    return tuple(Actor(code, NAMES.get(code, code)) for code in filter(None, codes.split(", ")))


@pytest.fixture(scope="session", name="event")
def event_maker() -> Callable[..., Event]:
    return event


@pytest.fixture(scope="session", name="curated")
def curated_maker() -> Callable[..., Event]:
    return curated
