from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from timeline.figures.landmarks import FAR, WIDTH
from timeline.figures.lanes import lanes
from timeline.figures.sight import Sight
from timeline.model import Event
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]


@pytest.fixture
def say(make: Make) -> Callable[..., dict[str, Any]]:
    """say(width, (day, salience), ...) -> the layout; each event is called by its day."""

    def layout(width: int, *told: tuple[str, float]) -> dict[str, Any]:
        events = [replace(make(day, day, title=day), salience=salience) for day, salience in told]
        return lanes(pick(to_frame(events, {})), Sight(width=width))["layout"]  # type: ignore[no-any-return]

    return layout


def named(layout: dict[str, Any]) -> list[str]:
    """The events that are named, from left to right."""
    return [a["text"].split("<br>")[1] for a in layout["annotations"] if a["text"].startswith(("<b>1", "<b>2"))]


def test_the_most_salient_events_are_named(say: Callable[..., dict[str, Any]]) -> None:
    assert named(say(600, ("1950-01-01", 1.0), ("1960-01-01", 7.0), ("1980-01-01", 6.0), ("2020-01-01", 5.0))) == [
        "1960-01-01", "1980-01-01", "2020-01-01"
    ]  # fmt: skip


def test_a_great_event_near_a_greater_one_beats_a_small_one_far_away(say: Callable[..., dict[str, Any]]) -> None:
    told = ("1945-01-01", 3.0), ("1985-04-17", 4.3), ("2019-04-25", 8.5), ("2024-06-19", 7.3)
    assert named(say(570, *told)) == ["1985-04-17", "2019-04-25", "2024-06-19"]


def test_of_two_that_stand_close_the_lesser_yields_to_one_elsewhere(say: Callable[..., dict[str, Any]]) -> None:
    told = ("1945-01-01", 3.0), ("1985-04-17", 4.3), ("2024-06-18", 5.5), ("2024-06-19", 7.3)
    assert named(say(570, *told)) == ["1945-01-01", "1985-04-17", "2024-06-19"]


def test_reports_decide_where_salience_was_not_computed(make: Make) -> None:
    told = make("told", "2020-01-01", title="told", evidence=make("x", "2020").evidence * 3)
    days = [make(f"e{n}", date(2000 + n, 1, 1).isoformat(), title=f"e{n}") for n in range(20)]
    layout = lanes(pick(to_frame([*days, told], {})), Sight(width=570))["layout"]
    assert "told" in named(layout)


def test_names_never_overlap_and_stay_on_the_board_near_their_marks(say: Callable[..., dict[str, Any]]) -> None:
    busy = ((f"2024-06-{day:02}", 9.0 + day) for day in range(1, 30))
    layout = say(1000, *busy, *((f"{year}-01-01", 1.0) for year in range(1945, 2020)))
    days = [a for a in layout["annotations"] if a["text"].startswith(("<b>1", "<b>2"))]
    first, last = (date.fromisoformat(end[:10]) for end in layout["xaxis"]["range"])
    px = (1000 - 108) / (last - first).days
    at = [(date.fromisoformat(a["x"][:10]) - first).days * px for a in days]
    lefts = [x - (WIDTH if a["xanchor"] == "right" else 0) for x, a in zip(at, days, strict=True)]
    assert len(days) == 6
    assert sum(name.startswith("2024") for name in named(layout)) == 2
    marks = [(date.fromisoformat(name) - first).days * px for name in named(layout)]
    assert all(left - FAR <= mark <= left + WIDTH + FAR for left, mark in zip(lefts, marks, strict=True))
    assert all(right - left > WIDTH - 15 for left, right in pairwise(lefts))
    assert lefts[0] > -15
    assert lefts[-1] + WIDTH < 892 + 15
