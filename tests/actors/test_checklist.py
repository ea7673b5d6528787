"""What one would look up first: ministries, armies, parliaments, organisations, and what only looks like them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from timeline.actors import find_actors

PHRASES = tomllib.loads(Path(__file__).with_name("checklist.toml").read_text(encoding="utf-8"))["phrases"]


@pytest.mark.parametrize("row", PHRASES)
def test_phrase_is_one_actor_with_its_sector(row: str) -> None:
    phrase, code, sector = (cell.strip() for cell in row.split("|"))
    found = [(actor.code, actor.sector) for m in find_actors(phrase, date(2025, 3, 1)) for actor in m.actors]
    assert found == [(code, sector)]


@pytest.mark.parametrize(
    "text",
    [
        "Atlanta in Georgia voted.",
        "Georgia's governor lost in Savannah.",
        "Voters in Georgia and Florida queued.",
        "Michael Jordan retired.",
        "Jordan Peele directed.",
        "Chad Smith drummed.",
        "He roasted a Turkey.",
        "a wild Turkey ran.",
        "The Washington Post reported.",
        "The Moscow Times wrote.",
        "Paris Hilton sang.",
        "She collects China plates.",
        "a guinea pig, and Guinea pigs",
        "New Mexico voted.",
        "George Washington crossed the river.",
        "Denzel Washington won.",
        "the Washington Monument",
        "Irving Berlin and Jack London wrote.",
        "They moved to Moscow, Idaho, and Lebanon, Pennsylvania.",
        "Panama hats, Brazil nuts and Swiss cheese",
        "the Gulf of Finland and the Niger Delta",
        "the Russian Museum",
        "American Airlines",
        "Northern Ireland",
        "the Panama Canal and Lake Chad",
        "a South American novel",
        "an Anglo-Saxon poem",
    ],
)
def test_what_only_looks_like_an_actor_is_none(text: str) -> None:
    assert [mention.text for mention in find_actors(text, date(2025, 3, 1)) if mention.actors] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Georgia's foreign minister flew from Tbilisi to Atlanta.", ["GEO", "GEO"]),
        ("Jordan and Chad signed a treaty.", ["JOR", "TCD"]),
        ("Niger and Nigeria closed the border.", ["NER", "NGA"]),
        ("The DR Congo accused the Republic of the Congo.", ["COD", "COG"]),
        ("Guinea, Guinea-Bissau and Papua New Guinea voted.", ["GIN", "GNB", "PNG"]),
        ("Turkey recalled its envoy.", ["TUR"]),
        ("Washington and Moscow agreed.", ["USA", "RUS"]),
        ("Dominica and the Dominican Republic signed.", ["DMA", "DOM"]),
        ("Sudan and South Sudan agreed.", ["SDN", "SSD"]),
    ],
)
def test_likeness_of_names_hides_no_state(text: str, codes: list[str]) -> None:
    assert [actor.code for mention in find_actors(text, date(2025, 3, 1)) for actor in mention.actors] == codes


def test_town_in_the_name_of_a_contest_is_a_place_only() -> None:
    mention = find_actors("He watched the Beijing Olympics.")[0]
    assert (mention.kind, mention.actors) == ("place", ())
    assert mention.place is not None
