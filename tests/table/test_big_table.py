"""The made-up tables that the dashboard is measured with are tables as builds write them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.benchmarks.bigtable import big_table, write_big_table
from timeline import read_timeline
from timeline.model import TimeValue
from timeline.table.frame import from_arrow, validate

ROWS = 3_000


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return from_arrow(big_table(ROWS))


def test_big_table_holds_to_the_schema(frame: pd.DataFrame) -> None:
    assert len(validate(frame)) == ROWS


def test_big_table_is_sorted_as_a_build_sorts(frame: pd.DataFrame) -> None:
    ordered = frame.sort_values(["date_start", "event_id"], na_position="first", ignore_index=True)
    assert frame["event_id"].to_list() == ordered["event_id"].to_list()


def test_big_table_is_the_same_for_a_seed_and_another_for_another(tmp_path: Path) -> None:
    write_big_table(tmp_path / "big.parquet", 500, seed=3)
    assert read_timeline(tmp_path / "big.parquet").equals(from_arrow(big_table(500, seed=3)))
    assert not big_table(500, seed=4).equals(big_table(500, seed=3))


def test_big_table_marks_words_where_they_stand(frame: pd.DataFrame) -> None:
    reports = [report for row in frame["articles"].head(300) for report in row]
    for report in reports:
        for span in (report["trigger"], report["date"], *report["actors"]):
            begin = report["start"]
            assert report["quote"][span["start"] - begin : span["end"] - begin] == span["text"]


def test_big_table_says_how_precisely_a_day_is_known(frame: pd.DataFrame) -> None:
    told = {edtf: TimeValue.from_edtf(edtf).granularity.value for edtf in frame["date_edtf"]}
    assert frame["date_precision"].to_list() == [told[edtf] for edtf in frame["date_edtf"]]
    assert frame["date_start"].isna().any()
    assert frame["date_end"].isna().any()
    assert 0.1 < (frame["date_precision"] != "day").mean() < 0.4


def test_big_table_has_few_dyads_with_many_events(frame: pd.DataFrame) -> None:
    pairs = frame["source_codes"].map("|".join) + ">" + frame["target_codes"].map("|".join)
    assert pairs.value_counts().iloc[0] > 10 * pairs.value_counts().median()
    assert frame["n_reports"].max() > 20
    assert frame["n_reports"].median() == 1
