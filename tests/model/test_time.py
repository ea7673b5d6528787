"""TimeValue: the days it names, the names it has, and what it refuses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import EdtfError
from timeline.model import Granularity, TimeValue

DAYS = st.dates(date(1000, 1, 1), date(8999, 12, 31))
YEARS = st.integers(1000, 8899)
SIMPLE = st.one_of(
    DAYS.map(TimeValue.day),
    DAYS.map(TimeValue.week),
    DAYS.map(TimeValue.weekend),
    st.builds(TimeValue.month, YEARS, st.integers(1, 12)),
    st.builds(TimeValue.quarter, YEARS, st.integers(1, 4)),
    st.builds(TimeValue.half, YEARS, st.integers(1, 2)),
    st.builds(TimeValue.season, YEARS, st.integers(1, 4)),
    YEARS.map(TimeValue.year),
    YEARS.map(TimeValue.decade),
    YEARS.map(TimeValue.century),
)


@pytest.mark.parametrize(
    ("edtf", "first", "last", "granularity", "timex3"),
    [
        ("2022-07-13", "2022-07-13", "2022-07-13", "day", "2022-07-13"),
        ("2022-07", "2022-07-01", "2022-07-31", "month", "2022-07"),
        ("2022", "2022-01-01", "2022-12-31", "year", "2022"),
        ("2024-06-17/2024-06-23", "2024-06-17", "2024-06-23", "week", "2024-W25"),
        ("2024-06-22/2024-06-23", "2024-06-22", "2024-06-23", "weekend", "2024-W25-WE"),
        ("2024-34", "2024-04-01", "2024-06-30", "quarter", "2024-Q2"),
        ("2024-41", "2024-07-01", "2024-12-31", "half", "2024-H2"),
        ("2024-22", "2024-06-01", "2024-08-31", "season", "2024-SU"),
        ("2024-24", "2024-12-01", "2025-02-28", "season", "2024-WI"),
        ("197X", "1970-01-01", "1979-12-31", "decade", "197"),
        ("19XX", "1900-01-01", "1999-12-31", "century", "19"),
        ("1910/1945", "1910-01-01", "1945-12-31", "interval", "1910/1945"),
        ("2005-11~/2005-12-03", "2005-11-01", "2005-12-03", "interval", "2005-11/2005-12-03"),
        ("2022/..", "2022-01-01", None, "interval", "2022/.."),
        ("2022/", "2022-01-01", None, "interval", "2022/"),
        ("../2022-05", None, "2022-05-31", "interval", "../2022-05"),
        ("9999", "9999-01-01", None, "year", "9999"),
    ],
)
def test_edtf_names_the_days(edtf: str, first: str | None, last: str | None, granularity: str, timex3: str) -> None:
    value = TimeValue.from_edtf(edtf)
    assert [value.start and str(value.start), value.last and str(value.last)] == [first, last]
    assert (value.granularity, value.timex3, value.edtf) == (granularity, timex3, edtf)


@pytest.mark.parametrize(
    "text", ["2022-13", "2022-06-31", "0000", "2022/2021", "/..", "", "2022~~", "1/2/3", "July 2022"]
)
def test_edtf_that_is_none_is_refused_by_name(text: str) -> None:
    with pytest.raises(EdtfError, match="expected an EDTF date") as caught:
        TimeValue.from_edtf(text)
    assert text in str(caught.value)


@given(SIMPLE)
def test_every_value_round_trips_through_edtf(value: TimeValue) -> None:
    assert TimeValue.from_edtf(value.edtf) == value
    assert TimeValue.from_edtf(value.about().edtf).approximate
    assert TimeValue.since(value) == TimeValue.from_edtf(TimeValue.since(value).edtf)


@given(SIMPLE, SIMPLE)
def test_an_interval_reaches_from_the_first_to_the_last_day_and_round_trips(a: TimeValue, b: TimeValue) -> None:
    assert a.start
    assert b.end
    if a.start >= b.end:
        with pytest.raises(EdtfError):
            TimeValue.between(a, b)
        return
    value = TimeValue.between(a, b)
    assert (value.start, value.end) == (a.start, b.end)
    assert TimeValue.from_edtf(value.edtf) == value


@given(DAYS)
def test_a_day_lies_in_its_week_month_and_year_and_not_beside_them(day: date) -> None:
    value = TimeValue.day(day)
    for wider in (TimeValue.week(day), TimeValue.month(day.year, day.month), TimeValue.year(day.year)):
        assert wider.contains(value)
        assert not value.contains(wider)
    assert not value.overlaps(TimeValue.day(day + timedelta(1)))


def test_an_open_value_overlaps_what_comes_later_only() -> None:
    since = TimeValue.from_edtf("2022/..")
    assert since.overlaps(TimeValue.year(2030))
    assert not since.overlaps(TimeValue.year(2021))


def test_marks_are_kept_and_not_doubled() -> None:
    about = TimeValue.between(TimeValue.year(1910), TimeValue.year(1945)).about()
    assert (about.edtf, about.about().edtf, about.uncertain) == ("1910~/1945~", "1910~/1945~", False)
    assert TimeValue.year(1946).doubtful().granularity is Granularity.YEAR
