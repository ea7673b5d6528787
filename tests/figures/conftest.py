"""Tables of a few events, made as the pipeline makes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from timeline.model import Actor, Event, EventType, Evidence, Origin, Span, Status, TimeValue
from timeline.table.frame import to_frame

RUS, PRK, JPN = Actor("RUS", "Russia"), Actor("PRK", "North Korea"), Actor("JPN", "Japan")
Make = Callable[..., Event]


def event(event_id: str, edtf: str, **changed: object) -> Event:
    """A visit from Russia to North Korea, unless it is told otherwise."""
    report = Evidence("a1", "KCNA", "", "https://example.org/1", date(2022, 8, 15), "They met.", 0, 9)
    fields: dict[str, object] = {
        "type": EventType.CONSULT,
        "when": TimeValue.from_edtf(edtf),
        "source": (RUS,),
        "target": (PRK,),
        "trigger": Span(5, 8, "met"),
        "evidence": (report,),
        "event_id": event_id,
        "title": f"Event {event_id}",
    }
    return Event(**(fields | changed))  # type: ignore[arg-type]


@pytest.fixture
def make() -> Make:
    """make(event_id, edtf, **fields) -> Event"""
    return event


@pytest.fixture
def frame() -> pd.DataFrame:
    """One event of each kind that is drawn in a way of its own."""
    events = [
        event("day", "2022-08-15"),
        event("month", "2022-07", source=(RUS, PRK), target=(RUS, PRK)),
        event("year", "2021", origin=Origin.CURATED),
        event("visit", "2022-06-14/2022-06-15", type=EventType.ACCUSE),
        event("since", "2022/.."),
        event("guess", "2022-05-01", date_basis="publication"),
        event("planned", "2022-09-01", status=Status.PLANNED),
        event("denied", "2022-10-01", status=Status.NEGATED),
        event("japan", "2020-01-01", source=(JPN,), type=EventType.SANCTION),
    ]
    return to_frame(events, {})
