from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.query import find_event
from dashboards.views.evidence import evidence
from dashboards.views.near import near
from dashboards.views.quote import quotation
from dashboards.views.reasons import reasons
from timeline.figures.dating import how_dated
from timeline.figures.links import is_web
from timeline.figures.spans import marked
from timeline.model import Actor, Copy, Event, EventType, Evidence, Joined, Origin, Span, Status, TimeValue
from timeline.table.frame import to_frame

QUOTE = "Kim wrote to Putin last month."
RUS, PRK = Actor("RUS", "Russia", "Vladimir Putin"), Actor("PRK", "North Korea", "Kim Jong Un")


def report(**changed: Any) -> Evidence:
    fields: dict[str, Any] = {
        "article_id": "a1",
        "source": "The Daily",
        "title": "Letters",
        "url": "https://example.org/1",
        "published": date(2022, 8, 15),
        "quote": QUOTE,
        "start": 100,
        "end": 130,
        "date_span": Span(119, 129, "last month"),
        "actor_spans": (Span(100, 103, "Kim"), Span(113, 118, "Putin")),
        "trigger_span": Span(104, 109, "wrote"),
        "date_edtf": "2022-07",
        "date_basis": "relative",
    }
    return Evidence(**(fields | changed))


def row(*reports: Evidence, **changed: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "type": EventType.CONSULT,
        "when": TimeValue.month(2022, 7),
        "source": (PRK,),
        "target": (RUS,),
        "trigger": Span(104, 109, "wrote"),
        "evidence": reports or (report(),),
        "date_basis": "relative",
        "event_id": "e1",
    }
    found = find_event(to_frame([Event(**(fields | changed))], {}), "e1")
    assert found is not None
    return found


def said(parts: Any) -> str:
    """All that a reader of the panel sees and could follow."""
    return json.dumps([part.to_plotly_json() for part in parts], default=lambda part: part.to_plotly_json())


def test_a_relative_date_is_explained_by_the_day_it_was_counted_from() -> None:
    assert how_dated(row()) == ("“last month”, counted from publication on 15 August 2022: July 2022, day not known.")


def test_a_date_outside_the_quote_is_said_to_stand_elsewhere() -> None:
    before = row(report(date_span=Span(19, 29, "last month")))
    assert how_dated(before).startswith("“last month” in another sentence, counted from publication")


def test_a_guess_is_called_one() -> None:
    guess = row(report(date_span=None, date_basis="publication"), date_basis="publication")
    assert how_dated(guess).endswith("the day of publication on 15 August 2022 stands in for it, a guess.")


def test_a_compiled_date_says_so() -> None:
    curated = report(date_span=None, trigger_span=None, actor_spans=(), date_basis="explicit")
    assert "as compiled from the sources" in how_dated(row(curated, origin=Origin.CURATED, date_basis="explicit"))


def test_date_actors_and_trigger_are_marked_where_they_stand() -> None:
    found = {kind: QUOTE[start:end] for start, end, kind in marked(row()["articles"][0]) if kind != "actor"}
    assert found == {"trigger": "wrote", "date": "last month"}
    pieces = [piece.children for piece in quotation(row()["articles"][0]).children]
    assert "".join(pieces) == QUOTE


@given(st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=6))
def test_offsets_that_do_not_fit_never_change_the_words(spans: list[tuple[int, int]]) -> None:
    actors = [{"start": s, "end": e, "text": QUOTE[s:e]} for s, e in spans]
    broken = {"quote": QUOTE, "start": 0, "date": None, "trigger": None, "actors": actors}
    assert "".join(piece.children for piece in quotation(broken).children) == QUOTE


def test_the_panel_names_source_publication_and_link() -> None:
    words = said(evidence(row(), "http://127.0.0.1/?event=e1"))
    for part in ("The Daily", "https://example.org/1", "published 15 August 2022", "Meeting or message", "?event=e1"):
        assert part in words


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "", "http://[", " ", "ftp://example.org/1"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert not is_web(url)
    assert f'"href": "{url}"' not in said(evidence(row(report(url=url)), "http://127.0.0.1/?event=e1"))


