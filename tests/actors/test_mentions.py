"""Who is found in a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.actors import find_actors
from timeline.model import ActorMention


def found(text: str, day: date | None = None) -> list[tuple[str, ...]]:
    """(text, code, ...) of each mention."""
    return [(mention.text, *(actor.code for actor in mention.actors)) for mention in find_actors(text, day)]


def only(text: str, day: date | None = None) -> ActorMention:
    """The one mention of a text."""
    mentions = find_actors(text, day)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Moscow", "RUS"),
        ("the Kremlin", "RUS"),
        ("Pyongyang", "PRK"),
        ("Seoul", "KOR"),
        ("the Blue House", "KOR"),
        ("Beijing", "CHN"),
        ("Washington", "USA"),
        ("the White House", "USA"),
        ("the Pentagon", "USA"),
        ("the State Department", "USA"),
        ("Tokyo", "JPN"),
        ("Kiev", "UKR"),
        ("Kyiv", "UKR"),
        ("the ROK", "KOR"),
        ("the DPRK", "PRK"),
        ("the USSR", "RUS"),
        ("the U.S.", "USA"),
        ("the US", "USA"),
        ("the U.N.", "UNO"),
        ("NATO", "NAT"),
        ("the EU", "EEC"),
        ("the IAEA", "IAE"),
        ("APEC", "APEC"),
        ("the 1718 Committee", "UNO"),
        ("the Panel of Experts", "UNO"),
        ("KCNA", "PRK"),
        ("TASS", "RUS"),
        ("Yonhap", "KOR"),
        ("the Workers’ Party of Korea", "PRK"),
        ("the Korean People's Army", "PRK"),
        ("Azerbaijanis", "AZE"),
        ("Côte d’Ivoire", "CIV"),
    ],
)
def test_name_stands_for_its_actor(text: str, code: str) -> None:
    assert [actor.code for actor in only(text).actors] == [code]


@pytest.mark.parametrize(
    ("text", "sector", "kind"),
    [
        ("the Russian Foreign Ministry", "GOV", "government"),
        ("Russia's defense ministry", "GOV", "government"),
        ("DPRK Embassy", "GOV", "government"),
        ("North Korean troops", "MIL", "organisation"),
        ("KPA", "MIL", "organisation"),
        ("the military delegation of the Russian Federation", "MIL", "organisation"),
        ("South Korean lawmakers", "LEG", "organisation"),
        ("North Korean state media", "MED", "organisation"),
        ("North Korean workers", "LAB", "organisation"),
        ("Seoul's spy agency", "SPY", "organisation"),
        ("Russian people", "CVL", "organisation"),
        ("KCNA", "MED", "organisation"),
        ("Beijing's ambassador", "GOV", "office"),
        ("Moscow", "", "capital"),
        ("Russian", "", "demonym"),
        ("Russia", "", "state"),
    ],
)
def test_noun_gives_the_sector_and_kind(text: str, sector: str, kind: str) -> None:
    mention = only(text)
    assert (mention.actors[0].sector, mention.kind) == (sector, kind)


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_donetsk_republic_is_not_north_korea(apostrophe: str) -> None:
    text = f"The Donetsk People{apostrophe}s Republic (DPR) thanked the DPRK; so did the LPR."
    codes = [mention[1] for mention in found(text)]
    assert codes == ["Donetsk PR", "Donetsk PR", "PRK", "Luhansk PR"]


def test_short_form_without_its_context_is_no_actor() -> None:
    assert found("The DPR met the North.") == []


def test_both_koreas_are_found_in_a_coordination() -> None:
    assert found("North and South Korea") == [("North and South Korea", "PRK", "KOR")]
    assert found("South Korea and North Korea") == [("South Korea", "KOR"), ("North Korea", "PRK")]


def test_the_north_stands_for_north_korea_in_korean_context_only() -> None:
    assert found("Seoul answered the North.") == [("Seoul", "KOR"), ("North", "PRK")]
    assert found("The South fired at North Korea.") == [("South", "KOR"), ("North Korea", "PRK")]
    assert found("London answered the North.") == [("London", "GBR")]
    assert found("Seoul sent a ship to the South Pacific.") == [("Seoul", "KOR")]


def test_compound_of_two_demonyms_has_both_actors() -> None:
    assert found("Russian-North Korean ties") == [("Russian", "RUS"), ("North Korean", "PRK")]
    assert found("DPRK–Russia relations") == [("DPRK", "PRK"), ("Russia", "RUS")]


def test_case_tells_a_state_from_a_word() -> None:
    assert found("Give us turkey, polish the china.") == []
    assert found("SEOUL, Dec 15 - NORTH KOREA") == [("SEOUL", "KOR"), ("NORTH KOREA", "PRK")]


def test_soviet_union_is_russia_under_its_own_name() -> None:
    assert only("Soviet").actors[0].name == "Soviet Union"
    assert only("Gromyko", date(1980, 1, 1)).actors[0].name == "Soviet Union"


def test_peninsula_is_a_place() -> None:
    mention = only("the Korean Peninsula")
    assert (mention.kind, mention.actors) == ("place", ())


@pytest.mark.parametrize(
    "town", ["Vladivostok", "Khasan", "Wonsan", "Panmunjom", "Yeoncheon", "Kursk", "Vostochny cosmodrome"]
)
def test_town_has_a_place_and_no_actor(town: str) -> None:
    mention = only(town)
    assert mention.kind == "place"
    assert mention.actors == ()
    assert mention.place is not None
    assert mention.place.lat is not None


def test_capital_is_an_actor_and_a_place() -> None:
    mention = only("Hanoi")
    assert mention.kind == "capital"
    assert mention.place is not None
    assert mention.place.country == "VNM"


def test_reference_has_no_actors() -> None:
    assert found("Both countries and the two sides") == [("Both countries",), ("the two sides",)]


def test_reference_gives_way_to_a_name() -> None:
    assert found("The leader of North Korea") == [("leader of North Korea", "PRK")]


def test_ambassador_takes_the_state_of_the_post() -> None:
    assert found("Russia’s Ambassador to Pyongyang Alexander Matsegora spoke") == [
        ("Russia’s Ambassador to Pyongyang Alexander Matsegora", "RUS")
    ]


def test_qualities_are_no_actors() -> None:
    assert found("a Moscow-backed region, an anti-Pyongyang leaflet, a US-led force") == []
