"""The calendar file, as the library icalendar reads it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from icalendar import Calendar

from tests.storage.export.conftest import HOSTILE, Export


@pytest.fixture(scope="module")
def calendar(export: Export, uncertain: pd.DataFrame) -> Any:
    return Calendar.from_ical(export(uncertain, "ics"))


@pytest.fixture(scope="module")
def events(calendar: Any) -> dict[str, Any]:
    return {str(event["UID"]).removesuffix("@tieline"): event for event in calendar.walk("VEVENT")}


def test_calendar_has_every_event(events: dict[str, Any], uncertain: pd.DataFrame) -> None:
    assert set(events) == set(uncertain["event_id"])
    assert not [event.errors for event in events.values() if event.errors]


@pytest.mark.parametrize(
    ("name", "first", "after"),
    [
        ("day", date(2022, 8, 15), date(2022, 8, 16)),
        ("month", date(2022, 7, 1), date(2022, 8, 1)),
        ("year", date(2021, 1, 1), date(2022, 1, 1)),
        ("span", date(2024, 6, 18), date(2024, 6, 20)),
    ],
)
def test_calendar_ends_on_the_day_after(events: dict[str, Any], name: str, first: date, after: date) -> None:
    assert (events[name].decoded("DTSTART"), events[name].decoded("DTEND")) == (first, after)


@pytest.mark.parametrize(("name", "day"), [("open", date(2022, 1, 1)), ("until", date(2020, 5, 31))])
def test_calendar_puts_an_open_end_on_the_day_that_is_known(events: dict[str, Any], name: str, day: date) -> None:
    assert events[name].decoded("DTSTART") == day
    assert "DTEND" not in events[name]


def test_calendar_tells_plans_from_what_took_place(events: dict[str, Any]) -> None:
    assert [str(events[name]["STATUS"]) for name in ("day", "plan", "not")] == ["CONFIRMED", "TENTATIVE", "CANCELLED"]


def test_calendar_keeps_every_word_and_folds_its_lines(
    events: dict[str, Any], export: Export, uncertain: pd.DataFrame
) -> None:
    assert str(events["plan"]["SUMMARY"]) == "Kim is to visit Moscow; talks, perhaps"
    assert str(events["hostile"]["SUMMARY"]) == HOSTILE[:-2] + "\N{REPLACEMENT CHARACTER}" * 2
    assert "July 2022, day not known" in str(events["month"]["DESCRIPTION"])
    assert str(events["day"]["URL"]) == "https://example.org/a%20b"
    assert "URL" not in events["year"]
    assert max(map(len, export(uncertain, "ics").split(b"\r\n"))) <= 75


def test_calendar_folds_between_letters(export: Export, frame: pd.DataFrame) -> None:
    long = frame.assign(title=pd.Series(["통일" * 60, "Я" * 99], dtype=frame["title"].dtype))
    found = Calendar.from_ical(export(long, "ics")).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in found] == ["통일" * 60, "Я" * 99]


def test_calendar_says_how_it_was_chosen(calendar: Any) -> None:
    assert str(calendar["X-WR-CALNAME"]) == "Ties"
    assert "Filter: Russia; from 2022" in str(calendar["DESCRIPTION"])
