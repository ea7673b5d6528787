"""What must not be taken over: dates of the background, persons behind a pronoun, and what is no photograph."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from timeline.events import extract_events
from timeline.model import Article, Event

Teller = Callable[..., list[str]]
KNOWN = pytest.mark.xfail(strict=True, reason="known: not read rightly yet")
PATH = Path(__file__).with_name("background.toml")
ROWS = [
    pytest.param(row["text"], row["dates"], marks=[KNOWN] if row.get("known") else [])
    for row in tomllib.loads(PATH.read_text(encoding="utf-8"))["rows"]
]


def events(text: str) -> list[Event]:
    return extract_events(Article(text, date(2022, 8, 15)))


def persons(event: Event) -> set[str]:
    return {actor.person for actor in (*event.source, *event.target)} - {""}


def test_sides_are_states_and_leaders_are_persons_where_they_acted_last() -> None:
    treaty = "China and Russia signed a treaty on May 3, 2022, a year after Xi met Putin."
    assert [persons(events(f"{treaty} {who} held talks on May 4, 2022.")[-1]) for who in ("The two sides", "They")] == [
        set(),
        set(),
    ]
    met = "Xi met Putin on May 3, 2022. The two leaders signed a treaty on May 4, 2022."
    assert persons(events(met)[-1]) == {"Xi Jinping", "Vladimir Putin"}


def test_them_is_never_the_person_who_leads_them() -> None:
    [*_, event] = events("Russian soldiers fought for Putin in May. Ukraine captured two of them on June 1.")
    assert ([actor.code for actor in event.target], persons(event)) == (["RUS"], set())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Xi Jinping (L) and Vladimir Putin (R) in Beijing on February 4, 2022.", True),
        ("China's Xi Jinping, left, with Russian President Vladimir Putin in Beijing, February 4, 2022.", True),
        ("Xi Jinping, Vladimir Putin and Kim Jong Un in Beijing on February 4, 2022. (Photo: Pool)", True),
        ("Portraits of Xi Jinping and Vladimir Putin on display in Beijing, February 4, 2022.", False),
        ("A film about Xi Jinping and Vladimir Putin in Beijing on February 4, 2022.", False),
        ("Xi Jinping, a poster of Vladimir Putin, Beijing, February 4, 2022.", False),
    ],
)
def test_caption_shows_a_meeting_only_of_people_side_by_side(text: str, shown: bool) -> None:
    assert [event.mode for event in events(text)] == ["meet"] * shown


def test_what_is_believed_is_trusted_less(told: Teller) -> None:
    [plain, believed] = events(
        "Russia sent shells to Iran in May. Russia is believed to have sent shells to Iran in May."
    )
    assert (plain.status, believed.status) == ("actual", "hypothetical")
    assert believed.confidence < plain.confidence


@pytest.mark.parametrize(("text", "dates"), ROWS)
def test_history_has_its_own_date_or_gives_no_event(text: str, dates: list[str]) -> None:
    news = "On Friday Xi met Putin in Moscow."
    found = events(f"{news} {text} Xi promised full support for Russia.")
    told = [event for event in found if event.evidence[0].quote == text]
    assert [event.when.edtf for event in told if event.status == "actual"] == dates
    assert [event.when.edtf for event in found if event not in told] == ["2022-08-12", "2022-08-12"]
