"""The curated rows: what every row must hold, read as plain text."""

import csv
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from timeline.model import EventType, Granularity, TimeValue

ROOT = Path(__file__).resolve().parents[2]
CURATED = ROOT / "data" / "curated" / "russia-dprk.csv"
PROVENANCE = ROOT / "data" / "PROVENANCE.md"
CODE = re.compile(r"[A-Z]{3}")
WITHOUT_CODE = {"Donetsk PR", "Luhansk PR"}
HOW = {"fetched-text", "page-excerpt", "csis-entry", "corrected: page-excerpt"}
TAGS = {
    "summit", "treaty", "military", "trade", "labour", "nuclear", "sanctions", "transport", "culture", "space",
    "recognition", "visits", "letters", "UN",
}  # fmt: skip
Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with CURATED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def first_day(row: Row) -> str:
    return str(TimeValue.from_edtf(row["date"]).start)


def actors(row: Row) -> list[str]:
    return f"{row['actor_source']};{row['actor_target']}".split(";")


def wrong(rows: list[Row], column: str, good: set[str]) -> list[tuple[str, str]]:
    """Ids and values of the cells with an item, between semicolons, that is not in `good`."""
    return [(row["id"], row[column]) for row in rows if row[column] and not good.issuperset(row[column].split(";"))]


def test_ids_are_unique_and_well_formed(rows: list[Row]) -> None:
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids)) >= 250
    assert [name for name in ids if not re.fullmatch(r"RPRK-\d{3}", name)] == []


def test_dates_are_edtf_of_the_granularity_that_stands_beside_them(rows: list[Row]) -> None:
    found = {row["id"]: TimeValue.from_edtf(row["date"]).granularity for row in rows}
    spans = {Granularity.WEEK, Granularity.WEEKEND}
    read = {name: Granularity.INTERVAL if unit in spans else unit for name, unit in found.items()}
    assert [row["id"] for row in rows if read[row["id"]] != row["granularity"]] == []


def test_rows_stand_in_order_of_time(rows: list[Row]) -> None:
    days = [first_day(row) for row in rows]
    assert days == sorted(days)
    assert days[0] >= "1945-01-01"


def test_types_and_states_come_from_closed_sets(rows: list[Row]) -> None:
    assert wrong(rows, "type", set(EventType)) == []
    assert wrong(rows, "confidence", {"high", "medium"}) == []
    assert wrong(rows, "checked", {"true", "false"}) == []
    assert wrong(rows, "checked_how", HOW) == []
    assert wrong(rows, "tags", TAGS) == []


def test_actors_are_codes_or_known_names(rows: list[Row]) -> None:
    odd = {code for row in rows for code in actors(row) if not CODE.fullmatch(code)}
    assert odd == WITHOUT_CODE


def test_each_side_names_an_actor_once(rows: list[Row]) -> None:
    sides = [(row["id"], row[side].split(";")) for row in rows for side in ("actor_source", "actor_target")]
    assert [(name, codes) for name, codes in sides if len(codes) != len(set(codes))] == []


def test_russia_before_1992_says_that_it_is_the_ussr(rows: list[Row]) -> None:
    soviet = [row for row in rows if row["date"] < "1991-12-26" and "RUS" in actors(row)]
    assert len(soviet) > 50
    assert [row["id"] for row in soviet if "USSR" not in row["actor_note"]] == []


def test_recognition_of_the_republics_goes_to_the_republics(rows: list[Row]) -> None:
    (row,) = [row for row in rows if row["id"] == "RPRK-153"]
    assert (row["date"], row["actor_source"], row["actor_target"]) == ("2022-07-13", "PRK", "Donetsk PR;Luhansk PR")


def test_checked_rows_name_a_source_and_how(rows: list[Row]) -> None:
    checked = [row for row in rows if row["checked"] == "true"]
    assert [row["id"] for row in checked if not (row["source_names"] and row["checked_how"])] == []
    assert [row["id"] for row in rows if row["checked"] == "false" and row["checked_how"]] == []


def test_addresses_are_of_the_web(rows: list[Row]) -> None:
    urls = [(row["id"], url) for row in rows for url in row["source_urls"].split(" | ") if url]
    parts = [(name, urlsplit(url)) for name, url in urls]
    assert [
        (name, url.geturl()) for name, url in parts if url.scheme not in ("http", "https") or "." not in url.netloc
    ] == []
    assert [(name, url) for name, url in urls if re.search(r"\s", url)] == []


def test_places_have_one_plausible_position_each(rows: list[Row]) -> None:
    spots = {(row["place"], row["lat"], row["lon"]) for row in rows if row["place"]}
    assert [place for place, count in Counter(place for place, _, _ in spots).items() if count > 1] == []
    assert [spot for spot in spots if not (20 < float(spot[1]) < 65 and -130 < float(spot[2]) < 145)] == []
    assert [row["id"] for row in rows if not row["place"] and (row["lat"] or row["lon"])] == []


def test_texts_are_filled_and_tidy(rows: list[Row]) -> None:
    cells = [(row["id"], column, value) for row in rows for column, value in row.items()]
    assert [cell for cell in cells if cell[2] != " ".join(cell[2].split())] == []
    assert [row["id"] for row in rows if not (row["title"] and row["summary"].endswith("."))] == []


def test_provenance_counts_are_those_of_the_file(rows: list[Row]) -> None:
    told = " ".join(PROVENANCE.read_text(encoding="utf-8").split())
    checked, unit = Counter(row["checked"] for row in rows), Counter(row["granularity"] for row in rows)
    sure = Counter(row["confidence"] for row in rows)
    how = Counter(way for row in rows for way in row["checked_how"].split(";"))
    assert f"| {len(rows)} events" in told
    assert f"names: {checked['true']} rows" in told
    assert f"part of it: {checked['false']} rows" in told
    assert f"{sure['high']} rows are `high`, {sure['medium']} are `medium`" in told
    assert f"{unit['day']} rows to the day, {unit['month']} to the month, {unit['year']} to the year" in told
    assert f"and {unit['interval']} as an interval" in told
    rows_told = dict(re.findall(r"^\| `([^`]+)` \| .* \| (\d+) \|$", PROVENANCE.read_text(encoding="utf-8"), re.M))
    assert {way: int(count) for way, count in rows_told.items()} == {way: how[way] for way in HOW}
