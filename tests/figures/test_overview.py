from __future__ import annotations

from datetime import date

import pandas as pd

from timeline.figures.overview import overview
from timeline.figures.sight import Sight
from timeline.table.frame import to_frame


def test_every_event_is_counted_once_in_the_year_it_began(frame: pd.DataFrame) -> None:
    bars = overview(frame, Sight())["data"]
    years = {
        year: n for trace in bars for year, n in zip(trace["x"], trace["y"], strict=True) if trace["name"][-1] == "s"
    }
    assert sum(n for trace in bars for n in trace["y"]) == len(frame)
    assert years[2022] >= 1


def test_a_veil_lies_over_the_years_outside(frame: pd.DataFrame) -> None:
    sight = Sight(since=date(2021, 1, 1), until=date(2021, 12, 31))
    left, right = overview(frame, sight)["layout"]["shapes"]
    assert left["x1"] == 2020.5
    assert 2021.4 < right["x0"] <= 2021.5


def test_no_veil_without_years(frame: pd.DataFrame) -> None:
    assert overview(frame, Sight())["layout"]["shapes"] == []


def test_an_empty_table_has_an_overview() -> None:
    assert all(trace["x"] == [] for trace in overview(to_frame([], {}), Sight())["data"])
