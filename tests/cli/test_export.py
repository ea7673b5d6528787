from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.main import get_group

from dashboards.parameters import FILTER
from timeline import read_timeline
from timeline.cli.app import app

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_xlsx(path: Path) -> list[dict[str, str]]:
    header, *rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, header), map(str, row), strict=True)) for row in rows]


READERS: dict[str, Callable[[Path], Any]] = {
    "csv": read_csv,
    "xlsx": read_xlsx,
    "json": lambda path: json.loads(path.read_text(encoding="utf-8"))["events"],
    "parquet": lambda path: read_timeline(path).to_dict("records"),
}


@pytest.mark.parametrize("form", READERS)
def test_export_gives_every_event_in_each_format(tieline: Tieline, events: Path, tmp_path: Path, form: str) -> None:
    done = tieline("export", str(events), "--out", f"all.{form}", cwd=tmp_path)
    ids = list(read_timeline(events)["event_id"])
    assert [row["event_id"] for row in READERS[form](tmp_path / f"all.{form}")] == ids
    assert done.stderr == f"{len(ids)} of {len(ids)} events: all.{form}\n"


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        (["--actor", "RUS,PRK", "--to", "2024-06"], {"2024-06-19"}),
        (["--from", "2024-07"], {"2024-07"}),
        (["--from", "2024-06-19", "--to", "2024-06-19"], {"2024-06-19"}),
        (["--query", "strategic partnership"], {"2024-06-19"}),
        (["--link", "http://127.0.0.1:8050/?actor=RUS&actor=PRK&until=2024-06"], {"2024-06-19"}),
        (["--link", "?actor=RUS&actor=PRK&until=2024-06&event=one"], {"2024-06-19"}),
        (["--status", "planned"], set()),
        (["--min-confidence", "1"], set()),
        (["--precision", "day"], {"2024-06-19", "2024-06-20"}),
        (["--precision", "month", "--unchecked", "--undisputed"], {"2024-07"}),
        (["--checked"], set()),
        (["--publisher", "Nobody"], set()),
        (["--place", "Pyongyang"], {"2024-06-19"}),
        (["--link", "?place=Pyongyang&place=Seoul"], {"2024-06-19"}),
        (["--new-since", "2100-01-01"], set()),
    ],
)
def test_export_keeps_what_the_filter_lets_pass(
    tieline: Tieline, events: Path, tmp_path: Path, options: list[str], dates: set[str]
) -> None:
    done = tieline("export", str(events), "--out", "part.csv", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {row["date_edtf"] for row in read_csv(tmp_path / "part.csv")} == dates


def test_export_has_an_option_for_each_filter_of_the_dashboard() -> None:
    said = {"since": "from", "until": "to", "confidence": "min_confidence", "q": "query"}
    wanted = {f"--{said.get(key, key).replace('_', '-')}" for key in FILTER}
    export = get_group(app).commands["export"]
    assert wanted <= {option for parameter in export.params for option in parameter.opts}
    document = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert not [option for option in wanted if f"`{option}`" not in document]


def test_export_by_type_in_any_case(tieline: Tieline, events: Path, tmp_path: Path) -> None:
    frame = read_timeline(events)
    kind = str(frame["type"].iloc[0])
    tieline("export", str(events), "--out", "part.csv", "--type", kind.lower(), cwd=tmp_path)
    assert {row["type"] for row in read_csv(tmp_path / "part.csv")} == {kind}


def test_export_to_standard_output_is_csv_unless_told(tieline: Tieline, events: Path) -> None:
    count = len(read_timeline(events))
    done = tieline("export", str(events), "--out", "-")
    assert len(list(csv.DictReader(done.stdout.removeprefix("\ufeff").splitlines()))) == count
    assert len(json.loads(tieline("export", str(events), "--out", "-", "--format", "json").stdout)["events"]) == count


def test_export_reads_standard_input(events: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "timeline", "export", "-", "--out", "-", "--format", "json"]
    with events.open("rb") as content:
        done = subprocess.run(command, stdin=content, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert [row["event_id"] for row in json.loads(done.stdout)["events"]] == list(read_timeline(events)["event_id"])


def test_export_refuses_standard_input_that_is_empty(tieline: Tieline, tmp_path: Path) -> None:
    done = tieline("export", "-", "--out", "x.csv", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "tieline: standard input: expected a timeline in Parquet, but this file is empty\n"


def test_export_refuses_an_actor_that_no_event_has(tieline: Tieline, events: Path, tmp_path: Path) -> None:
    done = tieline("export", str(events), "--out", "part.csv", "--actor", "Russia", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("tieline: --actor: Russia: expected the code of an actor in this timeline, such as ")
    assert not (tmp_path / "part.csv").exists()


def test_export_refuses_a_build_that_is_none(tieline: Tieline, events: Path, tmp_path: Path) -> None:
    done = tieline("export", str(events), "--out", "part.csv", "--new-since", "yesterday", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("tieline: --new-since: yesterday: expected a day or a build")


def test_export_begins_only_a_csv_with_a_byte_order_mark(tieline: Tieline, events: Path, tmp_path: Path) -> None:
    assert tieline("export", str(events), "--out", "t.csv", "--bom", cwd=tmp_path).returncode == 0
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbfevent_id")
    done = tieline("export", str(events), "--out", "t.xlsx", "--bom", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "tieline: --bom: xlsx: expected csv, the only format that has one\n")
    assert not (tmp_path / "t.xlsx").exists()


def test_export_says_in_the_file_how_it_was_chosen(tieline: Tieline, events: Path, tmp_path: Path) -> None:
    options = ("--actor", "RUS", "--from", "2024", "--link", "?type=AGREE")
    tieline("export", str(events), "--out", "part.json", *options, cwd=tmp_path)
    about = json.loads((tmp_path / "part.json").read_text(encoding="utf-8"))["about"]
    assert about["filter"] == "Russia; Since 2024; Agreement"
    assert about["address"] == "?actor=RUS&since=2024 ?type=AGREE"
    assert about["title"] == "Russia and North Korea"


def test_export_refuses_a_format_that_it_does_not_know(tieline: Tieline, events: Path, tmp_path: Path) -> None:
    done = tieline("export", str(events), "--out", "events.doc", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "doc" in done.stderr
    assert "csv" in done.stderr


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_export_takes_what_it_exported(tieline: Tieline, events: Path, tmp_path: Path, form: str) -> None:
    tieline("export", str(events), "--out", f"one.{form}", cwd=tmp_path)
    done = tieline("export", f"one.{form}", "--out", "two.parquet", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert read_timeline(tmp_path / "two.parquet").equals(read_timeline(events))
