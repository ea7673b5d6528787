from __future__ import annotations

from datetime import date

import pytest

from dashboards.choices import brushed, chosen, clicked, controls, sight, tally
from timeline.table.filter import Filter

FULL = Filter(
    actors=("RUS",),
    since=date(2022, 3, 4),
    until=date(2024, 12, 31),
    types=("CONSULT", "SANCTION"),
    statuses=("planned",),
    min_confidence=0.5,
    text="letter",
)


@pytest.mark.parametrize("asked", [Filter(), FULL])
def test_the_controls_say_the_filter_that_they_show(asked: Filter) -> None:
    assert chosen(controls(asked), asked) == asked


def test_another_year_is_the_whole_year() -> None:
    values = controls(FULL)
    values[1], values[2] = 2023, 2023
    changed = chosen(values, FULL)
    assert (changed.since, changed.until) == (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize("junk", ["", None, "abc", 0, -3, 10_000, float("nan"), float("inf"), []])
def test_a_year_that_is_none_filters_nothing(junk: object) -> None:
    values = controls(Filter())
    values[1] = junk
    assert chosen(values, Filter()).since is None


def test_values_that_the_page_cannot_send_are_left_out() -> None:
    values = controls(Filter())
    values[3], values[-2] = ["PARTY", "CONSULT"], ["maybe"]
    assert chosen(values, Filter()) == Filter(types=("CONSULT",))


@pytest.mark.parametrize(
    "junk",
    [None, {}, {"range": {}}, {"range": {"x": []}}, {"range": {"x": ["a", "b"]}}, {"range": {"x": [2018.7, 2018.8]}}],
)
def test_a_brush_over_nothing_changes_nothing(junk: dict[str, object] | None) -> None:
    assert brushed(junk) is None


def test_a_brush_takes_the_years_under_it_in_either_direction() -> None:
    assert brushed({"range": {"x": [2021.4, 2018.6]}}) == (date(2019, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize("junk", [None, {}, {"points": []}, {"points": [{"x": 1}]}, {"points": [{"customdata": [1]}]}])
def test_a_click_beside_the_marks_opens_nothing(junk: dict[str, object] | None) -> None:
    assert clicked(junk) == ""


def test_a_browser_that_says_nonsense_gets_the_usual_page() -> None:
    seen = sight(Filter(), "pink", "wide")
    assert (seen.scheme, seen.width) == ("light", 1000)


def test_the_tally_says_how_many_of_how_many() -> None:
    assert tally(0, 1310) == "0 of 1,310 events"


@pytest.mark.parametrize(
    ("shown", "total", "words"),
    [(0, 0, "No events"), (1, 1, "1 event"), (0, 1, "0 of 1 event"), (1, 2, "1 of 2 events"), (2, 2, "All 2 events")],
)
def test_one_event_is_no_plural(shown: int, total: int, words: str) -> None:
    assert tally(shown, total) == words
