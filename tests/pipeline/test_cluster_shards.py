"""Rows that change hands."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from timeline.pipeline.cluster.shards import Shuffle


def test_what_a_killed_writer_left_is_no_part_of_a_bucket(tmp_path: Path) -> None:
    rows = pa.table({"n": [1, 2]})
    shuffle = Shuffle(str(tmp_path), rows.schema)
    shuffle.put(3, [0, 0], rows)
    (file,) = tmp_path.rglob("*.parquet")
    file.with_name(f".{file.name}.5d0f9e1c.part").write_bytes(file.read_bytes())
    file.with_name(".000004.parquet.5d0f9e1d.part").write_bytes(b"PAR1 and no more")
    assert shuffle.bucket(0).equals(rows)
