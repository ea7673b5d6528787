from __future__ import annotations

import json
from typing import Any

import pytest

from dashboards.telling import LOOKED_AT, told
from dashboards.views.story import nothing, stop
from timeline.figures.marks import records
from timeline.model import Actor, Event, EventType, Span, Status, TimeValue
from timeline.table.filter import Filter
from timeline.table.frame import to_frame
from timeline.table.picked import Picked, pick

LINK = "http://127.0.0.1/?event=e1"
RUS, PRK = Actor("RUS", "Russia"), Actor("PRK", "North Korea")


def event(edtf: str, **changed: Any) -> Event:
    fields: dict[str, Any] = {"event_id": edtf, "title": f"Title of {edtf}"}
    when = TimeValue.from_edtf(edtf)
    return Event(EventType.CONSULT, when, (RUS,), (PRK,), Span(0, 0, ""), (), **(fields | changed))


def picked(*events: Event) -> Picked:
    table = to_frame(list(events), {})
    table["salience"] = 1.0
    return pick(table, Filter())


YEARS = picked(*(event(f"{year}-04-25") for year in (1949, 1961, 2000, 2019, 2024)))


def said(parts: Any) -> str:
    return json.dumps([part.to_plotly_json() for part in parts], default=lambda part: part.to_plotly_json())


def test_a_story_begins_with_its_first_stop() -> None:
    stops, row = told(YEARS, "")
    assert [other["event_id"] for other in stops] == [
        "1949-04-25",
        "1961-04-25",
        "2000-04-25",
        "2019-04-25",
        "2024-04-25",
    ]
    assert row == stops[0]


def test_a_link_into_a_story_opens_that_stop() -> None:
    assert (told(YEARS, "2000-04-25")[1] or {})["event_id"] == "2000-04-25"


@pytest.mark.parametrize(
    ("event_id", "expected"), [("1970-01", "2000-04-25"), ("2025", "2024-04-25"), ("nowhere", "1949-04-25")]
)
def test_an_event_that_is_no_stop_leads_to_the_one_after_it(event_id: str, expected: str) -> None:
    planned = [event(edtf, status=Status.PLANNED) for edtf in ("1970-01", "2025")]
    days = [event(f"{year}-04-25") for year in (1949, 1961, 2000, 2019, 2024)]
    assert (told(picked(*days, *planned), event_id)[1] or {})["event_id"] == expected


def test_where_nothing_took_place_there_is_no_story() -> None:
    assert told(picked(event("2022", status=Status.PLANNED)), "") == ([], None)
    assert "There is no story to tell" in said(nothing())


def test_of_very_many_events_the_most_salient_are_looked_at() -> None:
    many = picked(*(event(f"{1000 + n}-04-25") for n in range(LOOKED_AT + 50)))
    weights = many.index.salience
    weights[:], weights[7] = 1.0, 9.0
    many.table["salience"] = weights
    assert "1007-04-25" in [row["event_id"] for row in told(many, "")[0]]


def test_a_stop_says_where_it_stands_when_it_was_and_what_is_known_of_the_day() -> None:
    stops = list(
        records(picked(event("2019-04-25"), event("2022-07"), event("2024-06-19")).frame(), list(YEARS.table.columns))
    )
    words = said(stop(stops[1], stops, LINK))
    for part in ("2 of 3", "July 2022", "day not known", "Title of 2022-07", "Russia \\u2192 North Korea"):
        assert part in words
    assert words.count('"data-event": "2019-04-25"') == 2  # the step back and its dot
    assert words.count('"data-event": "2024-06-19"') == 2


def test_the_ends_of_a_story_lead_no_further() -> None:
    stops = list(records(YEARS.frame(), list(YEARS.table.columns)))
    assert said(stop(stops[0], stops, LINK)).count('"aria-disabled": "true"') == 1
    assert said(stop(stops[-1], stops, LINK)).count('"aria-disabled": "true"') == 1
    assert '"aria-disabled"' not in said(stop(stops[2], stops, LINK))
