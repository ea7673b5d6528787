"""Rows that people wrote become events; a bad row is named with its number and column."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.model import Event, Origin
from timeline.reading import read_curated

ROW = {
    "id": "X-1",
    "date": "2019-04-25",
    "title": "Leaders meet",
    "summary": "They met in a port.",
    "type": "CONSULT",
    "actor_source": "RUS; PRK",
    "actor_target": "PRK;RUS",
    "actor_note": "RUS stands for Russia",
    "persons": "Vladimir Putin;Kim Jong Un",
    "place": "Vladivostok",
    "lat": "43.1",
    "lon": "131.9",
    "source_names": "KCNA, 2019-04-26 | Example Times",
    "source_urls": "https://kcna.example/1 | https://times.example/2",
    "confidence": "high",
    "checked": "true",
    "tags": "summit;letters",
    "remark": "other columns are left alone",
}


def read(path: Path, *rows: dict[str, str]) -> list[Event]:
    file = path / "rows.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(ROW))
        writer.writeheader()
        writer.writerows(ROW | row for row in rows)
    return read_curated(file)


def refused(path: Path, *rows: dict[str, str]) -> str:
    with pytest.raises(InputError) as caught:
        read(path, *rows)
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_row_becomes_an_event(tmp_path: Path) -> None:
    (event,) = read(tmp_path, {})
    assert (event.event_id, event.origin, event.checked) == ("X-1", Origin.CURATED, True)
    assert (event.when.edtf, event.date_basis) == ("2019-04-25", "explicit")
    assert (event.title, event.summary, event.note) == (ROW["title"], ROW["summary"], ROW["actor_note"])
    assert [actor.name for actor in event.source] == ["Russia", "North Korea"]
    assert event.mutual
    assert event.persons == ("Vladimir Putin", "Kim Jong Un")
    assert event.place is not None
    assert (event.place.name, event.place.lat) == ("Vladivostok", 43.1)
    assert event.mode == "meet"


def test_each_source_is_a_report_with_the_day_that_its_name_ends_in(tmp_path: Path) -> None:
    (event,) = read(tmp_path, {})
    first, second = event.evidence
    assert (first.source, first.published, first.url) == ("KCNA", date(2019, 4, 26), "https://kcna.example/1")
    assert (second.source, second.published, second.url) == ("Example Times", None, "https://times.example/2")
    assert first.quote[first.start : first.end] == "They met in a port."


def test_address_goes_to_the_name_that_its_host_contains(tmp_path: Path) -> None:
    (event,) = read(tmp_path, {"source_urls": "https://www.timesonline.example/2", "source_names": "KCNA | Times"})
    assert [report.url for report in event.evidence] == ["", "https://www.timesonline.example/2"]


def test_row_without_sources_has_no_reports_and_may_be_unchecked(tmp_path: Path) -> None:
    (event,) = read(tmp_path, {"source_names": "", "source_urls": "", "checked": "false"})
    assert event.evidence == ()
    assert not event.checked


def test_row_may_leave_place_summary_and_persons_empty(tmp_path: Path) -> None:
    empty = dict.fromkeys(("place", "lat", "lon", "summary", "persons", "actor_note", "tags"), "")
    (event,) = read(tmp_path, empty)
    assert (event.place, event.persons, event.mode) == (None, (), "")
    assert event.evidence[0].quote == "Leaders meet"


def test_actor_without_a_code_goes_by_its_name(tmp_path: Path) -> None:
    (event,) = read(tmp_path, {"actor_target": "Free City of Orlo"})
    assert [(actor.code, actor.name) for actor in event.target] == [("Free City of Orlo",) * 2]


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("id", "", "some text"),
        ("date", "2019-02-30", "an EDTF date"),
        ("date", "", "some text"),
        ("title", " ", "some text"),
        ("type", "PARTY", "one of AGREE, CONSULT"),
        ("actor_source", ";", "a code such as PRK"),
        ("lat", "north", "a number from -90 to 90"),
        ("lon", "190", "a number from -180 to 180"),
        ("lat", "nan", "a number from -90 to 90"),
        ("confidence", "sure", "one of high, medium"),
        ("checked", "yes", "one of true, false"),
    ],
)
def test_bad_cell_is_named_with_row_and_column(tmp_path: Path, column: str, value: str, expected: str) -> None:
    line = refused(tmp_path, {}, {"id": "X-2"} | {column: value})
    assert f"rows.csv, row 3, column {column}: {value.strip() or 'nothing'}: expected {expected}" in line


def test_id_that_two_rows_have_is_named(tmp_path: Path) -> None:
    line = refused(tmp_path, {}, {})
    assert "row 3, column id: X-1: expected an id that no other row has, but" in line
    assert line.endswith("row 2 has it")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("id,title\n1,a\n", "row 1: date: expected a column of this name"),
        (",".join(ROW) + "\nX-1,2019\n", "row 2: X-1: expected 18 cells"),
        (",".join(ROW) + '\n"X-1,2019', "expected a CSV file"),
    ],
)
def test_bad_file_is_named(tmp_path: Path, content: str, words: str) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(content)
    with pytest.raises(InputError) as caught:
        read_curated(file)
    assert words in str(caught.value)
    assert "rows.csv" in str(caught.value)
