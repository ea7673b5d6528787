"""Events for the tests, told in few words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from timeline.model import Actor, Event, EventType, Evidence, Place, Span, TimeValue
from timeline.table.frame import to_frame

RUS, PRK = Actor("RUS", "Russia", "Vladimir Putin"), Actor("PRK", "North Korea", "Kim Jong Un")
USA, CHN = Actor("USA", "United States"), Actor("CHN", "China")
QUOTE = "Putin wrote to Kim on 15 August 2022."
LETTER = Event(
    type=EventType.CONSULT,
    when=TimeValue.day(date(2022, 8, 15)),
    source=(RUS,),
    target=(PRK,),
    trigger=Span(6, 11, "wrote"),
    evidence=(
        Evidence(
            article_id="a1",
            source="Example Times",
            title="A letter",
            url="https://example.org/1",
            published=date(2022, 8, 16),
            quote=QUOTE,
            start=0,
            end=len(QUOTE),
            date_span=Span(22, 36, "15 August 2022"),
            actor_spans=(Span(0, 5, "Putin"), Span(15, 18, "Kim")),
            trigger_span=Span(6, 11, "wrote"),
            date_edtf="2022-08-15",
            date_basis="explicit",
            date_rule="day-month-year",
        ),
    ),
    mode="letter",
    place=Place("Pyongyang", 39.0392, 125.7625, "PRK"),
    confidence=0.87654,
    event_id="letter",
)


def letter(**changed: object) -> Event:
    """The letter, with some of it changed."""
    return replace(LETTER, **changed)  # type: ignore[arg-type]


@pytest.fixture(scope="session", name="letter")
def letter_maker() -> Callable[..., Event]:
    return letter


@pytest.fixture
def frame() -> pd.DataFrame:
    """A year, an open end, an open beginning, a day, and the act of others."""
    edtf = {"treaty": "1961", "war": "2022-02-24/..", "silence": "../1948", "letter": "2022-08-15"}
    events = [letter(event_id=name, when=TimeValue.from_edtf(text)) for name, text in edtf.items()]
    talks = letter(
        event_id="talks",
        type=EventType.ACCUSE,
        when=TimeValue.month(2022, 8),
        source=(USA,),
        target=(CHN, USA),
        place=None,
        confidence=0.3,
        evidence=(),
        title="Washington blames Beijing",
    )
    return to_frame([*events, talks], {"version": "1.2.3"})
