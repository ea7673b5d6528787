"""What leaves the page: files, pictures, citations."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from dashboards.views.looks import LOOKS
from timeline.storage.export import FORMATS
from timeline.table.filter import Filter, select

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Serve = Callable[[pd.DataFrame, Path], AbstractContextManager[str]]


@pytest.fixture(scope="module")
def supported(table: pd.DataFrame) -> pd.DataFrame:
    """What the address ASKED shows."""
    return select(table, Filter(since=date(2022, 1, 1), types=("SUPPORT",)))


ASKED = "?since=2022&type=SUPPORT"


def menu(page: Page) -> None:
    expect(page.locator("#count")).not_to_be_empty()
    page.get_by_role("button", name="Export").click()


def downloaded(page: Page, label: str) -> tuple[str, bytes]:
    menu(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile(f"^{label}")).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_the_menu_offers_every_format_in_words(address: str, visit: Open) -> None:
    page = visit(f"{address}/{ASKED}")
    menu(page)
    for format in FORMATS:
        expect(page.get_by_role("button", name=re.compile(f"^{re.escape(format.label)}"))).to_be_visible()


def test_the_csv_holds_what_is_shown_and_says_so(address: str, visit: Open, supported: pd.DataFrame) -> None:
    name, content = downloaded(visit(f"{address}/{ASKED}"), "CSV table")
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    assert [row["event_id"] for row in rows] == supported["event_id"].tolist()
    assert {row["selection"] for row in rows} == {"Since 2022; Diplomatic support (?since=2022&type=SUPPORT)"}
    assert name == f"russia-and-north-korea-{len(supported)}-events.csv"


def test_the_workbook_holds_what_is_shown(address: str, visit: Open, supported: pd.DataFrame) -> None:
    name, content = downloaded(visit(f"{address}/{ASKED}"), "Excel workbook")
    head, *rows = load_workbook(io.BytesIO(content))["Timeline"].iter_rows(values_only=True)
    assert [row[head.index("event_id")] for row in rows] == supported["event_id"].tolist()
    assert name.endswith(".xlsx")


def text_of(format: str, content: bytes) -> str:
    """The words of a file, however it is packed."""
    if format == "parquet":
        return str(pd.read_parquet(io.BytesIO(content))["title"].tolist())
    if format in ("docx", "xlsx"):
        with ZipFile(io.BytesIO(content)) as parts:
            return "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    return content.decode()


def test_every_format_holds_what_is_shown_and_no_more(odd: str, visit: Open) -> None:
    page = visit(f"{odd}/?type=SANCTION")
    for format in FORMATS:
        sources = format.name in ("bibtex", "csljson")
        inside, outside = ("KCNA", "The Courier") if sources else ("A break", "An earlier visit")
        name, content = downloaded(page, format.label)
        assert name == f"north-korea-and-russia-1-events.{format.ending}"
        text = text_of(format.name, content)
        assert inside in text, format.name
        assert outside not in text, format.name
        expect(page.get_by_role("region", name="The file that is written")).to_contain_text(f"ready, {name}")


def test_the_view_is_saved_as_a_picture(address: str, visit: Open) -> None:
    page = visit(f"{address}/{ASKED}", scheme="dark")
    name, content = downloaded(page, "PNG picture")
    assert content.startswith(b"\x89PNG")
    assert name == "russia-and-north-korea-tieline.png"
    assert b"<svg" in downloaded(page, "SVG drawing")[1][:200]


@pytest.mark.parametrize("look", [look.name for look in LOOKS[1:]])
def test_each_way_to_look_is_saved_as_a_picture(address: str, visit: Open, look: str) -> None:
    page = visit(f"{address}/?look={look}", painted="#lanes .main-svg")
    _, content = downloaded(page, "PNG picture")
    assert content.startswith(b"\x89PNG")
    assert len(content) > 10_000


def test_events_are_cited(address: str, visit: Open) -> None:
    page = visit(f"{address}/?since=2022&event=RPRK-150")
    expect(page.locator("#evidence h2")).to_be_visible()
    menu(page)
    page.get_by_role("button", name="Cite …").click()
    told = page.get_by_role("dialog").locator(".citation")
    expect(told).to_have_count(4)
    apa, bibtex, selection, selection_bibtex = told.all_inner_texts()
    assert f"{address}/?event=RPRK-150" in apa
    assert f"{address}/?since=2022" in selection
    assert bibtex.startswith("@")
    assert selection_bibtex.startswith("@")
    page.keyboard.press("Escape")
    page.locator("#evidence").get_by_role("button", name="Cite").click()
    expect(told).to_have_count(4)
    expect(told.first).to_be_visible()


@pytest.fixture(scope="module")
def crowd(table: pd.DataFrame) -> pd.DataFrame:
    """The shipped timeline forty times over."""
    copies = [table.assign(event_id=table["event_id"] + f"-{n}") for n in range(40)]
    return pd.concat(copies, ignore_index=True)


def test_a_large_file_is_written_in_the_background_and_can_be_stopped(
    serve: Serve, crowd: pd.DataFrame, visit: Open, tmp_path: Path
) -> None:
    with serve(crowd, tmp_path / "events.parquet") as here:
        page = visit(here, painted="#count:not(:empty)")
        menu(page)
        page.get_by_role("button", name=re.compile("^Excel workbook")).click()
        notice = page.locator("#export-notice")
        expect(notice).to_contain_text(re.compile(rf"Excel workbook: [\d,]+ of {len(crowd):,} events"), timeout=20_000)
        expect(notice).to_be_in_viewport()
        page.evaluate("tieline.go({ since: '2022' })")  # one goes on meanwhile
        expect(page.locator("#count")).to_contain_text(f" of {len(crowd):,} events")
        page.go_back()
        expect(page.locator("#count")).to_have_text(f"All {len(crowd):,} events")
        notice.get_by_role("button", name="Cancel").click()
        expect(notice).to_have_class(re.compile("unseen"))
        _, content = downloaded(page, "JSON data")
        assert json.loads(content)["about"]["events"] == len(crowd)
