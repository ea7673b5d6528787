from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from timeline.figures.overview import overview
from timeline.figures.sight import Sight
from timeline.model import Event
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]


def test_every_event_is_counted_once_in_the_year_it_began(frame: pd.DataFrame) -> None:
    bars = overview(pick(frame), Sight())["data"]
    years = {
        year: n for trace in bars for year, n in zip(trace["x"], trace["y"], strict=True) if trace["name"][-1] == "s"
    }
    assert sum(n for trace in bars for n in trace["y"]) == len(frame)
    assert years[2022] >= 1


def test_a_veil_lies_over_the_years_outside(frame: pd.DataFrame) -> None:
    sight = Sight(since=date(2021, 1, 1), until=date(2021, 12, 31))
    left, right = overview(pick(frame), sight)["layout"]["shapes"]
    assert left["x1"] == 2020.5
    assert 2021.4 < right["x0"] <= 2021.5


def test_no_veil_without_years(frame: pd.DataFrame) -> None:
    assert overview(pick(frame), Sight())["layout"]["shapes"] == []


def test_an_empty_table_has_an_overview_without_years_or_brush() -> None:
    figure = overview(pick(to_frame([], {})), Sight(since=date(2022, 1, 1)))
    assert all(trace["x"] == [] for trace in figure["data"])
    assert not figure["layout"]["xaxis"]["visible"]
    assert figure["layout"]["dragmode"] is False
    assert not figure["layout"].get("shapes")


@pytest.mark.parametrize("width", [360, 1000, 4000])
@pytest.mark.parametrize("years", [("1945",), ("1944", "1945"), ("2020", "2023"), ("0001", "9999")])
def test_years_are_labelled_by_whole_numbers_that_have_room(make: Make, years: tuple[str, ...], width: int) -> None:
    table = to_frame([make(f"e{year}", year) for year in years], {})
    axis = overview(pick(table), Sight(width=width))["layout"]["xaxis"]
    first, last = axis["range"]
    assert isinstance(axis["dtick"], int)
    assert axis["dtick"] >= 1
    assert (last - first) / axis["dtick"] <= width / 40


def test_the_bar_of_a_lone_year_is_no_wall(make: Make) -> None:
    figure = overview(pick(to_frame([make("only", "1945-08-15")], {})), Sight())
    first, last = figure["layout"]["xaxis"]["range"]
    assert figure["data"][0]["width"] / (last - first) < 0.1
