from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from timeline.figures.calendar import calendar
from timeline.figures.months import UNKNOWN, months
from timeline.figures.sight import Sight
from timeline.figures.tiles import FAINT
from timeline.model import Event, EventType
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]


def cells(frame: pd.DataFrame) -> dict[tuple[int, int], int]:
    """The number of events by year and month, 13 for a month that is not known."""
    found = months(pick(frame))
    return {
        (found.first + int(year), int(month) + 1): int(found.counts[year, month].sum())
        for year, month in zip(*np.nonzero(found.counts.sum(axis=2)), strict=True)
    }


def tiles(figure: dict[str, Any]) -> dict[str, str]:
    """What each full tile opens, by what it says."""
    full = next(trace for trace in figure["data"] if trace.get("hovertext"))
    return dict(zip(full["hovertext"], full["customdata"], strict=True))


@pytest.mark.parametrize(
    ("edtf", "cell"),
    [
        ("2022-08-15", (2022, 8)),
        ("2022-07", (2022, 7)),
        ("2022", (2022, 13)),
        ("2022-21", (2022, 13)),  # spring
        ("2022-34", (2022, 13)),  # a quarter
        ("2022-08-30/2022-09-02", (2022, 8)),  # a visit, in the month in which it began
        ("2022-01-01/2022-01-02", (2022, 1)),
    ],
)
def test_an_event_is_in_the_month_that_is_known_and_in_no_other(make: Make, edtf: str, cell: tuple[int, int]) -> None:
    assert cells(to_frame([make("e", edtf)], {})) == {cell: 1}


@pytest.mark.parametrize("edtf", ["197X", "2022/..", "../2022-05", "2005/2013", "2024-24"])
def test_what_is_open_or_known_to_more_than_a_year_is_in_no_tile_and_is_told_of(make: Make, edtf: str) -> None:
    table = to_frame([make("e", edtf), make("day", "2022-08-15")], {})
    assert cells(table) == {(2022, 8): 1}
    words = calendar(pick(table), Sight())["layout"]["meta"]["words"]
    assert "1 event is not shown: open, or known only to more than a year." in words


def test_a_tile_opens_its_month_or_its_year(make: Make) -> None:
    table = to_frame([make("day", "2022-08-15"), make("war", "2022", type=EventType.ASSAULT)], {})
    assert tiles(calendar(pick(table), Sight())) == {
        "<b>August 2022</b><br>1 event, of cooperation": "?since=2022-08&until=2022-08&look=timeline",
        "<b>2022, month not known</b><br>1 event, of conflict": "?since=2022&until=2022&look=timeline",
    }


def test_more_events_have_a_deeper_tint_and_a_larger_symbol(make: Make) -> None:
    crowd = [make(f"e{n}", "2022-08-15") for n in range(9)]
    data = calendar(pick(to_frame([*crowd, make("one", "2022-05-01")], {})), Sight())["data"]
    few, many = data[1]["marker"]["opacity"]
    assert FAINT < few < many
    small, large = data[2]["marker"]["size"]
    assert large == pytest.approx(3 * small, abs=0.2)  # nine times the area


def test_few_years_run_down_and_many_across_a_wide_page_only(make: Make) -> None:
    few = pick(to_frame([make(f"e{year}", f"{year}-05-01") for year in (2020, 2022)], {}))
    many = pick(to_frame([make(f"e{year}", f"{year}-05-01") for year in (1945, 2024)], {}))
    assert calendar(few, Sight())["layout"]["height"] < 200
    assert calendar(many, Sight())["layout"]["height"] < 500
    assert calendar(many, Sight(width=358))["layout"]["height"] > 80 * 20  # a row a year, so that one can hit it


@pytest.mark.parametrize("width", [358, 700, 1112])
def test_every_tile_lies_on_the_board(make: Make, width: float) -> None:
    table = to_frame([make("a", "1945-12-31"), make("b", "2024-01-01"), make("c", "2024")], {})
    figure = calendar(pick(table), Sight(width=width))
    for trace in (trace for trace in figure["data"] if trace["type"] == "bar"):
        half = trace["width"] / 2
        assert all(x - half >= 0 and x + half <= width for x in trace["x"])
        assert all(
            low >= 0 and low + high <= figure["layout"]["height"]
            for low, high in zip(trace["base"], trace["y"], strict=True)
        )


def test_of_very_many_years_the_last_are_shown_and_the_others_counted(make: Make) -> None:
    table = to_frame([make("first", "0001-01-01"), make("now", "2024-05-01"), make("b", "2024-06")], {})
    words = calendar(pick(table), Sight())["layout"]["meta"]["words"]
    assert "1 event before 1905 not shown: narrow the years to see them." in words
    assert calendar(pick(to_frame([make("old", "0476-09-04")], {})), Sight())["layout"]["meta"]["items"] == [
        {"label": "September 476: 1 event, of cooperation", "opens": "?since=0476-09&until=0476-09&look=timeline"}
    ]


def test_an_empty_calendar_says_so(make: Make) -> None:
    for events in ([], [make("e", "197X")]):
        figure = calendar(pick(to_frame(events, {})), Sight())
        assert figure["data"] == []
        assert figure["layout"]["meta"]["words"].startswith("No event can be put into a year.")


def test_the_calendar_counts_what_is_picked_only(frame: pd.DataFrame) -> None:
    picked = pick(frame)
    part = type(picked)(picked.table, picked.index, picked.rows[:2])
    assert months(part).counts.sum() <= 2 < months(picked).counts.sum()
    json.dumps(calendar(picked, Sight(scheme="dark")))
    assert UNKNOWN == 12
