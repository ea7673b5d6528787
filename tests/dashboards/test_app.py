from __future__ import annotations

import re
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboards import create_app, serve
from dashboards.choosing import choices, left
from dashboards.picking import Picking
from dashboards.query import find_event, neighbours, question, span
from dashboards.rows import Asked, listed, ordered
from timeline.errors import InputError, ServeError
from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.storage import write_timeline
from timeline.storage.export.about import title_of
from timeline.table.filter import Filter
from timeline.table.frame import to_frame
from timeline.table.picked import pick

RUS, PRK = Actor("RUS", "Russia"), Actor("PRK", "North Korea")
EVENTS = [
    Event(EventType.CONSULT, TimeValue.from_edtf(edtf), (RUS,), (PRK,), Span(0, 0, ""), (), event_id=edtf, title=edtf)
    for edtf in ("2019-04-25", "2021", "2022-07")
]
TABLE = to_frame(EVENTS, {})


def test_an_app_is_made_of_a_table_or_of_its_file_and_twice_in_one_process(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    write_timeline(TABLE, path)
    titles = [create_app(table).title for table in (TABLE, path, str(path))]
    assert titles == ["North Korea and Russia – tieline"] * 3


def test_an_empty_table_has_a_page() -> None:
    client = create_app(to_frame([], {})).server.test_client()
    page = client.get("/_dash-layout").get_data(as_text=True)
    assert "This timeline has no events" in page
    assert "Each event with" not in page
    assert "fits all of these filters" not in page
    assert '"startValue":2000' not in page  # no year is made up


def test_a_timeline_of_one_year_names_it_once() -> None:
    page = create_app(TABLE.iloc[:1]).server.test_client().get("/_dash-layout").get_data(as_text=True)
    assert '"2019. Each event' in page


def test_the_page_has_a_language_and_a_title_and_asks_nobody_outside() -> None:
    page = create_app(TABLE).server.test_client().get("/").get_data(as_text=True)
    assert '<html lang="en">' in page
    assert "<title>North Korea and Russia – tieline</title>" in page
    assert "https://" not in page


def test_the_page_loads_at_first_only_what_its_chart_needs() -> None:
    page = create_app(TABLE).server.test_client().get("/").get_data(as_text=True)
    programs, later = re.findall(r'<script src="([^"]+)"', page), re.findall(r'as="script"[^>]* href="([^"]+)"', page)
    assert not [name for name in programs if "polyfill" in name or "dash_table" in name or "ag_grid" in name]
    assert ["dash_ag_grid" in name for name in later] == [True]


def test_a_file_that_names_its_edition_is_asked_for_but_once() -> None:
    client = create_app(TABLE).server.test_client()
    for name, kept in (("page.js?m=1", True), ("page.js", False), ("nowhere.js?m=1", False)):
        with client.get(f"/assets/{name}") as answer:
            assert ("immutable" in answer.headers.get("Cache-Control", "")) == kept, name


def test_a_missing_file_is_named() -> None:
    with pytest.raises(InputError, match=r"nowhere\.parquet"):
        create_app("nowhere.parquet")


def test_a_port_in_use_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=f"port {port} on 127.0.0.1 is in use"):
            serve(create_app(TABLE), "127.0.0.1", port)


def test_a_host_that_is_not_ours_is_named() -> None:
    with pytest.raises(ServeError, match=r"203\.0\.113\.1"):
        serve(create_app(TABLE), "203.0.113.1", 0)


def test_importing_the_dashboard_reads_nothing_heavy() -> None:
    heavy = "spacy pandera xlsxwriter dateparser openpyxl"
    code = f"import sys, dashboards; print([m for m in {heavy.split()!r} if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_what_there_is_to_choose_is_counted() -> None:
    table = Picking(TABLE)
    listed = choices(table)
    assert [item[:2] for item in listed["actor"]] == [["PRK", "North Korea"], ["RUS", "Russia"]]
    assert left(table.selection(Filter()), listed)["actor"] == [3, 3]
    assert len(listed["type"]) == len(EventType)
    assert span(table) == (2019, 2022)
    assert title_of(table.index) == "North Korea and Russia"


def test_the_table_is_listed_latest_first_in_words() -> None:
    rows = listed(ordered(pick(TABLE), Asked(0, 10).order), Asked(0, 10))
    assert [row["start"] for row in rows] == ["July 2022", "2021", "25 April 2019"]
    assert rows[0]["who"] == "Russia → North Korea"


def test_an_event_has_the_neighbours_of_the_table() -> None:
    assert neighbours(pick(TABLE), "2021") == ("2019-04-25", "2022-07")
    assert neighbours(pick(TABLE), "2022-07") == ("2021", "")
    assert neighbours(pick(TABLE), "nowhere") == ("", "")


def test_the_id_of_a_merged_event_has_the_neighbours_of_the_one_it_went_into() -> None:
    first, second, third = EVENTS
    table = to_frame([first, replace(second, also_ids=("gone",)), third], {})
    assert neighbours(pick(table), "gone") == neighbours(pick(table), "2021") == ("2019-04-25", "2022-07")
    row = find_event(table, "gone")
    assert row is not None
    assert row["event_id"] == "2021"
    assert find_event(table, "nowhere") is None
    assert find_event(table, "") is None


def test_the_question_of_most_readers_is_about_the_closest_tie_of_the_last_years() -> None:
    old = replace(EVENTS[0], event_id="old", when=TimeValue.year(1949))
    asked = question(Picking(to_frame([*EVENTS, old], {})))
    assert asked is not None
    assert asked.words == "North Korea and Russia since 2018"
    assert asked.asks == "?actor=PRK&actor=RUS&since=2018&look=timeline"
    assert asked.tells == "?actor=PRK&actor=RUS&since=2018&event=2019-04-25&look=timeline"
    assert question(Picking(TABLE)) is None  # all of it is of the last years
    assert question(Picking(to_frame([], {}))) is None
