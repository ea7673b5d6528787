"""Parquet: the table itself, which `read_timeline` opens; what it is about stands in the metadata of its schema."""

from __future__ import annotations

from typing import BinaryIO

from timeline.storage.export.about import About
from timeline.storage.export.cells import as_json
from timeline.storage.export.rows import Rows
from timeline.storage.parquet import write_parquet

ABOUT = "tieline.about"


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the rows as they come."""
    write_parquet(file, rows.batches(), {ABOUT: as_json(about.record())})
