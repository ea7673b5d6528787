"""The timeline as a sheet that people open: one line an event, no lists, nothing that a program might run.

Lists are joined by "; ". Of the reports stay two columns, `sources` ("KCNA, 2022-08-15") and `addresses`.
CSV is UTF-8 with a byte order mark, without which Excel shows names in Russian and Korean as junk; lines
end as RFC 4180 says. A text that a spreadsheet would take for a formula gets an apostrophe before it in CSV;
XLSX holds it as text, as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import pandas as pd

from timeline.errors import InputError
from timeline.table.columns import COLUMNS
from timeline.table.frame import to_arrow

FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEADER = tuple(name for c in COLUMNS for name in (("sources", "addresses") if c.name == "articles" else (c.name,)))
MAX_ROWS, MAX_TEXT, FIRST_YEAR = 1_048_576, 32_767, 1900  # of an XLSX sheet
_WIDE = {"title": 60, "summary": 60, "quote": 80, "note": 30, "sources": 40, "addresses": 40}


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """The table as CSV."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(HEADER)
    writer.writerows([_harmless(value) for value in row] for row in _rows(frame))
    return lines.getvalue().encode("utf-8-sig")


def xlsx_bytes(frame: pd.DataFrame) -> bytes:
    """The table as a workbook of one sheet. Raises InputError where a sheet cannot hold so many rows."""
    import xlsxwriter

    if len(frame) >= MAX_ROWS:
        raise InputError(f"{len(frame)} rows", "export to xlsx", f"fewer than {MAX_ROWS}; CSV and Parquet hold more")
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": "Timeline", "created": datetime(2000, 1, 1)})  # the clock changes no bytes
        _fill(book, _rows(frame))
    return buffer.getvalue()


def _fill(book: Any, rows: Iterable[list[object]]) -> None:
    sheet = book.add_worksheet("Timeline")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    for number, name in enumerate(HEADER):
        sheet.set_column(number, number, _WIDE.get(name, max(12, len(name) + 2)))
    sheet.write_row(0, 0, HEADER, bold)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(rows, 1):
        for number, value in enumerate(row):
            _write(sheet, last, number, value, day)
    sheet.autofilter(0, 0, last, len(HEADER) - 1)


def _write(sheet: Any, row: int, column: int, value: object, day: Any) -> None:
    match value:
        case None | "":
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | float():
            sheet.write_number(row, column, value)
        case date() if value.year >= FIRST_YEAR:
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), day)
        case _:
            text = str(value)
            sheet.write_string(row, column, text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 3]}...")


def _rows(frame: pd.DataFrame) -> Iterable[list[object]]:
    """The cells of each row, in the order of HEADER: text, numbers, days, booleans, None."""
    for batch in to_arrow(frame).to_batches(max_chunksize=1000):
        for record in batch.to_pylist():
            yield [cell for name, value in record.items() for cell in _flat(name, value)]


def _flat(name: str, value: object) -> list[object]:
    if name == "articles" and isinstance(value, list):
        return ["; ".join(map(_source, value)), "; ".join(dict.fromkeys(r["url"] for r in value if r["url"]))]
    match value:
        case list():
            return ["; ".join(map(str, value))]
        case dict():
            return ["; ".join(f"{part} {version}" for part, version in value.items() if version)]
    return [value]


def _source(report: Mapping[str, Any]) -> str:
    return ", ".join(str(part) for part in (report["source"] or report["id"], report["published"]) if part)


def _harmless(value: object) -> object:
    """
    >>> _harmless("=1+1"), _harmless("Kim"), _harmless(-9.5)
    ("'=1+1", 'Kim', -9.5)
    """
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
