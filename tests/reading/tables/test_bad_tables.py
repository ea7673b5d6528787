"""Tables that are broken: one clear line with file, row and column, and the other rows are read."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.reading.formats import metered
from timeline.reading.tables import import_events, read_map

Change = Callable[[list[str]], list[str]]
EVENTS = 6


def broken(tables: Path, tmp_path: Path, change: Change, name: str = "gdelt.export.CSV") -> str:
    """A copy of a sample, changed line by line."""
    path = tmp_path / name
    lines = (tables / name).read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(change(lines)) + "\n", encoding="utf-8")
    return str(path)


def cell(number: int, text: str, row: int = 2) -> Change:
    def change(lines: list[str]) -> list[str]:
        cells = lines[row - 1].split("\t")
        cells[number] = text
        return [*lines[: row - 1], "\t".join(cells), *lines[row:]]

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (cell(1, "20241340"), "row 2, column SQLDATE: 20241340: expected a day such as 2022-07-13"),
        (cell(1, ""), "row 2, column SQLDATE: nothing: expected a day"),
        (cell(26, "9x"), "row 2, column EventCode: 9x: expected a code of CAMEO such as 042"),
        (cell(59, "soon"), "row 2, column DATEADDED: soon: expected a day"),
        (lambda lines: [lines[0], lines[1][:40], *lines[2:]], "row 2: 1100000002: expected 61 cells, as in other rows"),
    ],
)
def test_bad_row_is_named_and_the_others_are_read(tables: Path, tmp_path: Path, change: Change, words: str) -> None:
    path = broken(tables, tmp_path, change)
    found = import_events([path])
    assert len(found.frame) == EVENTS - 1
    [wrong] = found.wrong
    assert words in f"{wrong.where}: {wrong.reason}"
    assert wrong.where.startswith(path)


def test_rows_after_a_bad_one_keep_their_numbers(tables: Path, tmp_path: Path) -> None:
    def change(lines: list[str]) -> list[str]:
        return cell(1, "never", row=4)([lines[0], "one cell", *lines[1:]])

    found = import_events([broken(tables, tmp_path, change)])
    assert sorted(each.where.rpartition("row ")[2] for each in found.wrong) == ["2", "4, column SQLDATE"]


def test_bytes_that_are_no_utf8_take_nothing_else_with_them(tables: Path, tmp_path: Path) -> None:
    path = tmp_path / "latin.CSV"
    path.write_bytes((tables / "gdelt.export.CSV").read_bytes().replace(b"Pyongyang,", b"Pyong\xffyang,", 1))
    found = import_events([str(path)])
    assert len(found.frame) == EVENTS
    assert "Pyong\N{REPLACEMENT CHARACTER}yang" in set(found.frame["place"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "but this is empty"),
        (b"\n\n", "but this is empty"),
        (b"a,b,c\n1,2,3\n", "row 1: a, b, c: expected a table of GDELT, ICEWS, POLECAT or ACLED"),
        (b"\x00\xff\x00junk", "expected a table of GDELT"),
        (gzip.compress(b"1\t2\n" * 9000)[:60], "damaged"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"a," + b"b" * 140_000 + b"\n1,2\n", "expected a table of GDELT"),
        (b"a,b\rc,d\n1,2\n", "row 1: expected a table of GDELT"),
    ],
    ids=["empty", "blank", "other", "junk", "gzip", "zip", "long", "return"],
)
def test_file_that_is_no_table_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"table\.csv") as error:
        import_events([str(path)])
    assert words in str(error.value)


def test_archive_of_several_files_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("b.csv", "x")
    with pytest.raises(InputError, match="there are 2 files in it"):
        import_events([str(tmp_path / "two.zip")])


def test_archive_with_a_password_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "x")
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(InputError, match="without a password"):
        import_events([str(tmp_path / "a.zip")])


@pytest.mark.parametrize("name", ["a.gz", "a.zip"])
def test_bomb_is_stopped(tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(metered, "FREE", 2**20)
    content = (tables / "acled.csv").read_bytes() + b"\n" * 2**24
    if name == "a.gz":
        (tmp_path / name).write_bytes(gzip.compress(content))
    else:
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.csv", content)
    with pytest.raises(InputError, match="unpacks to no more than"):
        import_events([str(tmp_path / name)])


def test_mark_in_a_cell_is_a_blank(tables: Path, tmp_path: Path) -> None:
    path = broken(tables, tmp_path, cell(26, "04\x1f2"))
    found = import_events([path])
    assert len(found.frame) == EVENTS - 1
    assert "column EventCode: 04 2" in found.wrong[0].where + ": " + found.wrong[0].reason


@pytest.mark.parametrize("name", ["gdelt.export.CSV", "icews.tab"])
def test_quotation_mark_between_tabs_is_a_letter(tables: Path, tmp_path: Path, name: str) -> None:
    def change(lines: list[str]) -> list[str]:
        return [line.replace("\tPyongyang", '\t"Pyongyang') for line in lines]

    found = import_events([broken(tables, tmp_path, change, name)])
    assert len(found.frame) == len(import_events([str(tables / name)]).frame)
    assert '"Pyongyang' in set(found.frame["place"])


def test_table_between_tabs_with_all_cells_quoted_is_read(tables: Path, tmp_path: Path) -> None:
    def change(lines: list[str]) -> list[str]:
        return ["\t".join(f'"{cell}"' for cell in line.split("\t")) for line in lines]

    found = import_events([broken(tables, tmp_path, change, "icews.tab")])
    assert found.frame.equals(import_events([str(tables / "icews.tab")]).frame)


def test_stray_quotation_mark_is_no_crash(tables: Path, tmp_path: Path) -> None:
    def change(lines: list[str]) -> list[str]:
        return [*lines[:2], lines[2].replace(",03", ',"03'), *lines[3:]]

    path = broken(tables, tmp_path, change, "acled.csv")
    found = import_events([path])
    assert len(found.frame) == 1  # the quotation mark swallows what stands behind it
    assert found.wrong[0].where == f"{path}, row 3"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("date=when", "expected columns for date, type, source at least"),
        ("date=when,colour=red", "--map: colour: expected FIELD=COLUMN, with one of the fields date, source"),
        ("date=", "--map: date: expected FIELD=COLUMN"),
        (" ", "--map"),
    ],
)
def test_map_that_is_none_is_refused(words: str, says: str) -> None:
    with pytest.raises(InputError) as error:
        read_map(words)
    assert says in str(error.value)


def test_map_with_a_column_that_is_not_there_names_the_file(tables: Path) -> None:
    with pytest.raises(InputError, match=r"own\.csv, row 1"):
        import_events([str(tables / "own.csv")], read_map("date=when,source=nobody,type=kind"))
