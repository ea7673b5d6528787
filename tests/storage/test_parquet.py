"""Timelines in and out of Parquet: whole or not at all, and the same bytes each time."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from timeline import read_timeline, write_timeline
from timeline.errors import InputError, TableError
from timeline.table.columns import arrow_schema

# Writes the table anew, with other titles, until the kernel kills it at the given byte of the file.
WRITER = """
import resource, signal, sys
from timeline import read_timeline, write_timeline
table = read_timeline(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
write_timeline(table.assign(title=table["title"].str.upper()), sys.argv[1])
"""


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_timeline(path)
    line = str(caught.value)
    assert "\n" not in line
    assert path.name in line
    return line


def test_table_comes_back_as_it_was_written(frame: pd.DataFrame, tmp_path: Path) -> None:
    write_timeline(frame, tmp_path / "t.parquet")
    assert read_timeline(tmp_path / "t.parquet").equals(frame)


def test_empty_table_comes_back(frame: pd.DataFrame, tmp_path: Path) -> None:
    write_timeline(frame[:0], tmp_path / "t.parquet")
    back = read_timeline(tmp_path / "t.parquet")
    assert len(back) == 0
    assert back.dtypes.equals(frame.dtypes)


def test_same_table_gives_the_same_bytes(frame: pd.DataFrame, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.parquet", "b.parquet", "c.parquet")]
    write_timeline(frame, paths[0])
    write_timeline(read_timeline(paths[0]), paths[1])
    write_timeline(frame.astype(object), paths[2])
    assert len({path.read_bytes() for path in paths}) == 1


def test_file_is_plain_parquet_with_the_schema_and_its_version(frame: pd.DataFrame, tmp_path: Path) -> None:
    write_timeline(frame, tmp_path / "t.parquet")
    stored = pq.read_table(tmp_path / "t.parquet")
    assert stored.schema.names == arrow_schema().names
    assert pa.types.is_date32(stored.schema.field("date_start").type)
    assert pa.types.is_list(stored.schema.field("persons").type)
    assert stored.schema.metadata == {b"tieline.schema": b"3"}
    assert list(pd.read_parquet(tmp_path / "t.parquet")["event_id"]) == ["treaty", "letter"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a kernel that limits the size of files")
@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.99])
def test_killed_write_leaves_the_old_file_whole(frame: pd.DataFrame, tmp_path: Path, part: float) -> None:
    path = tmp_path / "t.parquet"
    write_timeline(frame, path)
    before = path.read_bytes()
    killed = subprocess.run([sys.executable, "-c", WRITER, str(path), str(int(part * len(before)))], check=False)
    assert killed.returncode == -signal.SIGXFSZ
    assert path.read_bytes() == before
    assert read_timeline(path).equals(frame)


def test_failed_write_leaves_the_old_file_and_no_other(frame: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    write_timeline(frame, path)
    before = path.read_bytes()
    with pytest.raises(TableError):
        write_timeline(frame.drop(columns="title"), path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["t.parquet"]


def test_write_keeps_the_permissions_of_the_old_file(frame: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    write_timeline(frame, path)
    path.chmod(0o640)
    write_timeline(frame, path)
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["nowhere/t.parquet", "."])
def test_place_that_cannot_be_written_is_named(frame: pd.DataFrame, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="expected"):
        write_timeline(frame, tmp_path / name)


def test_missing_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "gone.parquet")


def test_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.parquet").write_bytes(b"")
    assert "this file is empty" in refused(tmp_path / "empty.parquet")


def test_folder_without_a_table_is_named(tmp_path: Path) -> None:
    assert "no such file in it" in refused(tmp_path)


def test_table_in_parts_is_read_as_one(frame: pd.DataFrame, tmp_path: Path) -> None:
    for number, year in enumerate(("year=2022", "year=none")):
        (tmp_path / year).mkdir()
        write_timeline(frame[number : number + 1], tmp_path / year / "part-0.parquet")
    (tmp_path / "_temporary").mkdir()
    (tmp_path / "_temporary" / "half.parquet").write_bytes(b"PAR1")
    assert read_timeline(tmp_path).equals(frame)


def test_part_with_a_bad_value_is_named(frame: pd.DataFrame, tmp_path: Path) -> None:
    write_timeline(frame, tmp_path / "good.parquet")
    pq.write_table(pa.table({"event_id": ["a"]}), tmp_path / "wrong.parquet")
    with pytest.raises(TableError, match=r"wrong\.parquet: also_ids: expected a column"):
        read_timeline(tmp_path)


def test_id_that_stands_in_two_parts_is_named(frame: pd.DataFrame, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_timeline(frame, tmp_path / f"{name}.parquet")
    assert "an id that no other row has" in refused(tmp_path)


def test_table_of_another_version_of_the_schema_is_refused(frame: pd.DataFrame, tmp_path: Path) -> None:
    write_timeline(frame, tmp_path / "t.parquet")
    table = pq.read_table(tmp_path / "t.parquet").drop(["not_confirmed"])
    pq.write_table(table.replace_schema_metadata({"tieline.schema": "1"}), tmp_path / "t.parquet")
    line = refused(tmp_path / "t.parquet")
    assert "schema 1: expected a timeline of schema 3" in line
    assert "build it anew" in line


@pytest.mark.parametrize("junk", [b"\0\xff" * 500, b"PAR1", b"PAR1 nothing more PAR1", b"id,type\n" * 9])
def test_junk_is_named(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "junk.parquet").write_bytes(junk)
    assert "cannot be read" in refused(tmp_path / "junk.parquet")


def test_file_cut_short_is_named(frame: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    write_timeline(frame, path)
    path.write_bytes(path.read_bytes()[:-100])
    assert "cannot be read" in refused(path)


def test_file_with_a_column_missing_is_named_with_the_column(tmp_path: Path) -> None:
    pq.write_table(pa.table({"event_id": ["a"], "title": ["b"]}), tmp_path / "t.parquet")
    assert "also_ids: expected a column of this name" in refused(tmp_path / "t.parquet")


def test_file_with_a_bad_value_is_named_with_row_and_column(frame: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    write_timeline(frame, path)
    table = pq.read_table(path)
    place = table.schema.names.index("date_edtf")
    pq.write_table(table.set_column(place, "date_edtf", pa.array(["1861-05-01/..", "someday"])), path)
    assert "row 2, column date_edtf: someday: expected an EDTF date" in refused(path)
