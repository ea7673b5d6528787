"""What was exported, read back: the same table."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pandas as pd
import pytest

from tests.storage.export.conftest import Export, event
from timeline import read_timeline
from timeline.errors import InputError, TableError
from timeline.storage.back import from_xlsx
from timeline.table.frame import to_frame

CARRIERS = ["csv", "xlsx", "json", "parquet"]
ODD = [
    "'=1",
    "''+2",
    "-1",
    " =x",
    "; a",
    "a; b",
    "[x",
    '["x"]',
    "{",
    "",
    " ",
    "\t",
    "a\r\nb\rc\nd",
    '"q", "r"',
    "＝1",
    "🤝",
]


@pytest.fixture(scope="module")
def odd(frame: pd.DataFrame) -> pd.DataFrame:
    """Text that a cell might mistake for something else, in texts and in lists."""
    rows = to_frame([event(f"e{n:02}", "1900-01-15", "", url=text) for n, text in enumerate(ODD)], {"model": "a; b"})
    lists = [[text, "b"] if n % 2 else [text] for n, text in enumerate(ODD)]
    return rows.assign(
        title=pd.Series(ODD, dtype=frame["title"].dtype),
        persons=pd.Series(lists, dtype=frame["persons"].dtype),
        lat=pd.Series([-12.5] * len(ODD), dtype=frame["lat"].dtype),
    )


@pytest.mark.parametrize("format", CARRIERS)
@pytest.mark.parametrize("table", ["frame", "odd", "uncertain"])
def test_a_table_comes_back_as_it_was(
    export: Export, tmp_path: Path, format: str, table: str, request: pytest.FixtureRequest
) -> None:
    written: pd.DataFrame = request.getfixturevalue(table)
    if table == "uncertain" and format == "xlsx":
        written = written[written["event_id"] != "hostile"].reset_index(drop=True)  # holds what no XML may hold
    (tmp_path / "file").write_bytes(export(written, format))
    pd.testing.assert_frame_equal(read_timeline(tmp_path / "file"), written)


@pytest.mark.parametrize("format", CARRIERS)
def test_no_rows_come_back_as_none(export: Export, frame: pd.DataFrame, tmp_path: Path, format: str) -> None:
    (tmp_path / "file").write_bytes(export(frame[:0], format))
    assert len(read_timeline(tmp_path / "file")) == 0


def test_a_csv_comes_back_with_its_byte_order_mark(export: Export, frame: pd.DataFrame, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(export(frame, "csv", bom=True))
    assert read_timeline(tmp_path / "file").equals(frame)


def test_a_value_that_was_changed_by_hand_is_named_with_its_row(
    export: Export, frame: pd.DataFrame, tmp_path: Path
) -> None:
    path = tmp_path / "events.csv"
    lines = list(csv.reader(io.StringIO(export(frame, "csv").decode(), newline="")))
    lines[2][lines[0].index("date_end")] = "soon"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    with pytest.raises(TableError, match=r"events.csv, row 2, column date_end: soon: expected a date"):
        read_timeline(path)


def test_a_workbook_that_was_changed_by_hand_is_read(export: Export, frame: pd.DataFrame, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(frame, "xlsx")))
    sheet = book["Timeline"]
    names = [cell.value for cell in sheet[1]]
    sheet.cell(3, names.index("note") + 1).value = "seen"
    sheet.cell(3, names.index("published_first") + 1).value = date(2022, 8, 17)
    book.save(tmp_path / "events.xlsx")
    changed = read_timeline(tmp_path / "events.xlsx")
    assert changed["note"].tolist() == ["", "seen"]
    assert changed["published_first"].iloc[1] == date(2022, 8, 17)


def with_member(book: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one of its files in another's place."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(book)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return out.getvalue()


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"])
def test_a_workbook_whose_xml_is_broken_is_refused(
    export: Export, frame: pd.DataFrame, tmp_path: Path, name: str
) -> None:
    book = export(frame, "xlsx")
    whole = ZipFile(io.BytesIO(book)).read(name)
    (tmp_path / "t.xlsx").write_bytes(with_member(book, name, whole[: len(whole) // 2] + b"<<"))
    with pytest.raises(InputError, match=r"t.xlsx: expected a timeline in a workbook, .* it is damaged") as caught:
        read_timeline(tmp_path / "t.xlsx")
    assert len(str(caught.value).splitlines()) == 1


def test_a_workbook_that_would_fill_the_memory_is_refused(
    export: Export, frame: pd.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_xlsx, "FREE", 2**20)
    bomb = with_member(export(frame, "xlsx"), "xl/worksheets/sheet2.xml", b" " * 2**24)
    (tmp_path / "t.xlsx").write_bytes(bomb)
    with pytest.raises(InputError, match="unpacks to more than 250 times its size"):
        read_timeline(tmp_path / "t.xlsx")


def test_a_cell_that_is_nested_too_deeply_is_named(export: Export, frame: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    lines = list(csv.reader(io.StringIO(export(frame, "csv").decode(), newline="")))
    lines[1][lines[0].index("persons")] = "[" * 20_000
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    with pytest.raises(TableError, match="row 1, column persons"):
        read_timeline(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"events": 7}', "holds no list of events"),
        (b"[1, 2]", "holds no list of events"),
        (b'{"events": [', "a timeline in JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"PK\x03\x04junk", "a timeline in a workbook"),
        (b'event_id,title\n"a,b\n', "title|CSV"),
        (b"event_id,title\na,b\n", "also_ids: expected a column of this name"),
        (b"anything else", "a timeline in Parquet"),
    ],
)
def test_a_file_that_is_no_timeline_is_refused_in_one_line(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(InputError, match=said) as caught:
        read_timeline(tmp_path / "file")
    assert len(str(caught.value).splitlines()) == 1
