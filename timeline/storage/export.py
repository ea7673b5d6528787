"""The timeline for people and other programs: CSV, XLSX, JSON, Parquet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from timeline.errors import InputError
from timeline.storage.atomic import write_bytes
from timeline.storage.parquet import parquet_bytes
from timeline.storage.sheet import csv_bytes, xlsx_bytes
from timeline.table.frame import to_arrow


def json_bytes(frame: pd.DataFrame) -> bytes:
    """A JSON list, one record a line, in UTF-8; days as `2022-08-15`, what is not known as null."""
    rows = to_arrow(frame).to_pylist()
    lines = [json.dumps(row, ensure_ascii=False, default=str, allow_nan=False) for row in rows]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


WRITERS: Mapping[str, Callable[[pd.DataFrame], bytes]] = MappingProxyType(
    {"csv": csv_bytes, "xlsx": xlsx_bytes, "json": json_bytes, "parquet": parquet_bytes}
)


def to_bytes(frame: pd.DataFrame, format: str) -> bytes:
    """The table as a file of that format: "csv", "xlsx", "json" or "parquet"."""
    if format not in WRITERS:
        raise InputError(format, "export format", f"one of {', '.join(WRITERS)}")
    return WRITERS[format](frame)


def export_table(frame: pd.DataFrame, path: str | Path, format: str = "") -> None:
    """Writes the table to `path`, at once; without a format, the ending of the name tells it."""
    write_bytes(path, to_bytes(frame, format or Path(path).suffix.removeprefix(".").lower()))
