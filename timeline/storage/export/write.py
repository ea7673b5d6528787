"""Writes a selection in one of the formats."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from timeline.errors import InputError
from timeline.storage.atomic import STDOUT, replacing_or_out
from timeline.storage.export.about import About
from timeline.storage.export.formats import Format, format_named
from timeline.storage.export.rows import Rows


def export_rows(rows: Rows, format: Format, file: BinaryIO, about: About, *, bom: bool = False) -> None:
    """Writes the rows to an open file. `bom` begins it with a byte order mark, by which Excel knows UTF-8 in a CSV;
    raises InputError for any other format."""
    write = format.writer()
    if bom:
        if format.name != "csv":
            raise InputError(format.name, "--bom", "csv, the only format that has one")
        file.write(BOM_UTF8)
    write(rows, replace(about, count=len(rows), total=about.total or len(rows.frame)), file)


def export_file(rows: Rows, path: str | Path, about: About, *, format: str = "", bom: bool = False) -> None:
    """Writes the rows to `path`, at once: a write that is cut short leaves the old file whole.

    "-" is standard output. Without a format the ending of the name tells it, and standard output gets CSV.
    """
    ending = "csv" if str(path) == STDOUT else Path(path).suffix.removeprefix(".").lower()
    chosen = format_named(format or ending)
    chosen.writer()  # what is missing is said before a file is touched
    with replacing_or_out(path) as file:
        export_rows(rows, chosen, file, about, bom=bom)
