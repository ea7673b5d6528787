"""What must not be taken over: dates of the background, persons behind a pronoun, and what is no photograph."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from timeline.events import extract_events
from timeline.model import Article, Event

Teller = Callable[..., list[str]]


def events(text: str) -> list[Event]:
    return extract_events(Article(text, date(2022, 8, 15)))


def persons(event: Event) -> set[str]:
    return {actor.person for actor in (*event.source, *event.target)} - {""}


@pytest.mark.parametrize(
    "aside",
    [
        "Xi praised the Russian soldiers who fought Japan in 1945.",  # no main clause
        "Russia and Japan fought in 1945.",  # long ago, and but a year
    ],
)
def test_date_of_the_background_is_not_lent(told: Teller, aside: str) -> None:
    lines = told(f"On Friday Xi met Putin in Moscow. {aside} Xi promised full support for Russia.")
    assert lines[-1] == "2022-08-12 SUPPORT actual CHN > RUS"


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
