"""The tables, and what the gazetteer makes of them."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from timeline.actors import find_actors, load_gazetteer
from timeline.actors.data import Data, items, read_data
from timeline.actors.gazetteer import build_gazetteer
from timeline.model import Actor

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"


@pytest.fixture(scope="module")
def data() -> Data:
    return read_data()


def test_every_member_of_the_united_nations_is_known(data: Data) -> None:
    today = [row["code"] for row in data.rows["states"] if row["code"] not in {"SUN", "DDR", "CSK", "YUG"}]
    assert len(today) == len(set(today))
    assert len(set(today) - {"PSE", "VAT", "TWN", "HKG", "MAC"}) == 193


FORMER = {"SUN", "DDR", "CSK", "YUG"}
TOWN_OF_THE_SAME_NAME = {"DJI", "LUX", "MCO", "SMR", "SGP", "VAT"}
DEMONYM_OF_A_NEIGHBOUR = {"COG", "DMA", "VAT"}  # Congolese and Dominican are in the row of the larger one; VAT has none


def test_no_member_of_the_united_nations_lacks_a_capital_a_demonym_or_its_place(data: Data) -> None:
    members = [row for row in data.rows["states"] if row["code"] not in FORMER | {"PSE", "TWN", "HKG", "MAC"}]
    assert {row["code"] for row in members if not row["capital"]} == TOWN_OF_THE_SAME_NAME
    assert {row["code"] for row in members if not row["demonyms"]} == DEMONYM_OF_A_NEIGHBOUR
    assert [row["code"] for row in members if not (row["name"] and row["lat"] and row["lon"])] == []


def test_every_state_is_found_by_its_name_its_forms_its_demonym_and_its_capital(data: Data) -> None:
    unsure = load_gazetteer().words.unsure
    for row in data.rows["states"]:
        code = row["today"] or row["code"]
        for form in items(";".join((row["name"], row["forms"], row["demonyms"], row["capital"]))):
            found = {actor.code for mention in find_actors(f"{form} spoke.") for actor in mention.actors}
            assert form in unsure or found == {code}, (form, found)


def test_former_state_keeps_its_name_under_the_code_of_today() -> None:
    assert load_gazetteer().actor("SUN") == Actor("RUS", "Soviet Union")


def test_unknown_code_has_no_actor() -> None:
    assert load_gazetteer().actor("XXX") is None


def test_every_office_belongs_to_a_person_a_state_and_a_source(data: Data) -> None:
    people = {row["person"] for row in data.rows["people"]}
    sources = {row["key"] for row in data.rows["sources"]}
    known = load_gazetteer().actors
    for row in data.rows["offices"]:
        assert row["person"] in people
        assert row["state"] in known
        assert row["source"] in sources
    assert people == {row["person"] for row in data.rows["offices"]}


def test_offices_begin_before_they_end(data: Data) -> None:
    for row in data.rows["offices"]:
        for day in (row["start"], row["end"]):
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", day), row
        assert not row["end"] or row["start"] <= row["end"], row


ONE_HOLDER = ("president", "premier", "foreign", "defence", "security", "secretary-general", "leader")


def test_nobody_holds_an_office_together_with_another(data: Data) -> None:
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for row in data.rows["offices"]:
        if row["role"] in ONE_HOLDER:
            held.setdefault((row["state"], row["role"]), []).append((row["start"], row["end"] or "9999", row["person"]))
    for office, terms in held.items():
        for before, after in zip(sorted(terms), sorted(terms)[1:], strict=False):
            assert before[1] <= after[0] or before[1].startswith(after[0]), (office, before, after)


def test_places_lie_on_earth(data: Data) -> None:
    codes = {row["code"] for row in data.rows["states"]}
    for place in load_gazetteer().places.values():
        assert place.lat is None or -90 <= place.lat <= 90
        assert place.lon is None or -180 <= place.lon <= 180
        assert place.country in codes | {""}, place


def test_version_follows_the_data(data: Data) -> None:
    assert load_gazetteer().version == data.version
    assert build_gazetteer(Data(data.rows, data.tables, "mine")).version == "mine"


def test_every_code_and_place_of_the_curated_events_is_known() -> None:
    path = SHARED / "curated" / "russia-dprk.csv"
    if not path.exists():
        pytest.skip(f"../shared is not here: {path}")
    gazetteer = load_gazetteer()
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        codes = f"{row['actor_source']};{row['actor_target']}".split(";")
        assert all(gazetteer.actor(code) for code in codes if code), row["id"]
        assert not row["place"] or gazetteer.place(row["place"]), row["place"]
    unknown = {name for row in rows for name in row["persons"].split(";") if name and not gazetteer.who(name)}
    assert unknown == set()
