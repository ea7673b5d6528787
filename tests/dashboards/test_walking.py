from __future__ import annotations

import pytest

from dashboards.walking import step
from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.table.filter import Filter
from timeline.table.frame import to_frame
from timeline.table.picked import pick

RUS, PRK = Actor("RUS", "Russia"), Actor("PRK", "North Korea")
EVENTS = [
    Event(
        EventType.CONSULT, TimeValue.year(year), (RUS,), (PRK,), Span(0, 0, ""), (), event_id=str(year), also_ids=also
    )
    for year, also in ((2019, ()), (2020, ()), (2021, ("gone",)), (2022, ()))
]
TABLE = to_frame(EVENTS, {})
PICKED = pick(TABLE, Filter(since=TimeValue.year(2020).start))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"place": 0}, "2020"),
        ({"place": 2}, "2022"),
        ({"place": -7}, "2020"),
        ({"place": 2**31}, "2022"),
        ({"place": 0, "event": "2022"}, "2022"),
        ({"place": 1, "event": "gone"}, "2021"),
        ({"place": 1, "event": "2019"}, "2021"),  # which the filter leaves out
        ({"place": 1, "event": "nowhere"}, "2021"),
        ({"place": "1"}, "2020"),
        (None, "2020"),
        ([3], "2020"),
        ({"event": ["x"]}, "2020"),
    ],
)
def test_a_step_leads_to_a_row_of_the_selection(asked: object, expected: str) -> None:
    found = step(PICKED, asked) or {}
    assert (found["event"], found["all"]) == (expected, 3)
    assert found["said"].startswith(expected)


def test_where_nothing_is_picked_there_is_no_row() -> None:
    assert step(pick(TABLE, Filter(text="zeppelin")), {"place": 0}) is None
