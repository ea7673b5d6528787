from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboards.callbacks.walk import sought
from dashboards.picking import Picking
from dashboards.state import View
from dashboards.walking import stands, step
from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.table.filter import Filter
from timeline.table.frame import to_frame
from timeline.table.picked import pick

RUS, PRK, JPN = Actor("RUS", "Russia"), Actor("PRK", "North Korea"), Actor("JPN", "Japan")
YEARS = [
    Event(
        EventType.CONSULT, TimeValue.year(year), (RUS,), (PRK,), Span(0, 0, ""), (), event_id=str(year), also_ids=also
    )
    for year, also in ((2019, ()), (2020, ()), (2021, ("gone",)), (2022, ()))
]
THEIRS = [
    replace(YEARS[0], event_id=name, when=when, source=(JPN,), target=(RUS,), also_ids=())
    for name, when in (
        ("early", TimeValue.year(2020)),
        ("late", TimeValue.month(2022, 7)),
        ("ever", replace(TimeValue.month(2022, 8), start=None, edtf="../2022-08")),
    )
]
VIEW = View(Filter(since=TimeValue.year(2020).start))
TABLE = to_frame([*YEARS, *THEIRS], {})
PICKED = pick(TABLE, VIEW.filter)  # lanes: Russia with all six, Japan with three, North Korea with three


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"lane": 0, "place": 0}, ("Russia", "ever", 6)),
        ({"lane": 0, "place": -7}, ("Russia", "ever", 6)),
        ({"lane": 2, "place": 2**31}, ("North Korea", "2022", 3)),
        ({"lane": 2**31, "place": 1}, ("North Korea", "2021", 3)),
        ({"lane": -1, "event": "2022"}, ("Russia", "2022", 6)),
        ({"lane": 2, "event": "2022"}, ("North Korea", "2022", 3)),
        ({"lane": 1, "event": "2022"}, ("Japan", "late", 3)),  # the next in time, not the one in the same place
        ({"lane": 1, "event": "2020"}, ("Japan", "early", 3)),
        ({"lane": 1, "event": "2021"}, ("Japan", "ever", 3)),  # from 2020, where the view begins, to August 2022
        ({"event": "gone"}, ("Russia", "2021", 6)),
        ({"event": "2019"}, ("Russia", "2020", 6)),  # which the filter leaves out
        ({"place": 1, "event": "nowhere"}, ("Russia", "2020", 6)),
        ({"lane": "1", "place": "1"}, ("Russia", "ever", 6)),
        (None, ("Russia", "ever", 6)),
        ([3], ("Russia", "ever", 6)),
        ({"event": ["x"], "lane": {}}, ("Russia", "ever", 6)),
    ],
)
def test_a_step_leads_to_an_event_of_a_lane(asked: object, expected: tuple[str, str, int]) -> None:
    found = step(PICKED, asked, VIEW) or {}
    assert (found["named"], found["event"], found["all"]) == expected
    assert found["said"].startswith(("2020", "2021", "2022", "July 2022", "until"))


def test_where_nothing_is_picked_there_is_no_event() -> None:
    assert step(pick(TABLE, Filter(text="zeppelin")), {"place": 0}, View()) is None


@pytest.mark.parametrize(
    ("by", "lanes"), [("actor", [[0, True], [2, False]]), ("dyad", [[1, True]]), ("type", [[0, True]])]
)
def test_an_event_stands_in_each_of_its_lanes_for_as_long_as_its_days(by: str, lanes: list[Any]) -> None:
    row = int(TABLE.index[TABLE["event_id"] == "2021"][0])
    assert stands(PICKED, row, by) == {"days": ["2021-01-01", "2021-12-31"], "lanes": lanes}
    ever = int(TABLE.index[TABLE["event_id"] == "ever"][0])
    assert stands(PICKED, ever, by)["days"] == [None, "2022-08-31"]


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"event": "2021", "query": ""}, 2),
        ({"event": "gone", "query": "?actor=PRK"}, 1),
        ({"event": "2021", "query": "", "order": [{"colId": "start", "sort": "asc"}]}, 4),
        ({"event": "2021", "query": "?since=2022"}, None),
        ({"event": "nowhere", "query": ""}, None),
        ({"event": 3, "query": [], "order": "up"}, None),
    ],
)
def test_the_place_of_an_event_in_the_table_is_that_in_its_order(asked: dict[str, Any], place: int | None) -> None:
    found = sought(Picking(TABLE), asked) or {}
    assert found.get("place") == place
    assert "lanes" not in found  # so few have marks
    assert found["event"] == asked["event"]


def test_what_asks_for_no_event_is_told_nothing() -> None:
    assert sought(Picking(TABLE), None) is None
