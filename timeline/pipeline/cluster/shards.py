"""Tables in shards, and work that is done once."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import EngineError
from timeline.storage.places import Place

Counts = dict[str, Any]  # numbers by name, as JSON holds them
_COMPRESSION = {"compression": "zstd", "compression_level": 3}


def key_of(*parts: object) -> str:
    """A short name for what something is made from: equal parts have equal names.

    >>> key_of("a", 1) == key_of("a", 1), key_of("a", 1) == key_of("a", 2), len(key_of())
    (True, False, 16)
    """
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Table:
    """One table in one file."""

    address: str
    schema: pa.Schema

    def put(self, rows: Iterable[tuple[object, ...]]) -> None:
        """Writes it."""
        self.write(table_of(rows, self.schema))

    def write(self, table: pa.Table) -> None:
        """The same of rows that are a table already."""
        Place(self.address).write(_parquet(table))

    def rows(self, columns: Sequence[str] | None = None) -> pa.Table:
        """The table, or some of its columns."""
        return read_parquet(Place(self.address).read(), columns)


@dataclass(frozen=True, slots=True)
class Shuffle:
    """One table whose rows change hands: whoever writes puts each row into a bucket; whoever reads takes a bucket.

    A writer has a number; what it writes a second time takes the place of what it wrote before.
    """

    folder: str
    schema: pa.Schema

    def put(self, writer: int, buckets: Iterable[int], table: pa.Table) -> int:
        """Writes rows, each into its bucket, where they stay in order; how many rows these are."""
        chosen = np.fromiter(buckets, np.int64)
        order = np.argsort(chosen, kind="stable")
        starts = np.flatnonzero(np.diff(chosen[order], prepend=-1))
        for rows in np.split(order, starts[1:]) if len(order) else ():
            file = self._file(int(chosen[rows[0]]), writer)
            file.write(_parquet(table.take(pa.array(rows))), lasting=False)
        return len(table)

    def bucket(self, bucket: int) -> pa.Table:
        """All rows of a bucket, in the order of the writers. Raises EngineError where a file is broken."""
        folder = Place(self.folder) / f"{bucket:06}"
        try:
            found = [read_parquet((folder / name).read()) for file in folder.files() if _is_written(name := file.name)]
        except pa.ArrowInvalid:
            what = "a file in it is broken, as after a power cut; take the folder away, and run the same command again"
            raise EngineError(f"{self.folder}: {what}") from None
        return pa.concat_tables([self.schema.empty_table(), *found]).combine_chunks()

    def _file(self, bucket: int, writer: int) -> Place:
        return Place(self.folder) / f"{bucket:06}/{writer:06}.parquet"


def _is_written(name: str) -> bool:
    """Whether a file of a bucket is whole, and not what a writer left that was killed.

    >>> _is_written("000001.parquet"), _is_written(".000001.parquet.5d0f9e1c.part")
    (True, False)
    """
    return name.endswith(".parquet") and not name.startswith(".")


def once(folder: str, name: str, make: Callable[[], Counts], *, lasting: bool = True) -> tuple[Counts, bool]:
    """What was counted by work that bears this name, and whether it had to be done: not where its counts are kept."""
    kept = Place(folder) / f"{name}.json"
    with suppress(FileNotFoundError, json.JSONDecodeError):
        return json.loads(kept.read()), False
    counts = make()
    kept.write(json.dumps(counts).encode(), lasting=lasting)
    return counts, True


def table_of(rows: Iterable[tuple[object, ...]], schema: pa.Schema) -> pa.Table:
    """Rows as a table.

    >>> table_of([(1, b"a"), (2, b"b")], pa.schema({"n": pa.int64(), "id": pa.binary()})).num_rows
    2
    """
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)], schema=schema)


def runs(table: pa.Table, by: str, then: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    """The rows in groups that have the same value in one column, in order of it; within a group sorted by others."""
    ordered = table.sort_by([(name, "ascending") for name in (by, *then)])
    rows = (row for batch in ordered.to_batches(10_000) for row in batch.to_pylist())
    for _, group in groupby(rows, key=lambda row: row[by]):
        yield list(group)


def meeting(table: pa.Table, by: str) -> pa.Table:
    """The rows whose value in one column another row has too.

    >>> meeting(pa.table({"key": ["a", "b", "a"], "n": [1, 2, 3]}), "key")["n"].to_pylist()
    [1, 3]
    """
    values = table[by].combine_chunks().dictionary_encode()
    places = values.indices.to_numpy()
    return table.filter(pa.array(np.bincount(places, minlength=1)[places] > 1)) if len(table) else table


def read_parquet(content: bytes, columns: Sequence[str] | None = None) -> pa.Table:
    """The table of a file, or some of its columns; in this thread alone, as there is a worker for each core."""
    wanted = list(columns) if columns else None
    return pq.read_table(pa.BufferReader(content), columns=wanted, use_threads=False, pre_buffer=False)


def _parquet(table: pa.Table) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(table, buffer, **_COMPRESSION)
    return buffer.getvalue()
