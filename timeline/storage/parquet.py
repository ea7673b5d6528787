"""The timeline as Parquet: plain files that pandas, DuckDB, Polars and R open as they are."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import InputError
from timeline.storage.atomic import write_bytes
from timeline.table.arrow import as_pandas
from timeline.table.frame import to_arrow, validate

SCHEMA_VERSION = "1"
STDIN = "-"
_METADATA = {"tieline.schema": SCHEMA_VERSION}
# Fixed, so that the same table gives the same bytes.
_SETTINGS = {"version": "2.6", "compression": "zstd", "compression_level": 3, "row_group_size": 50_000}


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """The table as the bytes of a Parquet file; the same table always gives the same bytes."""
    table = to_arrow(validate(frame)).replace_schema_metadata(_METADATA)
    buffer = io.BytesIO()
    pq.write_table(table, buffer, **_SETTINGS)
    return buffer.getvalue()


def write_timeline(frame: pd.DataFrame, path: str | Path) -> None:
    """Writes the table to `path`, at once: a write that is cut short leaves the old file whole.

    Raises TableError where the table does not fit the schema, InputError where nothing can be written.
    """
    write_bytes(path, parquet_bytes(frame))


def read_timeline(path: str | Path) -> pd.DataFrame:
    """Reads and checks a table; "-" is standard input.

    Raises InputError for what is no Parquet, TableError for what is no timeline.
    """
    where = "standard input" if str(path) == STDIN else str(path)
    content = sys.stdin.buffer.read() if str(path) == STDIN else _content(Path(path))
    if not content:
        raise InputError(where, expected="a timeline in Parquet, but this file is empty")
    try:
        table = pq.read_table(pa.BufferReader(content))
    except (pa.ArrowException, OSError):
        raise InputError(where, expected="a timeline in Parquet, but this cannot be read as such") from None
    return validate(as_pandas(table), where)


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(path, expected="a timeline in Parquet, but this is a folder")
    if not path.exists():
        raise InputError(path, expected="a timeline in Parquet, but there is no such file")
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(path, expected=f"a timeline in Parquet, but it cannot be read ({error.strerror})") from None