def test_an_event_answers_to_the_ids_that_were_merged_into_it() -> None:
    event = Event(
        EventType.CONSULT,
        TimeValue.year(2021),
        (PRK,),
        (RUS,),
        Span(0, 0, ""),
        (report(),),
        event_id="a",
        also_ids=("b",),
    )
    table = to_frame([event], {})
    assert (find_event(table, "b") or {})["event_id"] == "a"
    assert find_event(table, "c") is None


@pytest.mark.parametrize(("reports", "words"), [(0, "No report"), (1, "One report"), (2, "2 reports, 1 publisher")])
def test_reports_are_counted_in_words_that_agree(reports: int, words: str) -> None:
    told = row(evidence=(report(),) * reports)
    assert f'"children": "{words}"' in said(evidence(told, "http://127.0.0.1/?event=e1"))


def test_a_weekend_that_a_person_gave_is_known_from_first_to_last_day() -> None:
    weekend = TimeValue.from_edtf("2024-06-15/2024-06-16")
    given = row(report(trigger_span=None, date_span=None), when=weekend, origin=Origin.CURATED, date_basis="explicit")
    assert "first and last day given" in how_dated(given)
    assert "which of its days is not known" in how_dated(row(when=weekend))


LINK = "http://127.0.0.1/?event=e1"
WHY = Joined("e0", 2.5, 1.3, "same day; same kind: visit; words in common: rail, station")


def test_a_report_says_why_it_is_one_of_the_event() -> None:
    words = said(evidence(row(report(), report(article_id="a2", joined=WHY)), LINK))
    assert words.count("Taken for the same event because") == 1
    assert "because: same day; same kind: visit; words in common: rail, station." in words


def test_an_announcement_is_called_one_beside_the_report_of_what_it_announced() -> None:
    plan, act = report(status=Status.PLANNED), report(article_id="a2")
    assert said(evidence(row(plan, act), LINK)).count("Announced before it took place.") == 1
    assert "Announced before" not in said(evidence(row(plan, status=Status.PLANNED), LINK))


def test_copies_are_named_as_others_who_printed_it() -> None:
    copies = tuple(Copy(f"c{n}", source, "", None) for n, source in enumerate(["Echo", "Echo", "", "<b>Post</b>"]))
    assert "Also printed by Echo, c2 and <b>Post</b>." in said(evidence(row(report(copies=copies)), LINK))


def test_a_plan_that_nobody_reported_in_time_is_called_not_confirmed() -> None:
    plan = Event(
        EventType.CONSULT, TimeValue.month(2022, 7), (PRK,), (RUS,), Span(0, 0, ""), (report(),), status=Status.PLANNED,
        event_id="e1",
    )  # fmt: skip
    for as_of, expected in ((date(2022, 8, 1), True), (date(2022, 7, 31), False)):
        found = find_event(to_frame([plan], {}, as_of), "e1")
        assert ("Not confirmed" in said(evidence(found or {}, LINK))) == expected


def test_a_disputed_event_leads_to_those_that_contradict_it() -> None:
    words = said(evidence(row(disputed=True, disputed_by=("e2", "e&3")), LINK))
    assert '"href": "http://127.0.0.1/?event=e2"' in words
    assert '"data-event": "e2"' in words
    assert '"href": "http://127.0.0.1/?event=e%263"' in words
    assert "gives another day" not in said(evidence(row(), LINK))
    assert "gives another day" in said(evidence(row(disputed=True), LINK))


@given(st.text())
def test_words_of_a_reason_stand_there_as_text(hostile: str) -> None:
    (words,) = reasons({"status": "actual", "joined": {"why": hostile}, "copies": []}, {"status": "actual"})
    assert words == f"Taken for the same event because: {hostile}."


def test_the_date_stands_there_in_words_and_in_edtf() -> None:
    words = said(evidence(row(), LINK))
    for part in ("July 2022", "day not known", '"children": "2022-07"'):
        assert part in words


NEXT = [{"event_id": f"n{n}", "date_edtf": "2022-08", "title": "<b>Next</b>"} for n in range(2)]


def test_the_events_before_and_after_are_listed_in_order_of_time() -> None:
    words = said(near(NEXT[:1], NEXT[1:], ["Russia", "North Korea"], LINK))
    assert "Before and after: Russia and North Korea" in words
    assert words.index("event=n0") < words.index("This event") < words.index("event=n1")
    assert "<b>Next</b>" in words
    assert near([], [], ["Russia"], LINK) == []
