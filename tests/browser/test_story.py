"""The story: the events that stand out, one by one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from timeline.table.stops import story_stops

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
TOLD = "#story-body .stop-title"


@pytest.fixture(scope="module")
def stops(table: pd.DataFrame) -> pd.DataFrame:
    return story_stops(table)


def test_the_story_is_walked_by_keys_and_buttons_and_left_by_escape(
    address: str, stops: pd.DataFrame, visit: Open
) -> None:
    page = visit(address)
    page.get_by_role("button", name="Story", exact=True).click()
    title = page.get_by_role("region", name="Story").get_by_role("heading", level=2)
    expect(title).to_have_text(stops["title"].iloc[0])
    expect(page.locator("#filters")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(title).to_have_text(stops["title"].iloc[1])
    expect(page.locator("#said")).to_have_text(f"2 of {len(stops)}: {stops['title'].iloc[1]}")
    page.get_by_role("link", name="The next stop").click()
    expect(title).to_have_text(stops["title"].iloc[2])
    expect(page).to_have_url(f"{address}/?story=1&event={stops['event_id'].iloc[2]}")
    page.keyboard.press("ArrowLeft")
    expect(title).to_have_text(stops["title"].iloc[1])
    page.keyboard.press("Escape")
    expect(page.locator("#filters")).to_be_visible()
    expect(page.locator("#evidence h2")).to_have_text(stops["title"].iloc[1])  # one is not lost


def test_a_link_into_the_story_opens_it_there(address: str, stops: pd.DataFrame, visit: Open) -> None:
    page = visit(f"{address}/?story=1&event={stops['event_id'].iloc[-1]}", painted=TOLD)
    expect(page.locator(TOLD)).to_have_text(stops["title"].iloc[-1])
    expect(page.locator(".stop-place")).to_have_text(f"{len(stops)} of {len(stops)}")
    expect(page.locator("#story-body .quote, #story-body .source").first).to_be_visible()
    expect(page.locator("#overview-now")).to_be_visible()
    page.get_by_role("list", name="Stops").get_by_role("link").first.click()
    expect(page.locator(TOLD)).to_have_text(stops["title"].iloc[0])
    page.go_back()
    expect(page.locator(TOLD)).to_have_text(stops["title"].iloc[-1])
    page.get_by_role("button", name="Leave the story").click()
    expect(page).to_have_url(f"{address}/?event={stops['event_id'].iloc[-1]}")


def test_the_strip_shows_where_in_time_the_story_is(address: str, stops: pd.DataFrame, visit: Open) -> None:
    page = visit(f"{address}/?story=1", painted=TOLD)
    before = 0.0
    marker = page.locator("#overview-now")
    for number in range(3):
        expect(page.locator(TOLD)).to_have_text(stops["title"].iloc[number])
        expect(marker).to_be_visible()
        page.wait_for_function(
            "before => parseFloat(document.querySelector('#overview-now').style.left) > before",
            arg=before,
        )
        before = page.evaluate("parseFloat(document.querySelector('#overview-now').style.left)")
        page.keyboard.press("ArrowRight")


def test_a_phone_swipes_through_the_story(address: str, stops: pd.DataFrame, visit: Open) -> None:
    page = visit(f"{address}/?story=1", width=390, height=844, painted=TOLD)
    expect(page.locator(TOLD)).to_have_text(stops["title"].iloc[0])
    swipe = """([from, to]) => {
        const target = document.querySelector(".stop-title");
        const at = (clientX) => [new Touch({ identifier: 1, target, clientX, clientY: 300 })];
        const send = (type, lists) => target.dispatchEvent(new TouchEvent(type, { bubbles: true, ...lists }));
        send("touchstart", { touches: at(from), changedTouches: at(from) });
        send("touchend", { touches: [], changedTouches: at(to) });
    }"""
    page.evaluate(swipe, [300, 80])
    expect(page.locator(TOLD)).to_have_text(stops["title"].iloc[1])
    page.evaluate(swipe, [80, 300])
    expect(page.locator(TOLD)).to_have_text(stops["title"].iloc[0])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_story_keeps_the_filters(address: str, visit: Open) -> None:
    page = visit(f"{address}/?since=2022&story=1", painted=TOLD)
    expect(page.locator(".stop-date")).to_contain_text(re.compile("202[2-6]"))
    page.keyboard.press("Escape")
    expect(page.get_by_label("From year")).to_have_value("2022")


def test_filters_that_nothing_fits_leave_nothing_to_tell_but_a_way_out(address: str, visit: Open) -> None:
    page = visit(f"{address}/?q=zeppelin&story=1", painted=TOLD)
    expect(page.locator(TOLD)).to_have_text("There is no story to tell")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="No event fits all of these filters")).to_be_visible()
