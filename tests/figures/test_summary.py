from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from timeline.figures.grouping import GROUPINGS
from timeline.figures.lanes import LIMIT, lanes
from timeline.figures.sight import Sight
from timeline.figures.summary import summary
from timeline.model import Event, EventType
from timeline.table.filter import Filter
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]


def test_a_selection_is_told_in_a_sentence(frame: pd.DataFrame) -> None:
    said = summary(pick(frame.assign(checked=frame["event_id"] == "japan")))
    assert said == (
        "9 events, 2020 to 2022, 8 of them between North Korea and Russia, most often meeting or message (7), "
        "8 not checked yet."
    )


def test_only_what_is_picked_is_counted(frame: pd.DataFrame) -> None:
    assert summary(pick(frame, Filter(actors=("JPN",)))).startswith("1 event, 2020, 1 of them between Japan and")


def test_open_dates_and_lonely_actors_are_no_error(make: Make) -> None:
    assert (
        summary(pick(to_frame([make("a", "../2022", target=())], {})))
        == "1 event, 2022, most often meeting or message (1), none checked yet."
    )
    strike = make("b", "2022", target=(), type=EventType.ASSAULT)
    assert summary(pick(to_frame([strike], {}))).endswith("most often violence (1), none checked yet.")


def test_the_timeline_says_what_it_shows_also_where_there_is_no_room_for_marks(make: Make) -> None:
    crowd = [make(f"e{number}", f"{1900 + number % 120}") for number in range(LIMIT + 1)]
    for some in (crowd[:3], crowd):
        picked = pick(to_frame(some, {}))
        for by in GROUPINGS:
            assert lanes(picked, Sight(), by)["layout"]["meta"]["words"] == summary(picked)
