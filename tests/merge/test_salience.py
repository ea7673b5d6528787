"""How much an event stands out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from timeline import merge_events
from timeline.merge.salience import salience
from timeline.model import Event

Make = Callable[..., Event]


def with_reports(event: Event, *told: tuple[str, str]) -> Event:
    """The event with a report for each (publisher, day of publication)."""
    (first,) = event.evidence
    reports = (
        replace(first, article_id=str(n), source=who, published=date.fromisoformat(day))
        for n, (who, day) in enumerate(told)
    )
    return replace(event, evidence=tuple(reports))


def test_salience_grows_with_reports_and_more_with_publishers(event: Make) -> None:
    once = event("2019-04-25", "They met.", published="2019-04-26")
    twice = with_reports(once, ("A", "2019-04-26"), ("A", "2019-04-27"))
    by_two = with_reports(once, ("A", "2019-04-26"), ("B", "2019-04-27"))
    assert salience(once) < salience(twice) < salience(by_two)


def test_salience_is_greater_for_what_is_still_told_a_year_on(event: Make) -> None:
    met = event("2019-04-25", "They met.")
    soon, late = (with_reports(met, ("A", "2019-04-26"), ("B", day)) for day in ("2020-04-23", "2020-04-24"))
    assert salience(late) > salience(soon)


def test_salience_of_a_row_without_reports_is_that_of_its_type(event: Make) -> None:
    assert salience(replace(event("../1948", "They met."), evidence=())) == 0.15


def test_merge_weighs_every_event(event: Make) -> None:
    (row,) = merge_events([event("2019-04-25", "They met.")])
    assert row.salience == salience(row) > 0
