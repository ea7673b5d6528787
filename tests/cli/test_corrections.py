"""`tieline corrections`: said, listed, undone."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import read_timeline

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def table(events: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(events, tmp_path / "events.parquet"))


def test_corrections_are_said_listed_and_undone(tieline: Tieline, table: Path) -> None:
    one, other, *_ = read_timeline(table)["event_id"]
    assert tieline("corrections", "list", cwd=table.parent).stdout == "No corrections.\n"
    said = tieline("corrections", "apart", one, other, "--why", "two\x1b[2J visits", "--by", "Ann", cwd=table.parent)
    assert said.returncode == 0, said.stderr
    assert f"Ann: {one} and {other} are not one event – two [2J visits" in said.stdout
    assert tieline("corrections", "list", cwd=table.parent).stdout == said.stdout
    assert "correction 1 undone" in tieline("corrections", "undo", "1", cwd=table.parent).stdout
    first, second = json.loads(tieline("corrections", "list", "--json", cwd=table.parent).stdout)
    assert (first["event_id"], first["field"], first["value"], first["undone_by"]) == (one, "apart", other, 2)
    assert second["undoes"] == 1


def test_corrections_can_be_kept_elsewhere(tieline: Tieline, table: Path, tmp_path: Path) -> None:
    ids = list(read_timeline(table)["event_id"])[:2]
    elsewhere = tmp_path / "mine"
    assert tieline("corrections", "apart", *ids, "--timeline", str(table), "--file", str(elsewhere)).returncode == 0
    assert elsewhere.exists()
    assert "No corrections." in tieline("corrections", "list", "--timeline", str(table)).stdout


def test_corrections_of_what_is_not_there_are_refused(refused: Callable[..., str], table: Path) -> None:
    known = read_timeline(table)["event_id"].iloc[0]
    assert "expected the id of an event" in refused("corrections", "apart", known, "nobody", cwd=table.parent)
    assert "another report" in refused("corrections", "apart", known, known, cwd=table.parent)
    assert "no such file" in refused("corrections", "apart", "a", "b", "--timeline", "none.parquet")
    assert "the number of a correction" in refused("corrections", "undo", "1", cwd=table.parent)
