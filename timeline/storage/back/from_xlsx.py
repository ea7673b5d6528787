"""An exported workbook: the sheet of events, and the reports of each from the sheet of sources."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

import defusedxml  # noqa: F401 - with it, openpyxl refuses entities that grow
import openpyxl
from openpyxl.utils.escape import unescape

from timeline.damage import PARSED, shielded
from timeline.errors import InputError
from timeline.storage.back.values import from_cell, nested
from timeline.storage.export.as_xlsx import EVENTS, OF_EVENT, SOURCES
from timeline.storage.export.cells import FOR_READERS, REPORTS
from timeline.table.columns import COLUMNS, REPORT

Rows = list[dict[str, Any]]
EXPECTED = "a timeline in a workbook, as tieline export writes it"
FREE = 64 * 2**20  # bytes that any workbook may unpack to
MOST = 250  # times its size that a larger one may, as of articles


def read(content: bytes, where: str) -> dict[str, list[Any]]:
    """The columns; raises InputError for what is no such workbook."""
    with shielded(where, EXPECTED, (*PARSED, BadZipFile)):
        rows, told = _sheets(content, where)
    kinds = {column.name: column.type for column in COLUMNS if column.name != REPORTS}
    columns = {
        name: [from_cell(row.get(name), kind) for row in rows] for name, kind in kinds.items() if _has(rows, name)
    }
    reports = _reports(told)
    return columns | {REPORTS: [reports.get(str(row.get("event_id")), []) for row in rows]} | _unknown(rows, kinds)


def _sheets(content: bytes, where: str) -> list[Rows]:
    """The rows of both sheets. Raises InputError where one is missing, or where they would fill the memory."""
    with ZipFile(io.BytesIO(content)) as packed:
        size = sum(member.file_size for member in packed.infolist())  # no more of a member is ever unpacked
    if size > max(FREE, MOST * len(content)):
        raise InputError(where, expected=f"{EXPECTED}, but this unpacks to more than {MOST} times its size")
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in (EVENTS, SOURCES):
        if sheet not in book.sheetnames:
            raise InputError(where, expected=f"{EXPECTED}, but it has no sheet {sheet}")
    return [list(_rows(book[sheet])) for sheet in (EVENTS, SOURCES)]


def _reports(rows: Rows) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        report = {field.name: nested(from_cell(row.get(field.name), field.type), field.type) for field in REPORT}
        found.setdefault(str(row.get(OF_EVENT)), []).append(report)
    return found


def _rows(sheet: Any) -> Iterator[dict[str, Any]]:
    lines = sheet.iter_rows(values_only=True)
    header = [str(name) for name in next(lines, ())]
    for line in lines:
        if any(value is not None for value in line):
            cells = (unescape(value) if isinstance(value, str) else value for value in line)  # _x000D_ is a letter
            yield dict(zip(header, cells, strict=False))


def _has(rows: list[dict[str, Any]], name: str) -> bool:
    return not rows or name in rows[0]


def _unknown(rows: list[dict[str, Any]], known: Any) -> dict[str, list[Any]]:
    """Columns that a timeline does not have: the check names them."""
    names = rows[0].keys() - {*known, *FOR_READERS} if rows else ()
    return {name: [row.get(name) for row in rows] for name in names}
