"""In which build a row first stood in the table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from timeline import Article, read_timeline
from timeline.pipeline import Progress, build, build_file
from timeline.storage.store import open_store

Invented = Callable[[int], Article]
FIRST, SECOND = "1700000000", "1700100000"  # 14 and 16 November 2023


def run(folder: Path, articles: list[Article], stop_at: str = "") -> pd.Series:
    """Builds, and gives `first_built` by event_id; stopped at the beginning of a stage if one is named."""

    def tell(progress: Progress) -> None:
        if progress.stage == stop_at:
            raise KeyboardInterrupt

    with open_store(folder / "events.build") as store:
        build_file(articles, folder / "events.parquet", store, progress=tell)
    return read_timeline(folder / "events.parquet").set_index("event_id")["first_built"]


def test_builds_of_one_day_are_numbered(tmp_path: Path, invented: Invented, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FIRST)
    first = run(tmp_path, [invented(1)])
    both = run(tmp_path, [invented(1), invented(2)])
    assert list(first) == ["2023-11-14.01"]
    assert both[first.index[0]] == "2023-11-14.01"
    assert sorted(both) == ["2023-11-14.01", "2023-11-14.02"]


@pytest.mark.parametrize("stage", ["read", "extract", "connect", "join", "write"])
def test_build_that_was_stopped_keeps_its_day_when_it_goes_on(
    tmp_path: Path, invented: Invented, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FIRST)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, [invented(1)], stop_at=stage)
    assert not (tmp_path / "events.parquet").exists()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SECOND)
    assert list(run(tmp_path, [invented(1)])) == ["2023-11-14.01"]
    assert sorted(run(tmp_path, [invented(1), invented(2)])) == ["2023-11-14.01", "2023-11-16.01"]


def test_event_that_comes_back_keeps_the_build_in_which_it_first_stood(
    tmp_path: Path, invented: Invented, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FIRST)
    first = run(tmp_path, [invented(1), invented(2)])
    run(tmp_path, [invented(2)])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SECOND)
    assert run(tmp_path, [invented(1), invented(2)]).equals(first)


def test_build_that_keeps_nothing_does_not_say_when_a_row_is_new(invented: Invented) -> None:
    assert list(build([invented(1)]).frame["first_built"]) == [""]
