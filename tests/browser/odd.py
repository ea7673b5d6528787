"""A few events that have what the shipped timeline has not, or not yet: each of them is odd in a way of its own."""

from __future__ import annotations

from datetime import date

import pandas as pd

from tests.figures.conftest import JPN, PRK, event
from timeline.model import Actor, Event, EventType, Evidence, Origin, Span, Status
from timeline.table.frame import to_frame

PUTIN = Actor("RUS", "Russia", "Vladimir Putin", "GOV")
QUOTE = "Pyongyang said last month that it had received a letter from Putin."


def span(words: str) -> Span:
    """Where they stand in the quote."""
    return Span(QUOTE.index(words), QUOTE.index(words) + len(words), words)


REPORT = Evidence(
    "a2",
    "The Courier",
    "A letter arrives",
    "https://example.org/2",
    date(2022, 8, 15),
    QUOTE,
    0,
    len(QUOTE),
    date_span=span("last month"),
    actor_spans=(span("Pyongyang"), span("Putin")),
    trigger_span=span("received"),
    date_edtf="2022-07",
    date_basis="relative",
)
LETTER = event(
    "letter",
    "2022-07",
    source=(PUTIN,),
    mode="letter",
    trigger=span("received"),
    evidence=(REPORT, event("", "2022").evidence[0]),
    date_basis="relative",
    attributed_to=(PRK,),
    title="Kim receives a message",
)
BUILDS = {"open": "2026-11-24.01", "planned": "2026-11-25.01"}


def events() -> list[Event]:
    """Around the letter of July 2022."""
    return [
        LETTER,
        event("before", "2022-05-02", confidence=0.6, title="An earlier visit"),
        event("after", "2022-08-15", title="One of two of a day"),
        event("same-day", "2022-08-15", title="The other of the same day"),
        event("open", "2022-09/..", title="It goes on"),
        event("planned", "2022-10-01", status=Status.PLANNED, title="A plan"),
        event("denied", "2022-11-01", status=Status.NEGATED, title="A denial"),
        event("claimed", "2022-11-15", disputed=True, disputed_by=("after",), title="A claim"),
        event("noted", "2022-12", origin=Origin.CURATED, title="Noted, not checked"),
        event("japan", "2022-03-01", source=(JPN,), type=EventType.SANCTION, checked=True, title="A break"),
    ]


def odd_table() -> pd.DataFrame:
    """They as a table of two builds and of what was there before."""
    table = to_frame(events(), {})
    first = table["event_id"].map(BUILDS).fillna("").astype(table["first_built"].dtype)
    return table.assign(first_built=first)
