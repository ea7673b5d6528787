"""A small table with what is hard to store: open ends, several scripts, things that spreadsheets run."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from timeline.model import Actor, Event, EventType, Evidence, Origin, Place, Span, TimeValue
from timeline.table.frame import to_frame

RUS, PRK = Actor("RUS", "Russia", "Vladimir Putin"), Actor("PRK", "North Korea", "Kim Jong Un")


def report(source: str, url: str, published: date | None, quote: str) -> Evidence:
    return Evidence("a1", source, "", url, published, quote, 0, len(quote), trigger_span=Span(0, 1, quote[:1]))


@pytest.fixture(scope="session")
def frame() -> pd.DataFrame:
    quote = "Путин написал Киму; 김정은이 답했다, “soon”.\nNext line."
    letter = Event(
        type=EventType.CONSULT,
        when=TimeValue.day(date(2022, 8, 15)),
        source=(RUS,),
        target=(PRK,),
        trigger=Span(6, 13, "написал"),
        evidence=(
            report("KCNA", "https://example.org/1", date(2022, 8, 16), quote),
            report("Example Times", "", None, "=cmd|' /C calc'!A0"),
        ),
        mode="letter",
        place=Place("Pyongyang", 39.0392, 125.7625),
        confidence=0.875,
        event_id="letter",
        title='=HYPERLINK("https://evil.example")',
        summary="+1",
        note="@SUM(1)",
        checked=True,
        origin=Origin.CURATED,
    )
    treaty = Event(
        type=EventType.AGREE,
        when=TimeValue.from_edtf("1861-05-01/.."),
        source=(RUS, PRK),
        target=(PRK, RUS),
        trigger=Span(0, 0, ""),
        evidence=(),
        event_id="treaty",
        title="\tTab",
        summary="-1",
    )
    return to_frame([letter, treaty], {"version": "1.2.3", "model": "m"})
