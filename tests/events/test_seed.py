"""What must come out of the report that the project began with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from timeline.events import extract_events
from timeline.model import Article, Event, Status

SEED = Path(__file__).resolve().parents[2] / ".." / "shared" / "articles" / "seed.txt"


@pytest.fixture(scope="module")
def events() -> list[Event]:
    if not SEED.exists():
        pytest.skip(f"../shared is not here: {SEED.name} is not ours to ship")
    return extract_events(Article(SEED.read_text(encoding="utf-8"), date(2022, 8, 15)))


Finder = Callable[[str, str], list[Event]]


@pytest.fixture(scope="module")
def find(events: list[Event]) -> Finder:
    def find(edtf: str, type_: str) -> list[Event]:
        return [e for e in events if e.when.edtf == edtf and e.type == type_ and e.status is Status.ACTUAL]

    return find


def codes(event: Event) -> tuple[set[str], set[str]]:
    return {a.code for a in event.source}, {a.code for a in event.target}


def test_seed_tells_the_exchange_of_letters(find: Finder) -> None:
    [event] = find("2022-08-15", "CONSULT")
    assert codes(event) == ({"RUS", "PRK"}, {"RUS", "PRK"})
    assert event.mode == "letter"
    assert {a.code for a in event.attributed_to} == {"PRK"}


def test_seed_tells_the_recognition_to_the_month(find: Finder) -> None:
    [event] = find("2022-07", "SUPPORT")
    assert codes(event) == ({"PRK"}, {"Donetsk PR", "Luhansk PR"})


def test_seed_tells_the_letter_of_the_year_before(find: Finder) -> None:
    [event] = find("2021", "CONSULT")
    assert codes(event) == ({"RUS"}, {"PRK"})


def test_seed_tells_the_meeting_from_the_caption(find: Finder) -> None:
    [event] = find("2019-04-25", "CONSULT")
    assert codes(event) == ({"RUS", "PRK"}, {"RUS", "PRK"})
    assert event.place
    assert event.place.name == "Vladivostok"


def test_seed_tells_the_first_visit_to_the_year(find: Finder) -> None:
    [event] = find("2019", "CONSULT")
    assert codes(event) == ({"PRK"}, {"RUS"})


def test_seed_tells_a_handful_and_nothing_from_the_appeal(events: list[Event]) -> None:
    text = SEED.read_text(encoding="utf-8")
    appeal = text.index("we have a small favor")
    assert len(events) <= 8
    assert all(event.trigger.end < appeal for event in events)
    assert [e for e in events if "not yet commented" in e.evidence[0].quote and e.status is not Status.NEGATED] == []


def test_seed_evidence_can_be_found_again(events: list[Event]) -> None:
    text = SEED.read_text(encoding="utf-8")
    for event in events:
        [evidence] = event.evidence
        spans = [event.trigger, *evidence.actor_spans, *([evidence.date_span] if evidence.date_span else [])]
        assert text[evidence.start : evidence.end] == evidence.quote
        assert all(text[s.start : s.end] == s.text and evidence.start <= s.start < evidence.end for s in spans)
