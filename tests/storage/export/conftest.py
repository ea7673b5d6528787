"""Exports as bytes, of the small table and of one with everything that is uncertain."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from timeline.model import Actor, Event, EventType, Evidence, Span, Status, TimeValue
from timeline.storage.export import About, Rows, export_rows, format_named
from timeline.table.frame import to_frame

Export = Callable[..., bytes]
ABOUT = About("Ties", "Russia; from 2022", "?actor=RUS&since=2022", total=9, versions={"version": "1.2.3"})
HOSTILE = '<script>alert(1)</script> & *b* [x](javascript:alert(1)) {\\rm} "q"\x00\uffff'


@pytest.fixture(scope="session")
def export() -> Export:
    """export(frame, format, about=ABOUT, bom=False) -> the file"""

    def export(frame: pd.DataFrame, format: str, about: About = ABOUT, bom: bool = False) -> bytes:
        file = io.BytesIO()
        export_rows(Rows(frame), format_named(format), file, about, bom=bom)
        return file.getvalue()

    return export


def event(event_id: str, edtf: str, title: str, status: Status = Status.ACTUAL, url: str = "") -> Event:
    actors = (Actor("RUS", "Russia"), Actor("PRK", "North Korea"))
    quote = f"They met, it was said. {title}"
    report = Evidence("a1", "KCNA", "Kim meets Putin", url, date(2022, 8, 16), quote, 0, len(quote), Span(0, 4, "They"))
    return Event(
        EventType.CONSULT, TimeValue.from_edtf(edtf), actors, actors, Span(5, 8, "met"), (report,),
        event_id=event_id, title=title, status=status,
    )  # fmt: skip


@pytest.fixture(scope="session")
def uncertain() -> pd.DataFrame:
    """A day, a month, a year, a span, open ends, a plan, and hostile text."""
    events = [
        event("day", "2022-08-15", "Kim writes to Putin", url="https://example.org/a b"),
        event("month", "2022-07", "North Korea recognises two republics", url="https://example.org/2"),
        event("year", "2021", "A letter is sent", url="javascript:alert(1)"),
        event("span", "2024-06-18/2024-06-19", "Putin visits Pyongyang", url="https://example.org/2"),
        event("open", "2022/..", "Arms go east"),
        event("until", "../2020-05", "The border stays open"),
        event("plan", "2025-03-01", "Kim is to visit Moscow; talks, perhaps", Status.PLANNED),
        event("not", "2025-03-02", "The talks fail", Status.NEGATED),
        event("hostile", "2026-01-01", HOSTILE),
    ]
    return to_frame(events, {"version": "1.2.3"})
