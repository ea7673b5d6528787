from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import read_timeline
from timeline.table.compared import WITHIN

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
SAMPLES = Path(__file__).parents[2] / "data" / "examples" / "tables"
GDELT = str(SAMPLES / "gdelt.export.CSV")


def test_import_writes_a_timeline_that_export_opens(tieline: Tieline, tmp_path: Path) -> None:
    done = tieline("import", GDELT, "--out", "gdelt.parquet", "--actor", "RUS,PRK", cwd=tmp_path)
    assert done.stdout.startswith("3 events, 0 set aside; 1 left out: acts that PLOVER does not have")
    assert len(read_timeline(tmp_path / "gdelt.parquet")) == 3
    done = tieline("export", "gdelt.parquet", "--out", "-", "--type", "SUPPORT", cwd=tmp_path)
    assert "gdelt-1100000002" in done.stdout


def test_import_names_rows_that_it_cannot_read(tieline: Tieline, tmp_path: Path) -> None:
    lines = Path(GDELT).read_text(encoding="utf-8").replace("20240619\t202406\t", "20240699\t202406\t", 1)
    done = tieline("import", "-", "--out", "g.parquet", "--strict", stdin=lines, cwd=tmp_path)
    assert done.returncode == 1
    assert "tieline: set aside: standard input, row 1, column SQLDATE: 20240699: expected a day such as" in done.stderr
    assert done.stdout.startswith("5 events, 1 set aside")


def test_import_refuses_a_table_that_it_does_not_know(refused: Callable[..., str], tmp_path: Path) -> None:
    assert "own.csv, row 1" in refused("import", str(SAMPLES / "own.csv"), "--out", "x.parquet", cwd=tmp_path)
    assert not (tmp_path / "x.parquet").exists()


@pytest.fixture(scope="module")
def ours(tieline: Tieline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timeline from a table of one's own."""
    folder = tmp_path_factory.mktemp("ours")
    (folder / "ours.csv").write_text(
        "when,who,whom,kind,what\n2024-06-14,RUS,PRK,AID,=1+1\n2024-06-18,RUS,PRK,CONSULT,Putin in Pyongyang\n"
        "2024-06-22,UNO,PRK,SANCTION,=HYPERLINK(1)\n",
        encoding="utf-8",
    )
    fields = "date=when,source=who,target=whom,type=kind,title=what"
    done = tieline("import", "ours.csv", "--map", fields, "--out", "ours.parquet", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "ours.parquet"


def test_compare_tells_people_how_two_timelines_meet(tieline: Tieline, ours: Path) -> None:
    done = tieline("compare", str(ours), GDELT)
    assert done.returncode == 0, done.stderr
    assert "2 events in both (2 of the same type), at most 31 days apart" in done.stdout
    assert "Days by which gdelt.export.CSV is earlier (-) or later (+):" in done.stdout
    assert "same day       1" in done.stdout
    assert "+1       1" in done.stdout
    assert WITHIN == 31


def test_compare_gives_figures_and_lines_to_programs(tieline: Tieline, ours: Path, tmp_path: Path) -> None:
    done = tieline("compare", str(ours), GDELT, "--within", "7", "--json", "--out", "lines.csv", cwd=tmp_path)
    figures = json.loads(done.stdout)
    assert (figures["matched"], figures["days"], figures["within"]) == (2, {"0": 1, "1": 1}, 7)
    assert figures["types"]["AID"]["only_ours"] == 1
    with (tmp_path / "lines.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["days"] for line in lines if line["found_in"] == "both"] == ["1", "0"]
    assert "'=HYPERLINK(1)" in {line["ours_title"] for line in lines}
    assert [line["found_in"] for line in lines] == ["both", "both", "ours"]


def test_compare_takes_a_csv_of_our_own(tieline: Tieline, ours: Path, tmp_path: Path) -> None:
    tieline("export", str(ours), "--out", "ours.csv", cwd=tmp_path)
    done = tieline("compare", str(ours), "ours.csv", "--json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
