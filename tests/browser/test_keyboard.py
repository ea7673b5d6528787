"""The page by keyboard alone, and what it says to those who listen."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from dashboards.views.help import KEYS
from timeline.table.filter import Filter, select

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
FEW = "?actor=JPN"


def standing(page: Page) -> str:
    """The event that the keyboard stands on, as it is said."""
    active = page.locator("#walk").get_attribute("aria-activedescendant")
    option = page.locator(f"#{active}")
    return f"{option.get_attribute('aria-posinset')}/{option.get_attribute('aria-setsize')} {option.inner_text()}"


def test_arrow_keys_walk_along_a_lane_and_across_lanes(address: str, visit: Open) -> None:
    page = visit(f"{address}/{FEW}")
    page.keyboard.press("t")
    expect(page.locator("#walk")).to_be_focused()
    first = standing(page)
    assert re.match(r"1/\d+ \w.*\. Event 1 of \d+: \d", first)
    page.keyboard.press("ArrowRight")
    assert standing(page).startswith("2/")
    page.keyboard.press("ArrowLeft")
    assert standing(page).split(": ", 1)[1] == first.split(": ", 1)[1]
    page.keyboard.press("ArrowLeft")
    assert standing(page).startswith("1/")  # there is nothing before the first
    page.keyboard.press("End")
    place, total = standing(page).split(" ")[0].split("/")
    assert place == total
    page.keyboard.press("ArrowDown")
    lane = re.search(r" (\D+)\. Event", standing(page))
    assert lane
    assert (page.locator("#lanes .annotation-text").nth(1).text_content() or "").startswith(lane[1])


def test_what_the_keyboard_stands_on_is_seen(address: str, visit: Open) -> None:
    page = visit(f"{address}/{FEW}")
    page.keyboard.press("t")
    page.keyboard.press("End")
    expect(page.locator("#walk-ring")).to_be_visible()
    said = standing(page).split("known. ")[-1].split(". ")[0]
    expect(page.locator("#lanes .hoverlayer")).to_contain_text(said[:12])
    page.keyboard.press("Tab")
    expect(page.locator("#walk-ring")).to_be_hidden()
    expect(page.locator("#lanes .hoverlayer .hovertext")).to_have_count(0)


def test_enter_opens_the_evidence_and_escape_leads_back(address: str, visit: Open) -> None:
    page = visit(f"{address}/{FEW}")
    page.keyboard.press("t")
    page.keyboard.press("End")
    where, chart = standing(page), page.locator("#lanes .main-svg").first
    width = chart.get_attribute("width") or ""
    page.keyboard.press("Enter")
    title = page.locator("#evidence h2")
    assert title.inner_text() in where
    expect(page.locator("#evidence")).to_be_focused()
    expect(chart).not_to_have_attribute("width", width)  # it gives way to the evidence
    page.wait_for_timeout(200)
    expect(page.locator("#said")).to_have_text(f"Evidence: {title.inner_text()}")
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()
    expect(page.locator("#walk")).to_be_focused()
    assert standing(page).split(": ", 1)[1] == where.split(": ", 1)[1]


def test_a_slash_searches_and_a_question_mark_helps(address: str, visit: Open) -> None:
    page = visit(f"{address}/{FEW}")
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Help")
    expect(help_).to_contain_text("the event before, the event after")
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.type("t?/s")  # letters are letters where one writes
    expect(page.locator("#text")).to_have_value("t?/s")
    expect(help_).to_be_hidden()


def test_the_events_before_and_after_open_in_place(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(f"{address}/?actor=RUS&event=RPRK-140")
    near = page.get_by_role("list", name="Events before and after").get_by_role("link")
    expect(near).to_have_count(6)
    dates = [
        str(table.loc[table["event_id"] == one.get_attribute("data-event"), "date_start"].iloc[0]) for one in near.all()
    ]
    assert dates == sorted(dates)
    later = near.nth(3).get_attribute("data-event")
    near.nth(3).click()
    expect(page).to_have_url(f"{address}/?actor=RUS&event={later}")
    expect(page.locator("#evidence h2")).to_have_text(table.loc[table["event_id"] == later, "title"].iloc[0])
    expect(page.locator("#count")).not_to_contain_text("All")  # the filter stays


def test_the_export_menu_opens_and_closes_by_keyboard(address: str, visit: Open) -> None:
    page = visit(f"{address}/{FEW}")
    button = page.get_by_role("button", name="Export")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.locator("#export-menu button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.locator("#export-menu")).to_be_hidden()


def test_every_way_to_look_is_walked_and_opened_by_keyboard(address: str, visit: Open) -> None:
    page = visit(f"{address}/?look=calendar&since=2022", painted="#lanes .main-svg")
    page.locator(".in-words").wait_for()
    page.keyboard.press("t")
    page.keyboard.press("End")
    assert "December" in standing(page)
    page.keyboard.press("ArrowLeft")
    said = standing(page)
    assert "November" in said
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text(re.compile(r"^\d of"))
    expect(page).to_have_url(re.compile(r"since=\d{4}-11"))


def test_a_sentence_tells_what_the_timeline_shows(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    assert page.evaluate("document.activeElement === document.body")  # nothing has the focus that nobody gave it
    years = f"{table['date_start'].iloc[0].year} to {table['date_start'].max().year}"
    expect(page.locator(".in-words")).to_contain_text(f"{len(table)} events, {years}, ")
    page.get_by_role("searchbox", name="Words").fill("letter")
    expect(page.locator(".in-words")).not_to_contain_text(f"{len(table)} events")
    expect(page.locator("#said")).to_have_text(page.locator(".in-words").inner_text())
    page.get_by_role("searchbox", name="Words").fill("zeppelin")
    expect(page.locator("#said")).to_have_text("No event fits all of these filters")


def test_one_click_tells_what_has_happened_and_how_it_is_known(address: str, table: pd.DataFrame, visit: Open) -> None:
    """What has happened between Russia and North Korea since 2022, and how do we know?"""
    page = visit(address)
    link = page.get_by_role("link", name="North Korea and Russia since 2022")
    link.click()
    asked = Filter(actors=("PRK", "RUS"), since=date(2022, 1, 1))
    found = select(table, asked)
    expect(page.locator("#count")).to_have_text(f"{len(found)} of {len(table)} events")
    event = found.sort_values("salience", ascending=False).iloc[0]
    expect(page).to_have_url(f"{address}/?actor=PRK&actor=RUS&since=2022&event={event['event_id']}")
    expect(page.locator("#evidence h2")).to_have_text(event["title"])
    expect(page.locator("#evidence .reports li .quote").first).to_be_visible()
    expect(page.locator("#table .ag-row-selected")).to_have_attribute("row-id", event["event_id"])
    expect(link).to_be_hidden()


def test_on_a_phone_the_evidence_covers_no_answer_before_it_is_asked_for(address: str, visit: Open) -> None:
    page = visit(address, width=390, height=844)
    page.get_by_role("link", name="North Korea and Russia since 2022").click()
    expect(page).to_have_url(f"{address}/?actor=PRK&actor=RUS&since=2022")
    expect(page.locator("#evidence")).to_be_hidden()
    page.locator("#table .ag-row [col-id=title]:not(:empty)").first.click()
    expect(page.locator("#evidence .reports li").first).to_be_visible()


STOP = "(e => (e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText).trim().split('\\n')[0])"


def test_the_tab_key_leads_through_the_whole_page_and_the_table_is_one_stop(odd: str, visit: Open) -> None:
    page = visit(f"{odd}/?actor=PRK&since=2022&event=letter")
    expect(page.locator("#evidence h2")).to_be_visible()
    page.locator("#table .ag-row [col-id=title]:not(:empty)").first.wait_for()
    reached: list[str] = []
    while "Copy link to this event" not in reached:
        page.keyboard.press("Tab")
        reached.append(page.evaluate(f"{STOP}(document.activeElement)"))
        assert len(reached) < 100, reached
    stops = iter(reached)
    for name in (
        *("Skip to the timeline", "Story", "Copy link", "Export", "As the system", "Help", "Clear all", "Words", "Who"),
        *("From year", "Sanction or break", "Did it happen?", "Disputed", "New since", "Since 2022", "Timeline"),
        *("The chart, by arrow keys", "Columns", "Date", "The event before", "The Courier", "Cite"),
    ):
        assert name in stops, name  # in this order
    assert reached.index("The event before") - reached.index("Columns") < 4


def test_views_lanes_scheme_chips_and_sorting_need_no_mouse(odd: str, visit: Open) -> None:
    page = visit(f"{odd}/?since=2022")
    page.locator("#look input:checked").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#chart.look-calendar")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#chart.look-timeline")).to_be_visible()
    page.locator("#lanes-by input:checked").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("lanes=dyad"))
    page.locator("#scheme-choice input:checked").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.locator(".chip").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(0)
    dates = page.locator("#table .ag-header-cell").first
    dates.focus()
    for order in ("descending", "none", "ascending"):
        expect(dates).to_have_attribute("aria-sort", order)
        page.keyboard.press("Enter" if order != "ascending" else "Tab")
    expect(page.locator("#table .ag-row[row-index='0'] [col-id=title]")).to_have_text("A break")
    page.get_by_role("button", name="Export").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=re.compile("^CSV table")).focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")


def test_the_help_button_tells_every_key(odd: str, visit: Open) -> None:
    page = visit(odd)
    page.get_by_role("button", name="Help").click()
    told = page.get_by_role("dialog", name="Help").locator("kbd").all_inner_texts()
    assert told == [key for names, _ in KEYS for key in names]
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Help")).to_be_focused()
