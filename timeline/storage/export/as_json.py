"""JSON: what the file is about, and its events, one record a line, as `events.schema.json` describes them."""

from __future__ import annotations

from typing import BinaryIO

from timeline.storage.export.about import About
from timeline.storage.export.cells import as_json
from timeline.storage.export.rows import Rows
from timeline.storage.export.schema import NAME


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the rows as they come."""
    file.write(f'{{"$schema": "{NAME}",\n"about": {as_json(about.record())},\n"events": ['.encode())
    between = "\n"
    for record in rows.records():
        file.write((between + as_json(record)).encode())
        between = ",\n"
    file.write(b"\n]}\n")
