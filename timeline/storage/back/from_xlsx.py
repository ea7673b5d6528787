"""An exported workbook: the sheet of events, and the reports of each from the sheet of sources."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

import defusedxml  # noqa: F401 - with it, openpyxl refuses entities that grow
import openpyxl
from openpyxl.utils.escape import unescape

from timeline.errors import InputError
from timeline.storage.back.values import from_cell, nested
from timeline.storage.export.as_xlsx import EVENTS, OF_EVENT, SOURCES
from timeline.storage.export.cells import FOR_READERS, REPORTS
from timeline.table.columns import COLUMNS, REPORT


def read(content: bytes, where: str) -> dict[str, list[Any]]:
    """The columns; raises InputError for what is no such workbook."""
    expected = "a timeline in a workbook, as tieline export writes it"
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, KeyError, OSError, ValueError) as error:
        raise InputError(where, expected=f"{expected}, but this cannot be read as such ({error})") from None
    for sheet in (EVENTS, SOURCES):
        if sheet not in book.sheetnames:
            raise InputError(where, expected=f"{expected}, but it has no sheet {sheet}")
    rows = list(_rows(book[EVENTS]))
    kinds = {column.name: column.type for column in COLUMNS if column.name != REPORTS}
    columns = {
        name: [from_cell(row.get(name), kind) for row in rows] for name, kind in kinds.items() if _has(rows, name)
    }
    reports = _reports(book[SOURCES])
    return columns | {REPORTS: [reports.get(str(row.get("event_id")), []) for row in rows]} | _unknown(rows, kinds)


def _reports(sheet: Any) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(sheet):
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
