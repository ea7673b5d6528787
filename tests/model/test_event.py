"""Event: its quad, its dyad, and when it is mutual."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.model.plover import definitions

RUS, PRK = Actor("RUS", "Russia"), Actor("PRK", "North Korea")


def event(type_: EventType, source: tuple[Actor, ...], target: tuple[Actor, ...]) -> Event:
    return Event(type_, TimeValue.day(date(2024, 6, 19)), source, target, Span(0, 3, "met"), ())


def test_every_type_has_a_definition_and_a_quad_that_fits_its_score() -> None:
    assert set(definitions()) == set(EventType)
    for type_, meaning in definitions().items():
        assert (meaning.score > 0) == (type_.quad <= 2), type_
        assert meaning.definition.endswith(".")


def test_a_mutual_event_has_the_same_actors_on_both_sides() -> None:
    assert event(EventType.CONSULT, (RUS, PRK), (PRK, RUS)).mutual
    assert not event(EventType.CONSULT, (RUS,), (PRK,)).mutual
    assert event(EventType.CONSULT, (RUS,), (PRK,)).dyad == {"RUS", "PRK"}


def test_events_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        event(EventType.AID, (RUS,), (PRK,)).mode = "economic"  # type: ignore[misc]
