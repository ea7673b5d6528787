"""Files in the making: watched, stopped, fetched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboards import create_app
from dashboards.exports import FAILED, READY, WAITING, Exports, Making, remove
from dashboards.views.export import shown, words
from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.storage.export import About, Rows
from timeline.table.frame import to_frame


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    actors = (Actor("RUS", "Russia"), Actor("PRK", "North Korea"))
    day = TimeValue.day(date(2022, 8, 15))
    told = [Event(EventType.CONSULT, day, actors, actors, Span(0, 0, ""), (), event_id=name) for name in "ab"]
    return to_frame(told, {})


@pytest.fixture
def exports() -> Exports:
    return Exports()


def until(found: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not found():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_small_file_is_there_at_once(exports: Exports, frame: pd.DataFrame) -> None:
    making = exports.start(Rows(frame), "json", About("Ties"), "ties.json", patience=30)
    assert (making.stage, making.done, making.name) == (READY, len(frame), "ties.json")
    path = exports.path(making.job)
    assert path is not None
    assert json.loads(path.read_text(encoding="utf-8"))["about"]["title"] == "Ties"


def test_a_file_that_is_stopped_is_gone_and_the_next_one_is_written(exports: Exports, frame: pd.DataFrame) -> None:
    many = np.zeros(3_000_000, dtype=np.int32)
    long = Rows(frame, many)
    first = exports.start(long, "csv", About(), "a.csv")
    second = exports.start(Rows(frame, many[:20_000]), "json", About(), "b.json")
    assert second.stage == WAITING
    small = exports.start(Rows(frame), "csv", About(), "c.csv", patience=30)
    assert small.stage == READY
    exports.stop(small.job)
    until(lambda: (making := exports.of(first.job)) and making.done)
    exports.stop(first.job)
    assert exports.of(first.job) is None
    until(lambda: exports.path(second.job))
    assert [folder.name for folder in exports.folder.iterdir()] == [second.job]


def test_a_file_that_cannot_be_written_says_why(exports: Exports, frame: pd.DataFrame) -> None:
    making = exports.start(Rows(frame, np.zeros(1_048_576, dtype=np.int32)), "xlsx", About(), "a.xlsx", patience=30)
    assert making.stage == FAILED
    assert making.error.startswith("export to xlsx: 1,048,576 events: expected fewer than")
    assert exports.path(making.job) is None


def test_only_what_is_over_is_swept(exports: Exports, frame: pd.DataFrame) -> None:
    made = [Making(f"{n:032}", "csv", "a.csv", 1, stage=stage) for n, stage in enumerate((WAITING, READY, FAILED))]
    for making in made:
        (exports.folder / making.job).mkdir()
        state = exports.folder / making.job / "state.json"
        state.write_text(json.dumps(asdict(making)), encoding="utf-8")
        os.utime(state, (0, 0))
    exports.start(Rows(frame), "csv", About(), "b.csv", patience=30)
    assert [exports.of(making.job) for making in made] == [made[0], None, None]


def test_too_many_that_wait_are_refused(exports: Exports, frame: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboards.exports.QUEUE", 1)
    long = Rows(frame, np.zeros(3_000_000, dtype=np.int32))
    first = exports.start(long, "csv", About(), "a.csv")
    until(lambda: (making := exports.of(first.job)) and making.done)
    second = exports.start(long, "csv", About(), "b.csv")
    third = exports.start(long, "csv", About(), "c.csv")
    assert (second.stage, third.stage) == (WAITING, FAILED)
    assert third.error == "1 other files wait to be written: try again later."
    exports.stop(second.job)
    fourth = exports.start(long, "csv", About(), "d.csv")
    assert fourth.stage == WAITING
    for making in (first, fourth):
        exports.stop(making.job)


def test_an_error_that_nobody_foresaw_is_told_to_the_reader_and_to_the_log(
    exports: Exports, frame: pd.DataFrame, caplog: pytest.LogCaptureFixture
) -> None:
    making = exports.start(Rows(frame, np.array([len(frame)])), "csv", About(), "a.csv", patience=60)
    assert (making.stage, making.error) == (FAILED, "The file could not be written; the server's log says why.")
    until(lambda: "IndexError" in caplog.text)


def test_the_files_go_with_the_process_that_began() -> None:
    code = "from dashboards.exports import Exports; e = Exports(); (e.folder / 'a').touch(); print(e.folder)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not Path(told.stdout.strip()).exists()


def test_a_worker_that_ends_leaves_them(tmp_path: Path) -> None:
    remove(tmp_path, os.getpid() + 1)
    assert tmp_path.exists()
    remove(tmp_path, os.getpid())
    assert not tmp_path.exists()


@pytest.mark.parametrize("job", [None, "", "..", "../../etc/passwd", "0" * 32, 7, {"a": 1}])
def test_a_file_that_there_is_not_is_not_found(exports: Exports, job: object) -> None:
    assert exports.of(job) is None
    exports.stop(job)


def test_a_file_that_is_gone_is_said_to_be(frame: pd.DataFrame) -> None:
    answer = create_app(frame).server.test_client().get("/export/" + "0" * 32)
    assert answer.status_code == 404
    assert "export it again" in answer.text


def test_the_notice_is_seen_while_one_waits() -> None:
    making = Making("a", "docx", "t.docx", 200, 50, "writing")
    assert shown(making)["className"] == "notice"
    assert (shown(making)["share"], shown(making)["idle"]) == (25, False)
    assert words(making) == "Word document: 50 of 200 events"
    assert "unseen" in shown(None)["className"]
    assert "unseen" in shown(Making("a", "docx", "t.docx", 2, 2, READY))["className"]
    assert shown(Making("a", "docx", "t.docx", 2, 0, FAILED, "no"))["button"] == "Close"
