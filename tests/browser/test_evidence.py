"""The evidence of an event names all that is known of it; and the table lists the events that the chart shows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.browser.odd import QUOTE, REPORT

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def test_the_evidence_says_what_is_known_how_and_from_whom(odd: str, visit: Open) -> None:
    panel = visit(f"{odd}/?event=letter").locator("#evidence")
    expect(panel.locator("h2")).to_have_text("Kim receives a message")
    expect(panel.locator(".ev-date")).to_have_text(re.compile("July 2022.*day not known"))
    facts = panel.locator("dl.facts > div")
    said: dict[str, str | re.Pattern[str]] = {
        "When": "“last month”, counted from publication on 15 August 2022: July 2022, day not known.",
        "Who": "Russia → North Korea",
        "What": re.compile(r"Meeting or message \(letter or message\)\. .* Cooperation in words"),
        "People": "Vladimir Putin",
        "Claimed by": "North Korea",
        "Date in EDTF": "2022-07",
        "Confidence": "100%",
    }
    for name, words in said.items():
        expect(facts.filter(has=panel.page.get_by_text(name, exact=True)).locator("dd")).to_have_text(words)
    expect(panel.locator("h3").first).to_have_text("2 reports, 2 publishers")
    reports = panel.locator(".reports > li")
    expect(reports).to_have_count(2)
    expect(reports.first.locator(".quote")).to_have_text(QUOTE)
    for kind, marked in (("date", ["last month"]), ("actor", ["Pyongyang", "Putin"]), ("trigger", ["received"])):
        expect(reports.first.locator(f"mark.{kind}")).to_have_text(marked)
    source = reports.first.locator(".source")
    expect(source).to_have_text(re.compile("The Courier.*published 15 August 2022"))
    expect(source.get_by_role("link")).to_have_attribute("href", REPORT.url)
    near = panel.get_by_role("list", name="Events before and after").locator("li")
    expect(near).to_contain_text(["An earlier visit", "This event", "One of two of a day"])
    expect(near.filter(has_text="A break")).to_have_count(0)  # Japan's


def test_the_table_holds_no_more_rows_than_are_seen(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    page.locator("#table .ag-row [col-id=title]:not(:empty)").first.wait_for()
    expect(page.locator("#table [aria-rowcount]").first).to_have_attribute("aria-rowcount", str(len(table) + 1))
    assert page.locator("#table .ag-center-cols-container .ag-row").count() < 60
    page.locator("#table .ag-body-viewport").evaluate("rows => rows.scrollTop = rows.scrollHeight")
    last = page.locator(f"#table .ag-row[row-index='{len(table) - 1}'] [col-id=title]")
    expect(last).to_have_text(table["title"].iloc[0])


def test_row_and_mark_are_selected_together(odd: str, visit: Open) -> None:
    page = visit(f"{odd}/?since=2022")
    row = page.locator("#table .ag-row").filter(has_text="A break")
    row.locator("[col-id=title]").click()
    expect(page.locator("#evidence h2")).to_have_text("A break")
    expect(page.locator("#lanes .rings span")).to_have_count(2)  # in the lanes of both
    page.keyboard.press("Escape")
    expect(page.locator("#lanes .rings span")).to_have_count(0)
    expect(row).not_to_have_class(re.compile("ag-row-selected"))
    page.locator("#walk").focus()
    page.keyboard.press("Enter")
    title = page.locator("#evidence h2").inner_text()
    expect(page.locator("#table .ag-row-selected [col-id=title]")).to_have_text(title)
