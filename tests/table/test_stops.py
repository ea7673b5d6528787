"""The stops of a story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest

from timeline.model import Event, Status, TimeValue
from timeline.table.frame import to_frame
from timeline.table.stops import story_stops

Make = Callable[..., Event]


@pytest.fixture
def table(letter: Make) -> Callable[..., pd.DataFrame]:
    """table((edtf, salience), ...) -> a table of events that are called by their dates."""

    def make(*told: tuple[str, float], **changed: object) -> pd.DataFrame:
        events = (
            letter(event_id=f"{edtf} {n}", when=TimeValue.from_edtf(edtf), salience=weight, **changed)
            for n, (edtf, weight) in enumerate(told)
        )
        return to_frame(events, {})

    return make


def dates(stops: pd.DataFrame) -> list[str]:
    return stops["date_edtf"].to_list()


def test_the_most_salient_are_stops_in_order_of_time(table: Callable[..., pd.DataFrame]) -> None:
    frame = table(("2000-07-19", 9.0), ("2010-01-01", 1.0), ("2019-04-25", 8.0), ("2022-07-13", 7.0))
    assert dates(story_stops(frame, 3)) == ["2000-07-19", "2019-04-25", "2022-07-13"]
    assert list(story_stops(frame, 3).columns) == list(frame.columns)


def test_a_busy_year_does_not_take_all_stops(table: Callable[..., pd.DataFrame]) -> None:
    busy = [(str(date(2024, 1, 1) + timedelta(20 * n)), 5.0) for n in range(12)]
    stops = dates(story_stops(table(*busy, ("1949-03-17", 3.5), ("1961-07-06", 3.5), ("1990-09-30", 3.5)), 6))
    assert stops[:3] == ["1949-03-17", "1961-07-06", "1990-09-30"]
    assert all(day.startswith("2024") for day in stops[3:])


def test_a_busy_year_keeps_its_greatest_events(table: Callable[..., pd.DataFrame]) -> None:
    frame = table(("1949-03-17", 2.0), ("1961-07-06", 2.0), ("2024-06-19", 9.0), ("2024-10-18", 8.0))
    assert dates(story_stops(frame, 2)) == ["2024-06-19", "2024-10-18"]


def test_events_of_the_same_days_are_one_stop(table: Callable[..., pd.DataFrame]) -> None:
    frame = table(("2024-06-18/2024-06-19", 7.0), ("2024-06-19", 8.0), ("2024-06-19", 6.0), ("2024-06-20", 1.0))
    assert dates(story_stops(frame)) == ["2024-06-19", "2024-06-20"]


def test_what_is_known_to_the_month_does_not_hide_the_days_in_it(table: Callable[..., pd.DataFrame]) -> None:
    assert dates(story_stops(table(("2008-10", 7.0), ("2008-10-04", 5.0)))) == ["2008-10", "2008-10-04"]


@pytest.mark.parametrize("status", [Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED])
def test_what_did_not_take_place_is_no_stop(table: Callable[..., pd.DataFrame], status: Status) -> None:
    assert story_stops(table(("2024-06-19", 8.0), status=status)).empty


def test_open_ends_are_stops_where_they_begin(table: Callable[..., pd.DataFrame]) -> None:
    assert dates(story_stops(table(("2022-07-13/..", 5.0), ("../1948", 5.0)))) == ["2022-07-13/.."]


def test_reports_decide_where_salience_was_not_computed(table: Callable[..., pd.DataFrame]) -> None:
    assert dates(story_stops(table(("2019-04-25", 0.0), ("2022-07-13", 0.0)))) == ["2019-04-25", "2022-07-13"]


@pytest.mark.parametrize("n", [-1, 0, 1, 5])
def test_there_are_never_more_stops_than_asked_for(table: Callable[..., pd.DataFrame], n: int) -> None:
    frame = table(*((f"20{year}-04-25", 1.0) for year in range(10, 20)))
    assert len(story_stops(frame, n)) == max(n, 0)
    assert story_stops(to_frame([], {}), n).empty


def test_the_same_story_is_told_of_a_shorter_time(table: Callable[..., pd.DataFrame]) -> None:
    """What counts as near is a share of the time of the table, be it decades or a fortnight."""
    years = [("1950-01-01", 5.0), ("1951-01-01", 4.9), ("2000-01-01", 4.0), ("2020-01-01", 3.0)]
    hours = [("2024-06-01", 5.0), ("2024-06-02", 4.9), ("2024-06-20", 4.0), ("2024-06-27", 3.0)]
    for told in (years, hours):
        assert dates(story_stops(table(*told), 2)) == [told[0][0], told[2][0]]
