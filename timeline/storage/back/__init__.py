"""Reads back what was exported: CSV, XLSX and JSON give the table again that they were written from.

What a cell cannot hold is not there again: of a workbook, the end of a text of more than 32,767 letters, and letters
that no XML may hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.storage.extras import needing
from timeline.table.schema import validate

Columns = Mapping[str, list[Any]]  # the values of each column, typed where they could be
_BOM = b"\xef\xbb\xbf"
_EXTRAS = {"xlsx": "xlsx"}


def read_back(content: bytes, where: str) -> pd.DataFrame | None:
    """The checked table of an exported file; None for what is no such file.

    Raises TableError for the first value that does not fit, InputError where a library is missing.
    """
    kind = _kind(content.removeprefix(_BOM).lstrip()[:200])
    if not kind:
        return None
    read: Callable[[bytes, str], Columns] = needing(
        _EXTRAS.get(kind, ""), f"timeline.storage.back.from_{kind}", where, "timeline"
    ).read
    return validate(pd.DataFrame(dict(read(content, where)), dtype=object), where)


def is_own_csv(path: Path) -> bool:
    """Whether a file is a CSV that was exported, and no other table."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return _kind(file.read(40).removeprefix(_BOM)) == "csv"


def _kind(head: bytes) -> str:
    """By what a file begins with, whatever it is called.

    >>> _kind(b'{"about": {}'), _kind(b"event_id,also_ids,"), _kind(b"PAR1")
    ('json', 'csv', '')
    """
    starts = {b"PK\x03\x04": "xlsx", b"{": "json", b"[": "json", b"event_id,": "csv", b'"event_id",': "csv"}
    return next((kind for start, kind in starts.items() if head.startswith(start)), "")
