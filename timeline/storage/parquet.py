"""The timeline as Parquet: plain files that pandas, DuckDB, Polars and R open as they are."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import InputError, TableError
from timeline.storage.atomic import write_bytes
from timeline.storage.back import read_back
from timeline.storage.parts import is_in_parts, parts_of
from timeline.table.arrow import as_pandas, to_arrow
from timeline.table.columns import arrow_schema
from timeline.table.schema import checked, validate

SCHEMA_VERSION = "3"
STDIN = "-"
_NO_TIMELINE = (
    "a timeline in Parquet, but this cannot be read as such; tieline import makes one of the event table of others"
)
GROUP = 50_000  # rows of a row group
_NAME = b"tieline.schema"
_MAGIC = b"PAR1"
NOTHING: Mapping[str, str] = MappingProxyType({})
# Fixed, so that the same table gives the same bytes.
_SETTINGS = {"version": "2.6", "compression": "zstd", "compression_level": 3}


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """The table as the bytes of a Parquet file; the same table always gives the same bytes."""
    buffer = io.BytesIO()
    write_parquet(buffer, to_arrow(validate(frame)).to_batches())
    return buffer.getvalue()


def write_parquet(file: BinaryIO, batches: Iterable[pa.RecordBatch], said: Mapping[str, str] = NOTHING) -> int:
    """Writes rows as they come, however they are cut into batches; how many they were.

    `said` is added to the metadata of the schema.
    """
    schema = arrow_schema().with_metadata({**said, _NAME.decode(): SCHEMA_VERSION})
    count = 0
    with pq.ParquetWriter(file, schema, **_SETTINGS) as writer:
        for table in _groups(batches):
            writer.write_table(table.replace_schema_metadata(schema.metadata), row_group_size=GROUP)
            count += len(table)
    return count


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Tables of GROUP rows, and a last one with the rest; one that is empty where there is nothing."""
    waiting = arrow_schema().empty_table()
    full = False
    for batch in batches:
        waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch])])
        while len(waiting) >= GROUP:
            yield waiting.slice(0, GROUP).combine_chunks()
            waiting, full = waiting.slice(GROUP), True
    if len(waiting) or not full:
        yield waiting.combine_chunks()


def write_timeline(frame: pd.DataFrame, path: str | Path) -> None:
    """Writes the table to `path`, at once: a write that is cut short leaves the old file whole.

    Raises TableError where the table does not fit the schema, InputError where nothing can be written.
    """
    write_bytes(path, parquet_bytes(frame))


def read_timeline(path: str | Path) -> pd.DataFrame:
    """Reads and checks a table; "-" is standard input, a folder or an address holds a table in parts.

    A file that was exported as CSV, XLSX or JSON gives the table that it was written from; which it is, its content
    tells.

    The Parquet files below a folder, such as `year=2019/part-0.parquet`, are read as one table, and so are those at an
    address, such as `s3://news/timeline`. Raises InputError for what is no Parquet, or of another version of the
    schema, and TableError for what is no timeline.
    """
    if is_in_parts(str(path)):
        return _read_parts(str(path))
    where = "standard input" if str(path) == STDIN else str(path)
    return _read(sys.stdin.buffer.read() if str(path) == STDIN else _content(Path(path)), where)


def _read_parts(folder: str) -> pd.DataFrame:
    """All files of a folder as one table, in its order."""
    frame = pd.concat([_read(content, where) for where, content in parts_of(folder)], ignore_index=True)
    ordered = frame.sort_values(["date_start", "event_id"], na_position="first", ignore_index=True)
    return validate(ordered, folder)


def count_rows(path: Path) -> int:
    """How many rows a file says that it has; 0 where it is no timeline: `read_timeline` says why."""
    try:
        return int(pq.read_metadata(path).num_rows)
    except (pa.ArrowException, OSError):
        return 0


def checked_tables(path: Path) -> Iterator[pa.Table]:
    """The rows of a file, GROUP at a time, checked as `read_timeline` does, but for ids that rows share."""
    with pq.ParquetFile(path) as file:
        _check_version(file.schema_arrow.metadata, str(path))
        try:
            for batch in file.iter_batches(GROUP):
                yield checked(as_pandas(pa.Table.from_batches([batch])), str(path))
        except TableError:
            read_timeline(path)  # which knows the number of the row
            raise


def _read(content: bytes, where: str) -> pd.DataFrame:
    if not content:
        raise InputError(where, expected="a timeline in Parquet, but this file is empty")
    if not content.startswith(_MAGIC) and (exported := read_back(content, where)) is not None:
        return exported
    try:
        table = pq.read_table(pa.BufferReader(content))
    except (pa.ArrowException, OSError):
        raise InputError(where, expected=_NO_TIMELINE) from None
    _check_version(table.schema.metadata, where)
    return validate(as_pandas(table), where)


def _check_version(metadata: Mapping[bytes, bytes] | None, where: str) -> None:
    version = (metadata or {}).get(_NAME, SCHEMA_VERSION.encode()).decode(errors="replace")
    if version != SCHEMA_VERSION:
        what = f"a timeline of schema {SCHEMA_VERSION}, but another version of tieline wrote this one: build it anew"
        raise InputError(f"schema {version}", where, what)


def _content(path: Path) -> bytes:
    if not path.exists():
        raise InputError(path, expected="a timeline in Parquet, but there is no such file")
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(path, expected=f"a timeline in Parquet, but it cannot be read ({error.strerror})") from None
