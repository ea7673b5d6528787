"""Exports that people open: CSV, XLSX, JSON, Parquet."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from tests.storage.export.conftest import ABOUT, Export
from timeline import read_timeline
from timeline.errors import InputError
from timeline.storage.export import Rows, export_file, export_rows, format_named
from timeline.storage.export.cells import HEADER
from timeline.table.columns import COLUMNS

FORMATS = ["csv", "xlsx", "json", "parquet"]


@pytest.fixture(scope="session")
def lines(export: Export, frame: pd.DataFrame) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export(frame, "csv").decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="session")
def sheet(export: Export, frame: pd.DataFrame) -> Any:
    return openpyxl.load_workbook(io.BytesIO(export(frame, "xlsx")))["Timeline"]


def cells(sheet: Any, row: int) -> dict[str, Any]:
    return dict(zip(HEADER, (cell for cell in sheet[row]), strict=True))


@pytest.mark.parametrize("format", FORMATS)
def test_export_gives_the_same_bytes_each_time(export: Export, frame: pd.DataFrame, format: str) -> None:
    assert export(frame, format) == export(frame, format)


@pytest.mark.parametrize("format", FORMATS)
def test_export_of_no_rows_is_a_file_that_opens(frame: pd.DataFrame, tmp_path: Path, format: str) -> None:
    export_file(Rows(frame[:0]), tmp_path / f"t.{format}", ABOUT)
    readers = {"csv": pd.read_csv, "xlsx": pd.read_excel, "json": _events, "parquet": pd.read_parquet}
    assert len(readers[format](tmp_path / f"t.{format}")) == 0  # type: ignore[operator]


def _events(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))["events"]


def test_export_of_a_selection_holds_only_that(export: Export, frame: pd.DataFrame) -> None:
    assert len(json.loads(export(frame[frame["event_id"] == "letter"], "json"))["events"]) == 1


def test_export_takes_the_format_from_the_name(export: Export, frame: pd.DataFrame, tmp_path: Path) -> None:
    export_file(Rows(frame), tmp_path / "t.PARQUET", ABOUT)
    assert read_timeline(tmp_path / "t.PARQUET").equals(frame)
    export_file(Rows(frame), tmp_path / "t.data", ABOUT, format="json")
    assert (tmp_path / "t.data").read_bytes() == export(frame, "json")


@pytest.mark.parametrize("name", ["t.pages", "t"])
def test_export_to_an_unknown_format_names_those_there_are(frame: pd.DataFrame, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="one of xlsx, docx, html, md, ics"):
        export_file(Rows(frame), tmp_path / name, ABOUT)
    assert not (tmp_path / name).exists()


def test_a_workbook_with_more_reports_than_a_sheet_has_rows_is_refused_before_it_is_begun(frame: pd.DataFrame) -> None:
    most = max(range(len(frame)), key=lambda row: len(frame["articles"].iloc[row]))
    numbers = np.full(600_000, most)
    file = io.BytesIO()
    with pytest.raises(InputError, match=r"1,200,000 reports: expected fewer than 1,048,576.*CSV has"):
        export_rows(Rows(frame, numbers), format_named("xlsx"), file, ABOUT)
    assert not file.getvalue()


def test_csv_joins_lists_and_flattens_reports(lines: list[dict[str, str]]) -> None:
    letter = lines[1]
    assert letter["persons"] == "Vladimir Putin; Kim Jong Un"
    assert letter["sources"] == "KCNA, 2022-08-16; Example Times"
    assert letter["addresses"] == "https://example.org/1"
    assert letter["built_with"] == "version 1.2.3; model m"
    assert (letter["checked"], letter["date_start"], letter["confidence"]) == ("true", "2022-08-15", "0.875")


def test_csv_leaves_open_ends_empty(lines: list[dict[str, str]]) -> None:
    assert (lines[0]["date_start"], lines[0]["date_end"]) == ("1861-05-01", "")


def test_csv_keeps_every_script_and_line_break(lines: list[dict[str, str]]) -> None:
    assert lines[1]["quote"] == "Путин написал Киму; 김정은이 답했다, “soon”.\nNext line."


def test_csv_holds_nothing_that_a_spreadsheet_would_run(export: Export, frame: pd.DataFrame) -> None:
    rows = csv.reader(io.StringIO(export(frame, "csv").decode("utf-8-sig"), newline=""))
    cells = [cell for row in rows for cell in row]
    assert '\'=HYPERLINK("https://evil.example")' in cells
    assert "'+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not _number(cell)]


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text != "+1"


def test_csv_begins_with_a_byte_order_mark_where_asked(export: Export, frame: pd.DataFrame) -> None:
    assert export(frame, "csv").startswith(b"event_id,")
    assert export(frame, "csv", bom=True).startswith(b"\xef\xbb\xbfevent_id,")


def test_xlsx_has_real_dates_numbers_and_booleans(sheet: Any) -> None:
    letter = cells(sheet, 3)
    assert letter["date_start"].value == datetime(2022, 8, 15)
    assert letter["date_start"].number_format == "yyyy-mm-dd"
    assert letter["confidence"].value == 0.875
    assert letter["checked"].value is True


def test_xlsx_writes_days_before_1900_as_text(sheet: Any) -> None:
    assert cells(sheet, 2)["date_start"].value == "1861-05-01"
    assert cells(sheet, 2)["date_end"].value is None


def test_xlsx_holds_text_and_no_formula_or_link(sheet: Any) -> None:
    title = cells(sheet, 3)["title"]
    assert title.value == '=HYPERLINK("https://evil.example")'
    assert title.data_type == "s"
    assert cells(sheet, 3)["addresses"].hyperlink is None
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_xlsx_freezes_the_header_and_can_be_filtered(sheet: Any) -> None:
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert [cell.value for cell in sheet[1]] == list(HEADER)


def test_xlsx_cuts_a_text_that_no_cell_can_hold(export: Export, frame: pd.DataFrame) -> None:
    long = frame.assign(note=pd.Series(["x" * 40_000, ""], dtype=frame["note"].dtype))
    sheet: Any = openpyxl.load_workbook(io.BytesIO(export(long, "xlsx")))["Timeline"]
    assert cells(sheet, 2)["note"].value == "x" * 32_764 + "..."


def test_json_has_lists_iso_dates_and_nulls(export: Export, frame: pd.DataFrame) -> None:
    treaty, letter = json.loads(export(frame, "json"))["events"]
    assert (treaty["date_start"], treaty["date_end"], treaty["lat"]) == ("1861-05-01", None, None)
    assert letter["persons"] == ["Vladimir Putin", "Kim Jong Un"]
    assert letter["articles"][0]["published"] == "2022-08-16"
    assert letter["articles"][0]["quote"].startswith("Путин")


def test_json_says_what_it_holds(export: Export, frame: pd.DataFrame) -> None:
    assert json.loads(export(frame, "json"))["about"] == {
        "title": "Ties",
        "filter": "Russia; from 2022",
        "address": "?actor=RUS&since=2022",
        "events": 2,
        "of": 9,
        "made_with": {"version": "1.2.3"},
    }


def test_csv_says_in_each_row_how_it_was_chosen(lines: list[dict[str, str]]) -> None:
    assert {line["selection"] for line in lines} == {"Russia; from 2022 (?actor=RUS&since=2022)"}


def test_parquet_says_what_it_holds(export: Export, frame: pd.DataFrame) -> None:
    said = pq.read_schema(io.BytesIO(export(frame, "parquet"))).metadata
    assert json.loads(said[b"tieline.about"])["filter"] == "Russia; from 2022"


def test_xlsx_says_what_it_holds(export: Export, frame: pd.DataFrame) -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(export(frame, "xlsx")))
    assert (book.properties.title, book.properties.subject) == ("Ties", "Russia; from 2022 (?actor=RUS&since=2022)")
    assert [row[1].value for row in book["About"]][1:4] == ["Ties", "2 of 9 events", "Russia; from 2022"]


def test_xlsx_explains_each_column_and_lists_each_source(export: Export, frame: pd.DataFrame) -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(export(frame, "xlsx")))
    assert [row[0].value for row in book["Columns"]][1:] == [column.name for column in COLUMNS]
    sources = [[cell.value for cell in row[:5]] for row in book["Sources"]][1:]
    assert sources[0] == ["letter", "KCNA", None, "https://example.org/1", datetime(2022, 8, 16)]
    assert [row[1] for row in sources] == ["KCNA", "Example Times"]


def test_export_of_a_large_table_is_written_in_batches(frame: pd.DataFrame) -> None:
    done: list[int] = []
    rows = Rows(frame, np.array([0, 1] * 1100), done.append)
    export_rows(rows, format_named("csv"), io.BytesIO(), ABOUT)
    assert done == [1000, 2000, 2200]


def test_json_is_one_record_a_line(export: Export, frame: pd.DataFrame) -> None:
    text = export(frame, "json").decode()
    assert len(text.splitlines()) == len(frame) + 4
    assert "Путин" in text
