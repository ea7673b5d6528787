from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from timeline import read_timeline

Tieline = Callable[..., "subprocess.CompletedProcess[str]"]
KOREAN = "러시아와 북한은 6월 19일 평양에서 조약에 서명했다. 두 나라는 서로를 돕기로 했다."


def test_build_writes_a_timeline_that_dates_the_event_and_not_the_report(events: Path) -> None:
    frame = read_timeline(events)
    treaty = frame[frame["date_edtf"] == "2024-06-19"]
    assert {"RUS", "PRK"} <= set(treaty["source_codes"].explode())
    visit = frame[frame["date_edtf"] == "2024-07"]
    assert "month" in set(visit["date_precision"].astype(str))
    assert not (frame["date_edtf"] == "2024-08-15").any()


def test_build_counts_on_its_last_line(tieline: Tieline, article: Path, events: Path, tmp_path: Path) -> None:
    done = tieline("build", str(article), "--published", "2024-08-15", cwd=tmp_path)
    count = len(read_timeline(events))
    assert done.stdout.splitlines()[-1] == f"1 article built, 0 copies, 0 set aside, {count} events: events.parquet"
    assert (tmp_path / "events.parquet").read_bytes() == events.read_bytes()


def test_build_json_gives_the_same_counts(tieline: Tieline, article: Path, events: Path, tmp_path: Path) -> None:
    done = tieline("build", str(article), "--published", "2024-08-15", "--json", cwd=tmp_path)
    count = len(read_timeline(events))
    told = json.loads(done.stdout)
    counts = {"articles": 1, "copies": 0, "set_aside": 0, "events": count, "new": 1, "extracted": 1}
    assert counts.items() <= told.items()
    assert told["out"] == "events.parquet"
    assert set(told["seconds"]) == {"read", "copies", "extract", "connect", "join", "write"}


def test_build_reads_standard_input_and_writes_standard_output(
    tieline: Tieline, article: Path, events: Path, tmp_path: Path
) -> None:
    command = ("build", "-", "--published", "2024-08-15", "--out", "there.parquet")
    done = tieline(*command, stdin=article.read_text(encoding="utf-8"), cwd=tmp_path)
    assert done.returncode == 0
    ours, theirs = read_timeline(tmp_path / "there.parquet"), read_timeline(events)
    pd.testing.assert_series_equal(ours["quote"], theirs["quote"])


def test_build_focus_keeps_events_in_which_all_take_part(tieline: Tieline, article: Path, tmp_path: Path) -> None:
    command = ("build", str(article), "--published", "2024-08-15", "--focus", "KOR")
    assert tieline(*command, cwd=tmp_path).returncode == 0
    frame = read_timeline(tmp_path / "events.parquet")
    codes = [
        {*sources, *targets} for sources, targets in zip(frame["source_codes"], frame["target_codes"], strict=True)
    ]
    assert codes
    assert all("KOR" in actors for actors in codes)


def test_build_sets_an_article_aside_with_a_line_that_says_why(tieline: Tieline, article: Path, tmp_path: Path) -> None:
    (tmp_path / "pyongyang.txt").write_text(KOREAN, encoding="utf-8")
    command = ("build", str(article), "pyongyang.txt", "--published", "2024-08-15")
    done = tieline(*command, cwd=tmp_path)
    assert done.returncode == 0
    assert "1 article built, 0 copies, 1 set aside" in done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("tieline: set aside: pyongyang.txt: ko: expected English")
    assert done.stderr.count("pyongyang") == 1
    assert tieline(*command, "--strict", cwd=tmp_path).returncode == 1


def test_build_with_nothing_built_is_bad_input(tieline: Tieline, tmp_path: Path) -> None:
    (tmp_path / "pyongyang.txt").write_text(KOREAN, encoding="utf-8")
    done = tieline("build", "pyongyang.txt", "--published", "2024-08-15", cwd=tmp_path)
    assert done.returncode == 1
    assert not (tmp_path / "events.parquet").exists()
