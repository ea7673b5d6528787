"""More events than one can tell apart are counted, each once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figures.bins import bins, spread
from timeline.figures.density import density
from timeline.figures.grouping import GROUPINGS
from timeline.figures.lanes import HEIGHT, LIMIT, lanes
from timeline.figures.sight import Sight
from timeline.model import Event
from timeline.table.frame import to_frame
from timeline.table.index import EARLIEST, LATEST
from timeline.table.picked import pick

Make = Callable[..., Event]
days = st.integers(-30_000, 30_000)
events = st.lists(st.tuples(days, st.integers(0, 4000), st.integers(1, 4), st.sampled_from(["", "start", "end"])))


@given(events, st.integers(2, 150), st.tuples(days, days))
def test_each_event_is_counted_once_wherever_it_lies(
    rows: list[tuple[int, int, int, str]], most: int, view: tuple[int, int]
) -> None:
    ends = [date.fromordinal(day + date(1970, 1, 1).toordinal()) for day in sorted(view)]
    first = [EARLIEST if open_ == "start" else day for day, _, _, open_ in rows]
    last = [LATEST if open_ == "end" else day + length for day, length, _, open_ in rows]
    quads = np.array([quad for *_, quad, _ in rows], dtype=np.int8)
    made = bins(ends[0], ends[1], most)
    laid = spread(made, np.array(first, np.int32), np.array(last, np.int32), quads)
    whole = np.arange(len(rows))
    found = laid.count(whole, whole * 0, 1)[0]
    apart = laid.count(np.concatenate([whole, whole]), np.concatenate([whole * 0, whole * 0 + 2]), 3)
    assert apart == pytest.approx(np.stack([found, found * 0, found]))
    assert found.sum(axis=0) == pytest.approx([(quads == quad).sum() for quad in (1, 2, 3, 4)])
    assert found.min(initial=0) > -1e-9
    assert len(made) <= most or made.unit == "century"
    assert made.edges[0] <= (ends[0] - date(1970, 1, 1)).days
    assert made.edges[-1] > (ends[1] - date(1970, 1, 1)).days


def test_what_is_known_to_the_year_has_no_peak_in_january() -> None:
    made = bins(date(2022, 1, 1), date(2022, 12, 31), 12)
    year = [np.array([day], np.int32) for day in (made.edges[0], made.edges[-1] - 1)]
    found = spread(made, year[0], year[1], np.array([1], np.int8)).count(np.array([0]), np.array([0]), 1)[0, :, 0]
    assert found == pytest.approx(np.diff(made.edges) / 365)


@pytest.fixture(scope="module")
def crowd() -> pd.DataFrame:
    from tests.figures.conftest import event

    return to_frame([event(f"e{n}", f"{1950 + n % 75}-0{1 + n % 9}-1{n % 10}") for n in range(LIMIT + 1)], {})


@pytest.mark.parametrize("by", GROUPINGS)
def test_a_crowd_is_counted_by_bars_that_look_closer(crowd: pd.DataFrame, by: str) -> None:
    figure = lanes(pick(crowd), Sight(), by)
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    opened = {text for trace in bars for text in trace["customdata"]}
    assert "?since=1950-01-01&until=1950-12-31" in opened
    assert all(0 < y < HEIGHT for trace in bars for y in trace["base"])
    told = [a["text"] for a in figure["layout"]["annotations"]]
    assert "2,001 events" in figure["layout"]["meta"]["words"]
    assert any("2,001 events: each bar counts those of a year" in text for text in told)


def test_the_bars_of_a_lane_add_up_to_its_events(crowd: pd.DataFrame) -> None:
    bars = density(pick(crowd), Sight(), "type", HEIGHT)["data"][0]
    numbers = [int(text.split(": ")[1].split(" ")[0]) for text in bars["hovertext"]]
    assert sum(numbers) == len(crowd)
    assert max(bars["y"]) / min(bars["y"]) == pytest.approx(max(numbers) / min(numbers), rel=0.02)


@pytest.mark.parametrize("width", [358, 700, 1112])
def test_no_bar_stands_in_the_words_at_the_foot(crowd: pd.DataFrame, width: int) -> None:
    figure = density(pick(crowd), Sight(width=width), "type", HEIGHT)
    (words,) = [a["text"] for a in figure["layout"]["annotations"] if "each bar counts" in a["text"]]
    foot = min(
        min(base, base + height) for bar in figure["data"] for base, height in zip(bar["base"], bar["y"], strict=True)
    )
    assert foot > 18 * len(words.split("<br>"))


def test_up_to_the_limit_each_event_is_a_mark(crowd: pd.DataFrame) -> None:
    figure = lanes(pick(crowd[1:]), Sight())
    assert sum(len(t["x"]) for t in figure["data"] if t.get("mode") == "markers" and "customdata" in t) == 2 * LIMIT


def test_a_crowd_without_days_is_counted_too(make: Make) -> None:
    crowd = to_frame([make(f"e{n}", "../2022") for n in range(LIMIT + 1)], {})
    assert sum(map(len, (trace["y"] for trace in lanes(pick(crowd), Sight())["data"]))) > 0


@pytest.mark.parametrize("by", GROUPINGS)
def test_a_crowd_is_told_in_words(crowd: pd.DataFrame, by: str) -> None:
    said = lanes(pick(crowd), Sight(), by)["layout"]["meta"]
    assert f"{len(crowd):,} events" in said["words"]
    assert said["items"] == []
