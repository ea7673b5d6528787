"""CSV, one row an event: UTF-8, comma, quotes where needed, lines that end as RFC 4180 says.

The last two columns are for programs: `articles` has all reports as JSON, and `selection` says in each row how the
rows were chosen, since a CSV has no other place for it.
"""

from __future__ import annotations

import csv
import io
from typing import Any, BinaryIO

from timeline.storage.export.about import About
from timeline.storage.export.cells import HEADER, REPORTS, as_json, cells
from timeline.storage.export.formulas import harmless
from timeline.storage.export.rows import Rows

SELECTION = "selection"


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the rows as they come."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([*HEADER, REPORTS, SELECTION])
    for record in rows.records():
        values = [*cells(record), as_json(record[REPORTS]), about.selection]
        writer.writerow([_cell(value) for value in values])
    text.detach()


def _cell(value: Any) -> object:
    """
    >>> _cell("=1+1"), _cell(-9.5), _cell(True)
    ("'=1+1", -9.5, 'true')
    """
    if isinstance(value, bool):
        return str(value).lower()
    return harmless(value) if isinstance(value, str) else value
