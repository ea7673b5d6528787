from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from timeline.figures.series import ENOUGH, series, smoothed
from timeline.figures.sight import Sight
from timeline.figures.trend import _height, trend
from timeline.model import Event, EventType, Status
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]


def test_a_short_span_is_counted_by_months_and_a_long_one_by_quarters(make: Make) -> None:
    short = to_frame([make("a", "2022-01-10"), make("b", "2022-12-10")], {})
    long = to_frame([make("a", "1990-01-10"), make("b", "2022-12-10")], {})
    assert (series(pick(short)).size, len(series(pick(short)).counts)) == (1, 12)
    assert (series(pick(long)).size, len(series(pick(long)).counts)) == (3, 33 * 4)
    assert series(pick(long)).asked(0) == ("1990-01", "1990-03")


def test_the_score_of_a_month_is_the_mean_of_what_took_place_in_it(make: Make) -> None:
    events = [
        make("a", "2022-01-10"),
        make("b", "2022-01-11", type=EventType.ASSAULT),
        make("planned", "2022-01-12", type=EventType.AID, status=Status.PLANNED),
    ]
    table = to_frame(events, {})
    found = series(pick(table))
    happened = table[table["status"] == "actual"]["goldstein"]
    assert found.mean.tolist() == pytest.approx([float(happened.mean())])
    assert found.unreal == 1
    assert (
        "1 event left out: planned, only talked of, or denied."
        in trend(pick(table), Sight())["layout"]["meta"]["words"]
    )


def test_what_is_known_to_the_year_only_is_in_no_month_and_is_told_of(make: Make) -> None:
    table = to_frame([make("a", "2022-01-10"), make("year", "2022"), make("spring", "2022-21")], {})
    assert series(pick(table)).counts.sum() == 1
    assert "2 events not shown: known to no month." in trend(pick(table), Sight())["layout"]["meta"]["words"]


def test_the_line_is_the_mean_of_the_events_in_five_periods_and_breaks_where_they_are_few() -> None:
    counts = np.zeros((14, 2), dtype=np.int64)
    counts[[1, 2, 3], 0] = 1
    counts[[12], 0] = 1
    sums = np.zeros(14)
    sums[[1, 2, 3]], sums[12] = [1.0, 2.0, 6.0], 5.0
    line = smoothed(sums, counts)
    assert ENOUGH == 3
    assert line[1:4].tolist() == pytest.approx([3.0, 3.0, 3.0])
    assert np.isnan(line[4:]).all()
    assert np.isnan(line[0])


def test_the_line_has_gaps_and_no_bridges(make: Make) -> None:
    events = [make(f"{year}-{n}", f"{year}-05-0{n + 1}") for year in (2014, 2022) for n in range(3)]
    line = next(t for t in trend(pick(to_frame(events, {})), Sight())["data"] if t.get("mode") == "lines")
    assert line["connectgaps"] is False
    assert None in line["y"]
    assert line["y"][0] is not None is not line["y"][-1]


def test_cooperation_is_counted_upwards_and_conflict_downwards(make: Make) -> None:
    table = to_frame([make("a", "2022-01-10"), make("b", "2022-02-11", type=EventType.ASSAULT)], {})
    up, down = trend(pick(table), Sight())["data"][:2]
    assert len(up["y"]) == len(down["y"]) == 1
    assert up["y"][0] > 0 > down["y"][0]
    assert up["customdata"] == ["?since=2022-01&until=2022-01&look=timeline"]


def test_the_most_salient_events_stand_at_their_own_score_and_are_named(make: Make) -> None:
    table = to_frame([make("told", "2022-01-10", title="A letter", type=EventType.ACCUSE), make("b", "2022-06-11")], {})
    figure = trend(pick(table), Sight())
    marks = figure["data"][-1]
    score = float(table[table["event_id"] == "told"]["goldstein"].iloc[0])
    assert marks["y"][marks["customdata"].index("told")] == pytest.approx(_height(score))
    assert any("A letter" in name["text"] for name in figure["layout"]["annotations"])


def test_everything_stands_on_the_board(frame: pd.DataFrame) -> None:
    for width in (358, 1112):
        figure = trend(pick(frame), Sight(width=width))
        heights = [y for trace in figure["data"] if trace["type"] == "scatter" for y in trace["y"] if y is not None]
        assert all(0 < y < figure["layout"]["height"] for y in heights)
        json.dumps(figure)


def test_an_empty_trend_says_so_and_the_ends_of_the_calendar_can_be_drawn(make: Make) -> None:
    assert trend(pick(to_frame([], {})), Sight())["layout"]["meta"]["words"].startswith("No event here took place")
    json.dumps(trend(pick(to_frame([make("a", "0001-01-01"), make("b", "9999-12-31")], {})), Sight()))
