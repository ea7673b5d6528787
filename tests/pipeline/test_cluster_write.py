"""The files of a timeline: by year, and of a size; other programs read them as one table with a column `year`."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
from pyarrow.dataset import dataset, get_partition_keys

from timeline import read_timeline
from timeline.errors import InputError
from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.pipeline.cluster.firsts import FIRSTS
from timeline.pipeline.cluster.merge import ROWS, first_day, year_of
from timeline.pipeline.cluster.parts import plan_parts
from timeline.pipeline.cluster.shards import Shuffle, table_of
from timeline.pipeline.cluster.write import Write
from timeline.storage.events import encode
from timeline.storage.places import Place
from timeline.table.columns import arrow_schema

DATES = ("2019-12-31", "2020-01-01", "2020-01-01", "2020-05", "../2018", "1905", "2020-01-02/..")
SIDES = (Actor("RUS", "Russia"),), (Actor("PRK", "North Korea"),)


@pytest.fixture
def names(tmp_path: Path) -> list[str]:
    """Files with two rows at most, written from rows that come from two steps."""
    rows, firsts = Shuffle(f"{tmp_path}/rows", ROWS), Shuffle(f"{tmp_path}/firsts", FIRSTS)
    days: dict[int, int] = {}
    for step, dates in enumerate((DATES[::2], DATES[1::2])):
        events = [_event(date, f"e{step}{number}") for number, date in enumerate(dates)]
        told = [(first_day(event), event.event_id.encode(), encode(event)) for event in events]
        rows.put(step, [year_of(day) for day, _, _ in told], table_of(told, ROWS))
        days |= {day: days.get(day, 0) + sum(other == day for other, _, _ in told) for day, _, _ in told}
    write = Write(rows, firsts, f"{tmp_path}/out", ({}, None, "2026-11-24.01"))
    return [write(part)["name"] for part in plan_parts(days, 2)]


def _event(date: str, id: str) -> Event:
    return Event(EventType.CONSULT, TimeValue.from_edtf(date), *SIDES, Span(0, 0, ""), (), event_id=id)


def test_files_are_by_year_and_no_larger_than_asked(names: list[str], tmp_path: Path) -> None:
    folders = [name.split("-")[0] for name in names]
    assert folders == ["year=0/part", "year=1905/part", "year=2019/part", *["year=2020/part"] * 2]
    assert [name.split("-")[1] for name in names][-2:] == ["0", "1"]
    frame = read_timeline(tmp_path / "out")
    assert list(frame["date_edtf"]) == [
        "../2018",
        "1905",
        "2019-12-31",
        "2020-01-01",
        "2020-01-01",
        "2020-01-02/..",
        "2020-05",
    ]
    assert list(frame["event_id"])[3:5] == ["e01", "e10"]
    for name in names:
        metadata = dataset(tmp_path / "out" / name).schema.metadata
        assert metadata[b"tieline.schema"]


def test_other_programs_read_them_as_one_table(names: list[str], tmp_path: Path) -> None:
    data = dataset(tmp_path / "out", partitioning="hive")
    for fragment in data.get_fragments():
        starts = {day.year if day else 0 for day in fragment.to_table(columns=["date_start"])["date_start"].to_pylist()}
        assert starts == {get_partition_keys(fragment.partition_expression)["year"]}
    assert data.schema.names == [*arrow_schema().names, "year"]
    assert len(pd.read_parquet(tmp_path / "out")) == len(DATES)
    assert set(pl.read_parquet(f"{tmp_path}/out/**/*.parquet", hive_partitioning=True)["year"]) == {0, 1905, 2019, 2020}
    query = f"SELECT year, count(*) FROM read_parquet('{tmp_path}/out/**/*.parquet') GROUP BY year ORDER BY year"
    assert duckdb.connect().execute(query).fetchall() == [(0, 1), (1905, 1), (2019, 1), (2020, 4)]


def test_part_that_is_missing_is_named(names: list[str], tmp_path: Path) -> None:
    out = Place(str(tmp_path / "out"))
    told = ", ".join(f'"{name}": 1' for name in names)
    (out / "_manifest.json").write(f'{{"files": {{{told}}}}}'.encode())
    (out / "year=2001/part-0-older.parquet").write(b"of the build before")
    assert len(read_timeline(tmp_path / "out")) == len(DATES)
    (out / names[0]).remove()
    with pytest.raises(
        InputError, match=r"part-0-\w+\.parquet: expected a part of a timeline, but there is no such file"
    ):
        read_timeline(tmp_path / "out")
    (out / "_manifest.json").write(b"[]")
    with pytest.raises(InputError, match=r"_manifest\.json: expected the names of the files"):
        read_timeline(tmp_path / "out")
