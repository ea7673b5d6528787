"""Where there are too many events for marks: by keyboard, in the story, and as axe sees it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import found
from tests.browser.test_keyboard import standing

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
COPIES = 50


@pytest.fixture(scope="module")
def crowd(table: pd.DataFrame) -> pd.DataFrame:
    """The shipped timeline so often that no year of the last ones has marks."""
    copies = [table.assign(event_id=table["event_id"] + f"-{n}") for n in range(COPIES)]
    return pd.concat(copies).sort_values(["date_start", "event_id"], ignore_index=True)


@pytest.fixture(scope="module")
def crowded(serve: Serve, crowd: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(crowd, tmp_path_factory.mktemp("crowd") / "events.parquet") as here:
        yield here


def involving(events: pd.DataFrame, code: str) -> int:
    """In how many events an actor takes part."""
    sides = zip(events["source_codes"], events["target_codes"], strict=True)
    return sum(code in sources or code in targets for sources, targets in sides)


def test_the_arrow_keys_walk_along_the_lanes_and_between_them(crowded: str, crowd: pd.DataFrame, visit: Open) -> None:
    page = visit(crowded, painted=".in-words")
    russia, north = (involving(crowd, code) for code in ("RUS", "PRK"))
    said, ring = page.locator("#walk-keys"), page.locator("#walk-ring")
    page.keyboard.press("t")
    expect(said).to_contain_text(f"Russia. Event 1 of {russia}: ")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text(re.compile(f"^Event 2 of {russia}: "))
    page.keyboard.press("End")
    expect(said).to_contain_text(f"Event {russia} of {russia}: ")
    at = ring.bounding_box()
    page.keyboard.press("ArrowDown")
    expect(said).to_contain_text(re.compile(rf"^North Korea\. Event \d+ of {north}: "))
    below = ring.bounding_box()
    assert at
    assert below
    assert below["y"] > at["y"] + 50
    assert abs(below["x"] - at["x"]) < 20  # the next one in time
    assert found(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("#evidence h2")).to_be_visible()
    assert page.locator("#evidence h2").inner_text() in standing(page)
    page.keyboard.press("Escape")
    expect(page.locator("#walk")).to_be_focused()
    expect(said).to_contain_text(re.compile(rf"^North Korea\. Event \d+ of {north}: "))


def test_the_open_event_is_ringed_in_its_lanes_and_stands_in_the_table(
    crowded: str, crowd: pd.DataFrame, visit: Open
) -> None:
    """A month is as wide as a month, and its row is hundreds below those that are loaded at first."""
    month = crowd[(crowd["date_edtf"] == "2024-08") & crowd["target_codes"].map(lambda codes: list(codes) == ["RUS"])]
    event = month.iloc[len(month) // 2]
    assert list(event["source_codes"]) == ["PRK"]
    page = visit(f"{crowded}/?since=2024&until=2024&event={event['event_id']}", painted="#lanes .rings .among")
    rings, row = page.locator("#lanes .rings span"), page.locator("#table .ag-row-selected")
    expect(rings).to_have_count(2)
    expect(page.locator(".key")).to_contain_text("Each lane has a scale of its own")
    expect(page.locator(".key")).not_to_contain_text("one known day")  # there are no marks
    expect(row.locator("[col-id=title]")).to_have_text(event["title"])
    expect(row).to_have_attribute("row-id", event["event_id"])
    board = page.evaluate("document.querySelector('#lanes .js-plotly-plot')._fullLayout.xaxis._length")
    widths = [box["width"] for one in rings.all() if (box := one.bounding_box())]
    assert widths == pytest.approx([board * 31 / 366] * 2, abs=1)
    assert page.locator("#table .ag-body-viewport").evaluate("grid => grid.scrollTop") > 100 * 50
    page.evaluate("tieline.go({ lanes: 'dyad' })")
    expect(rings).to_have_count(1)
    page.evaluate("tieline.go({ lanes: '', until: '', since: '2025' })")
    expect(rings).to_have_count(0)  # it is not among what is shown


def test_a_mark_of_a_row_that_is_far_below_is_scrolled_to(address: str, table: pd.DataFrame, visit: Open) -> None:
    event = table.iloc[5]
    page = visit(address)
    row = page.locator("#table .ag-row-selected")
    page.evaluate("id => tieline.open(id)", event["event_id"])
    expect(row).to_have_attribute("row-id", event["event_id"])
    expect(row.locator("[col-id=title]")).to_have_text(event["title"])
    page.keyboard.press("Escape")
    expect(row).to_have_count(0)
    page.locator("#table .ag-header-cell[col-id=title]").click()
    page.locator("#table .ag-body-viewport").evaluate("grid => grid.scrollTop = 0")
    page.evaluate("id => tieline.open(id)", event["event_id"])
    expect(row).to_have_attribute("row-id", event["event_id"])


def test_a_crowd_is_counted_by_bars_and_a_click_on_one_looks_closer(
    crowded: str, crowd: pd.DataFrame, visit: Open
) -> None:
    page = visit(crowded, painted="#lanes .bars .point path")
    expect(page.locator("#lanes .scatterlayer .point")).to_have_count(0)
    bars = page.locator("#lanes .bars .point path")
    heights = bars.evaluate_all("all => all.map(bar => bar.getBoundingClientRect().height)")
    box = bars.nth(heights.index(max(heights))).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator("#lanes .hoverlayer .hovertext").wait_for()
    page.mouse.down()
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"\?since=\d{4}.*&until=\d{4}"))
    expect(page.locator("#count")).to_have_text(re.compile(rf"^[\d,]+ of {len(crowd):,} events$"))


def test_the_story_is_as_short_as_ever(crowded: str, visit: Open) -> None:
    page = visit(f"{crowded}/?story=1", painted=".stop-title")
    expect(page.locator(".stop-place")).to_have_text("1 of 12")
