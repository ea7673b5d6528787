"""What `tieline build` takes in, and what it says of days of publication."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from timeline import read_timeline

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
TEXT = "China imposed sanctions on Japan last month. " * 3
GUESSABLE = (
    "North Korea thanked Russia on Liberation Day, state media reported Monday. Last year, in 2021, it did not.\n\n"
    "North Korea last month recognized Donetsk PR.\n"
)


def test_fields_by_other_names_and_a_day_that_the_address_contradicts(tieline: Tieline, tmp_path: Path) -> None:
    told = {"body": TEXT, "date": "2022-08-15", "link": "https://example.org/2022/08/01/sanctions"}
    (tmp_path / "a.jsonl").write_text(json.dumps(told))
    fields = ("--field", "text=body", "--field", "published=date", "--field", "url=link")
    done = tieline("build", "a.jsonl", *fields, cwd=tmp_path)
    assert done.stdout.startswith("1 article built")
    assert done.stderr == (
        "tieline: check the day: a.jsonl, line 1: taken as published on 2022-08-15 (metadata), "
        "but the address says 2022-08-01\n"
    )
    folder = tieline("build", "a.jsonl", "--out", "timeline/", *fields, cwd=tmp_path)
    assert folder.stderr == done.stderr
    assert tieline("build", "a.jsonl", "--field", "headline", cwd=tmp_path).stderr.count("\n") == 1


def test_guess_is_asked_for_and_told_and_marked(tieline: Tieline, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GUESSABLE)
    refused = tieline("build", "a.txt", cwd=tmp_path)
    assert refused.returncode == 1
    assert "--infer-dates" in refused.stderr
    done = tieline("build", "a.txt", "--infer-dates", cwd=tmp_path)
    assert done.returncode == 0
    assert "inferred from the text: 2022-08-15" in done.stderr
    frame = read_timeline(tmp_path / "events.parquet")
    assert "2022-07?" in set(frame["date_edtf"])
    assert all(edtf.endswith("?") for edtf in frame["date_edtf"])
