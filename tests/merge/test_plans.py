"""What was announced, and the report of it, are one row; what was announced and not reported stays a plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline import merge_events
from timeline.model import Event

Make = Callable[..., Event]
TRIP = {"mode": "visit", "persons": "Alexander Kozlov", "place": "Rason"}


@pytest.fixture
def plan(event: Make) -> Event:
    return event(
        "2023-03",
        "Kozlov will come to open the ferry line.",
        id="plan",
        status="planned",
        published="2023-02-20",
        **TRIP,
    )


@pytest.fixture
def act(event: Make) -> Event:
    return event("2023-03-14", "Kozlov came and opened the ferry line.", id="act", published="2023-03-15", **TRIP)


def test_plan_and_report_are_one_actual_row_of_the_day_that_the_report_gives(plan: Event, act: Event) -> None:
    (row,) = merge_events([plan, act])
    assert (row.event_id, row.status, row.when.edtf) == ("plan", "actual", "2023-03-14")


def test_row_still_shows_which_report_was_the_announcement(plan: Event, act: Event) -> None:
    (row,) = merge_events([plan, act])
    assert {each.event_id: each.status for each in row.evidence} == {"plan": "planned", "act": "actual"}


def test_plan_without_a_date_is_of_the_one_report_of_the_months_to_come(event: Make, act: Event) -> None:
    soon = event(
        "2023-02-20/..", "Kozlov will come to open the ferry line.", status="planned", basis="publication",
        published="2023-02-20", **TRIP,
    )  # fmt: skip
    (row,) = merge_events([soon, act])
    assert (row.status, row.when.edtf) == ("actual", "2023-03-14")
    years_later = event("2024-03-14", "Kozlov came and opened the ferry line.", published="2024-03-15", **TRIP)
    assert len(merge_events([soon, years_later])) == 2


def test_what_is_announced_when_the_act_is_over_is_another_plan(event: Make, act: Event) -> None:
    late = event(
        "2023-03", "Kozlov will come to open the ferry line.", status="planned", published="2023-03-20", **TRIP
    )
    assert sorted(row.status for row in merge_events([late, act])) == ["actual", "planned"]


def test_two_announcements_are_one_plan(event: Make, plan: Event) -> None:
    other = event("2023-03-14", "Kozlov is to open the ferry line.", status="planned", published="2023-03-01", **TRIP)
    (row,) = merge_events([plan, other])
    assert (row.status, row.when.edtf) == ("planned", "2023-03-14")


def test_plan_that_is_denied_is_disputed(event: Make, plan: Event) -> None:
    denial = event("2023-03", "Kozlov will not come to open the ferry line.", status="negated", **TRIP)
    assert [row.disputed for row in merge_events([plan, denial])] == [True, True]
