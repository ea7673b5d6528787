"""Each format in its true columns: what becomes of days, types, actors and places, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from timeline.reading.tables import Imported, import_events, read_map
from timeline.reading.tables.gdelt import COLUMNS
from timeline.reading.tables.mapped import FIELDS
from timeline.table.frame import validate

STATEMENTS, NOBODY = "acts that PLOVER does not have, such as statements", "no actor that we know"
OWN = "date=when,source=who,target=whom,type=kind,mode=how,title=what,publisher=paper,url=link,published=day"


def rows(found: Imported, columns: Sequence[str]) -> dict[str, tuple[Any, ...]]:
    """The cells of each row, by the number in its id."""
    validate(found.frame)
    assert set(found.frame["origin"]) == {"imported"}
    plain = found.frame.astype(dict.fromkeys(columns, "object"))
    return {
        row["event_id"].partition("-")[2]: tuple(
            list(cell) if hasattr(cell, "tolist") else cell for cell in (row[name] for name in columns)
        )
        for _, row in plain.iterrows()
    }


def test_gdelt_says_where_the_day_is_that_of_publication(tables: Path) -> None:
    found = import_events([str(tables / "gdelt.export.CSV")])
    got = rows(found, ("date_edtf", "date_basis", "type", "mode", "source_codes", "target_codes"))
    assert got["1100000001"] == ("2024-06-19", "publication", "CONSULT", "visit", ["RUS"], ["PRK"])
    assert got["1100000003"] == ("2024-06-13", "relative", "CONSULT", "meet", ["RUS"], ["PRK"])
    assert got["1100000007"] == ("2024-06-22", "publication", "SANCTION", "economic", ["UNO"], ["PRK"])
    assert got["1100000008"][-2:] == (["ROU"], ["UKR"])  # CAMEO writes ROM
    assert found.left_out == {STATEMENTS: 1, NOBODY: 1}
    assert not found.wrong


@pytest.mark.parametrize("version", ["GDELT 1", "GDELT with a header"])
def test_gdelt_is_read_in_every_version(tables: Path, tmp_path: Path, version: str) -> None:
    rows_of = [line.split("\t") for line in (tables / "gdelt.export.CSV").read_text(encoding="utf-8").splitlines()]
    if version == "GDELT 1":
        kept = [place for place, name in enumerate(COLUMNS) if "ADM2Code" not in name]
        lines = ["\t".join(cells[place] for place in kept) for cells in rows_of]
    else:
        lines = [",".join(f'"{cell}"' for cell in cells) for cells in (COLUMNS, *rows_of)]
    (tmp_path / "other.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = import_events([str(tmp_path / "other.csv")])
    assert found.frame.equals(import_events([str(tables / "gdelt.export.CSV")]).frame)


def test_gdelt_keeps_reports_and_their_address_and_towns_alone(tables: Path) -> None:
    found = import_events([str(tables / "gdelt.export.CSV")])
    got = rows(found, ("place", "n_reports", "title", "note"))
    assert got["1100000001"] == ("Pyongyang", 40, "Russia → North Korea: visit", "GDELT, CAMEO 042")
    assert got["1100000004"][0] == ""  # the middle of South Korea is no place
    assert found.frame["lat"].isna().tolist() == (found.frame["place"] == "").tolist()
    [report] = rows(found, ("articles",))["1100000001"][0]
    assert (report["url"], report["source"]) == ("https://www.example.org/putin-in-pyongyang", "example.org")
    assert str(report["published"]) == "2024-06-19"


def test_icews_days_are_those_of_the_story(tables: Path) -> None:
    found = import_events([str(tables / "icews.tab")])
    got = rows(found, ("date_edtf", "date_basis", "type", "mode", "source_codes", "persons", "place"))
    day = ("2014-02-07", "publication", "CONSULT", "visit", ["RUS"], ["Vladimir Putin"], "Sochi")
    assert got["29000001"] == day
    assert got["29000002"][2:4] == ("SUPPORT", "")  # 57, which a spreadsheet made of 057
    assert got["29000003"][2:4] == ("RETREAT", "release")
    assert got["29000004"][4] == ["UNO"]
    assert found.left_out == {STATEMENTS: 1}


def test_polecat_knows_the_day_apart_from_that_of_publication(tables: Path) -> None:
    found = import_events([str(tables / "polecat.tab")])
    got = rows(found, ("date_edtf", "date_basis", "published_first", "type", "mode", "source_codes"))
    assert [str(cell) for cell in got["20220815-1"][:3]] == ["2022-07-13", "explicit", "2022-08-15"]
    assert got["20220815-2"][1:] == ("publication", got["20220815-2"][2], "CONSULT", "phone", ["RUS"])
    assert got["20220816-1"][-1] == ["RUS", "BLR"]
    assert found.left_out == {NOBODY: 1}


def test_acled_days_are_as_precise_as_it_says(tables: Path) -> None:
    found = import_events([str(tables / "acled.csv")])
    got = rows(found, ("date_edtf", "date_precision", "type", "mode", "source_codes", "target_codes"))
    assert got["RUS90001"] == ("2024-11-12", "day", "ASSAULT", "", ["UKR"], ["RUS", "PRK"])
    assert got["KOR90002"] == ("2023-05-29/2023-06-04", "week", "PROTEST", "", ["KOR"], [])
    assert got["RUS90003"] == ("2022-10", "month", "AGREE", "", ["RUS"], ["PRK"])
    assert '"in fog"' in rows(found, ("quote", "summary"))["RUS90001"][1]
    assert found.left_out == {STATEMENTS: 1}


def test_any_csv_is_read_by_its_map(tables: Path) -> None:
    found = import_events([str(tables / "own.csv")], read_map(OWN))
    got = rows(found, ("date_edtf", "type", "mode", "source_codes", "target_codes", "title"))
    assert got["own-2"] == ("2019-04-25", "CONSULT", "meet", ["RUS"], ["PRK"], "Talks in Vladivostok")
    assert got["own-3"] == ("2021", "CONSULT", "visit", ["RUS"], ["PRK"], "A letter, undated")  # CAMEO 042
    assert got["own-5"] == ("2020-05", "ACCUSE", "", ["A committee of ours"], ["CHN", "JPN"], "Two, or more")


def test_several_tables_are_one_timeline_in_its_order(tables: Path) -> None:
    files = [str(tables / name) for name in ("gdelt.export.CSV", "icews.tab", "polecat.tab", "acled.csv")]
    found = import_events([*files, files[0]])
    assert found.frame["date_start"].is_monotonic_increasing
    assert found.left_out["an id that stood before"] == 6
    assert len(found.frame) == 6 + 4 + 3 + 3


def test_rows_of_other_actors_are_left_out(tables: Path) -> None:
    found = import_events([str(tables / "gdelt.export.CSV")], actors=("RUS", "PRK"))
    assert set(found.frame["event_id"]) == {"gdelt-1100000001", "gdelt-1100000002", "gdelt-1100000003"}
    assert found.left_out["other actors"] == 3


def test_help_of_the_map_names_every_field() -> None:
    from timeline.cli.tables import Map

    shown = Map.__metadata__[0].help  # type: ignore[attr-defined]
    assert all(f"{field}" in shown for field in FIELDS)


@pytest.mark.parametrize("pack", ["zip", "gz"])
def test_packed_table_is_read_as_it_is(tables: Path, tmp_path: Path, pack: str) -> None:
    import gzip
    import zipfile

    plain, packed = tables / "gdelt.export.CSV", tmp_path / f"20240619.export.CSV.{pack}"
    if pack == "gz":
        packed.write_bytes(gzip.compress(plain.read_bytes()))
    else:
        with zipfile.ZipFile(packed, "w") as archive:
            archive.write(plain, plain.name)
    assert import_events([str(packed)]).frame.equals(import_events([str(plain)]).frame)
