"""A workbook: the events, their sources, what each column means, and how the events were chosen.

Text is held as text, whatever it begins with, so that nothing is run. Rows go to disk as they come.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, BinaryIO

import xlsxwriter

from timeline.errors import InputError
from timeline.storage.export.about import About
from timeline.storage.export.cells import HEADER, REPORTS, cells, folded
from timeline.storage.export.markup import printable
from timeline.storage.export.rows import Rows
from timeline.table.columns import COLUMNS, REPORT

MAX_ROWS, MAX_TEXT, FIRST_YEAR = 1_048_576, 32_767, 1900  # of a sheet
EVENTS, SOURCES, EXPLAINED, ABOUT = "Timeline", "Sources", "Columns", "About"
OF_EVENT = "of_event"  # on the sheet of sources: the row that a report belongs to
FIRST = ("source", "title", "url", "published", "quote")  # what readers look for
FIELDS = (*FIRST, *(field.name for field in REPORT if field.name not in FIRST))
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDE = {"title": 60, "summary": 60, "quote": 80, "note": 30, "sources": 40, "addresses": 40, "url": 40, "about": 100}


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the workbook. Raises InputError, before a row is written, where a sheet cannot hold so many."""
    _fits(len(rows), "events")
    _fits(rows.reports, "reports")
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.use_zip64()
        book.set_properties(
            {
                "title": about.title,
                "subject": about.selection,
                "comments": "\n".join(f"{label}: {text}" for label, text in about.lines()),
                "created": datetime(2000, 1, 1),  # the clock changes no bytes
            }
        )
        events, sources = Sheet(book, EVENTS, HEADER), Sheet(book, SOURCES, (OF_EVENT, *FIELDS))
        for record in rows.records():
            events.add(*cells(record))
            for report in record[REPORTS]:
                sources.add(record["event_id"], *_reported(report))
        explained, told = Sheet(book, EXPLAINED, ("column", "about")), Sheet(book, ABOUT, ("what", "about"))
        for column in COLUMNS:
            explained.add(column.name, column.about)
        for line in about.lines():
            told.add(*line)
        for sheet in (events, sources, explained, told):
            sheet.close()


def _reported(report: Mapping[str, Any]) -> list[object]:
    return [folded(report[name], REPORT.field(name).type) for name in FIELDS]


class Sheet:
    """A sheet with a bold header that stays in view; rows are added from the top."""

    def __init__(self, book: Any, name: str, header: tuple[str, ...]) -> None:
        self.sheet, self.header, self.rows = book.add_worksheet(name), header, 0
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, column in enumerate(header):
            self.sheet.set_column(number, number, _WIDE.get(column, max(12, len(column) + 2)))
        self.sheet.write_row(0, 0, header, book.add_format({"bold": True}))
        self.sheet.freeze_panes(1, 0)

    def add(self, *values: object) -> None:
        """The next row."""
        self.rows += 1
        for number, value in enumerate(values):
            _write(self.sheet, self.rows, number, value, self.day)

    def close(self) -> None:
        """Lets readers filter all rows."""
        self.sheet.autofilter(0, 0, self.rows, len(self.header) - 1)


def _fits(rows: int, what: str) -> None:
    if rows >= MAX_ROWS:
        raise InputError(
            f"{rows:,} {what}", "export to xlsx", f"fewer than {MAX_ROWS:,}, since no sheet has more rows; CSV has"
        )


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
            text = printable(str(value))
            sheet.write_string(row, column, text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 3]}...")
