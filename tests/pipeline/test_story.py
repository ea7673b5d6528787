"""What the shipped timeline tells first."""

from __future__ import annotations

import pandas as pd
import pytest

from timeline.pipeline import build_shipped
from timeline.table.stops import story_stops

# The turning points that a history of the two states names, as the day on which each began.
TURNS = {
    "1949-03-03": "the first visit to Moscow",
    "1961-07-06": "the alliance",
    "1990-09-30": "Moscow recognises Seoul",
    "2000-07-19": "the first visit of a Russian president",
    "2001-08-04": "the Moscow Declaration",
    "2011-08-24": "the last summit with Kim Jong Il",
    "2019-04-25": "the first summit with Kim Jong Un",
    "2023-09-13": "the summit at the cosmodrome",
    "2024-06-19": "the partnership treaty",
}


@pytest.fixture(scope="module")
def shipped() -> pd.DataFrame:
    return build_shipped()


def begun(frame: pd.DataFrame) -> set[str]:
    return set(map(str, frame["date_start"]))


def test_the_story_stops_at_the_turning_points(shipped: pd.DataFrame) -> None:
    stops = story_stops(shipped)
    assert len(stops) == 12
    assert len(set(TURNS) - begun(stops)) <= 1
    assert stops["date_start"].is_monotonic_increasing


def test_the_meetings_of_leaders_and_the_treaties_stand_out_most(shipped: pd.DataFrame) -> None:
    top = begun(shipped.nlargest(24, "salience"))
    told_often = set(TURNS) - {"1990-09-30"}
    assert {*told_often, "2000-02-09", "2002-08-23"} <= top
