"""A big table that is mapped is the table that would have been read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.benchmarks.bigtable import write_big_table
from timeline.errors import TableError
from timeline.storage import mapped, read_timeline
from timeline.storage.mapped import open_timeline
from timeline.storage.parquet import write_parquet
from timeline.table.arrow import rows_of


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("big") / "big.parquet"
    write_big_table(file, 60_000)
    return file


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "BIG", 50_000)


def test_a_mapped_table_is_the_table(path: Path, tmp_path: Path) -> None:
    frame = open_timeline(path, tmp_path)
    (copy,) = tmp_path.glob("*.arrow")
    before = copy.stat().st_mtime_ns
    pd.testing.assert_frame_equal(open_timeline(path, tmp_path), read_timeline(path))
    assert copy.stat().st_mtime_ns == before, "the copy was made again"
    numbers = np.array([59_999, 3, 50_000, 49_999, 3])
    pd.testing.assert_frame_equal(rows_of(frame, numbers), frame.iloc[numbers])
    assert rows_of(frame, numbers[:0]).empty


def test_a_file_that_changed_is_mapped_anew_and_the_old_copy_goes(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "events.parquet"
    file.write_bytes(path.read_bytes())
    open_timeline(file, tmp_path / "cache")
    (old,) = (tmp_path / "cache").iterdir()
    os.utime(file, (1, 1))
    open_timeline(file, tmp_path / "cache")
    (new,) = (tmp_path / "cache").iterdir()
    assert new != old


def test_a_copy_is_for_its_user_alone_and_may_fail(path: Path, tmp_path: Path) -> None:
    open_timeline(path, tmp_path / "cache")
    (copy,) = (tmp_path / "cache").iterdir()
    assert sys.platform == "win32" or copy.stat().st_mode & 0o777 == 0o600
    (tmp_path / "taken").write_text("no folder can be made below a file")
    assert len(open_timeline(path, tmp_path / "taken" / "cache")) == 60_000


def test_a_big_table_that_is_wrong_names_the_row(path: Path, tmp_path: Path) -> None:
    table = pq.read_table(path).to_pandas(types_mapper=pd.ArrowDtype)
    for column, value, where in (("confidence", 7.0, 55_001), ("event_id", table["event_id"][0], 55_001)):
        wrong = table.copy()
        wrong.loc[55_000, column] = value
        file = tmp_path / "wrong.parquet"
        with file.open("wb") as out:
            write_parquet(out, wrong_batches(wrong, path))
        with pytest.raises(TableError, match=f"wrong.parquet, row {where}, column {column}"):
            open_timeline(file, tmp_path)
        assert not list(tmp_path.glob("*.arrow"))


def wrong_batches(frame: pd.DataFrame, like: Path) -> list[pa.RecordBatch]:
    return list(pa.Table.from_pandas(frame, schema=pq.read_schema(like), preserve_index=False).to_batches())
