"""What the page is to everyone: dark or light, wide or narrow, by ear or by eye, and whatever an article says."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from timeline.model import Actor, Event, EventType, Evidence, Span, TimeValue
from timeline.table.frame import to_frame

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
HOSTILE = "<img src=x onerror=window.pwned=1>"


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def dark(page: Page) -> bool:
    """Whether the page is darker than the ink on it."""
    red, green, blue = map(int, re.findall(r"\d+", ground(page))[:3])
    return red + green + blue < 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_system_until_the_reader_chooses(address: str, visit: Open, scheme: str) -> None:
    page = visit(address, scheme=scheme)
    assert dark(page) == (scheme == "dark")
    mark = page.locator("#lanes path.point").first
    before = mark.evaluate("mark => getComputedStyle(mark).fill")
    page.locator(".scheme label", has_text="Light" if scheme == "dark" else "Dark").click()
    expect(mark).not_to_have_css("fill", before)
    assert dark(page) == (scheme == "light")
    page.reload()
    page.wait_for_selector("#lanes path.point")
    assert dark(page) == (scheme == "light")


def test_a_phone_shows_everything_without_scrolling_sideways(address: str, visit: Open) -> None:
    page = visit(address, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Filters", exact=True).click()
    expect(page.get_by_label("From year")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("searchbox", name="Words").fill("summit")
    page.get_by_role("button", name="Show events").click()
    expect(page.get_by_label("From year")).to_be_hidden()
    expect(page.locator("#count")).not_to_contain_text("All")
    page.locator("#table .ag-row").first.click()
    panel = page.get_by_role("complementary", name="Evidence")
    expect(panel).to_be_visible()
    box = panel.bounding_box()
    assert box
    assert box["width"] <= 390
    page.get_by_label("Close the evidence").click()
    expect(panel).to_be_hidden()


def test_every_control_has_a_name(address: str, visit: Open) -> None:
    page = visit(address)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, input, a, [role=button]")]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest("#table"))
            .filter(e => !(e.innerText.trim() || e.getAttribute("aria-label") || e.title
                || (e.labels && e.labels.length) || e.getAttribute("aria-labelledby") || e.tabIndex < 0))
            .map(e => e.outerHTML.slice(0, 200))"""
    )
    assert nameless == []


def test_the_controls_are_reached_by_the_tab_key(address: str, visit: Open) -> None:
    page = visit(address)
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("(e => e.id || e.innerText || e.value)(document.activeElement)"))
    assert {"text", "RUS", "since", "until", "clear"} <= reached


@pytest.fixture(scope="module")
def hostile(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A timeline whose every text is an attack."""
    bad = f"{HOSTILE}</script><script>window.pwned=2</script>[x](javascript:window.pwned=3) {{{{7*7}}}} \u202e$x$"
    report = Evidence("a1", bad, bad, "javascript:window.pwned=4", date(2022, 8, 15), bad, 0, len(bad), None)
    report = replace(report, trigger_span=Span(0, 4, bad[:4]))
    who = Actor("RUS", bad, bad)
    event = Event(
        EventType.CONSULT, TimeValue.month(2022, 7), (who,), (who,), report.trigger_span or Span(0, 0, ""), (report,)
    )
    days = replace(event, event_id="e2", when=TimeValue.day(date(2022, 8, 15)), title=bad, summary=bad, note=bad)
    table = to_frame([replace(event, event_id="e1", title=bad), days], {})
    with serve(table, tmp_path_factory.mktemp("hostile") / "events.parquet") as here:
        yield here


def test_hostile_words_stay_words(hostile: str, visit: Open) -> None:
    page = visit(hostile)
    expect(page.locator("#table .ag-row [col-id=title]").first).to_contain_text(HOSTILE)
    expect(page.locator("h1")).to_contain_text(HOSTILE)
    box = page.locator("#lanes path.point").last.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#lanes .hoverlayer")).to_contain_text("<img src=x")
    page.locator("#table .ag-row").first.click()
    panel = page.locator("#evidence")
    expect(panel.locator("h2")).to_contain_text(HOSTILE)
    expect(panel.locator("blockquote")).to_contain_text(HOSTILE)
    assert panel.locator("a[href^=javascript]").count() == 0
    expect(page.get_by_role("group", name="Who", exact=True)).to_contain_text(HOSTILE)
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0


RECOGNITION = "?since=2019&event=RPRK-153"
SCREENS = {
    "dashboard": (RECOGNITION, 1440, 900, "light"),
    "dashboard-dark": (RECOGNITION, 1440, 900, "dark"),
    "dashboard-whole": ("", 1440, 900, "light"),
    "dashboard-phone": ("", 390, 844, "light"),
    "dashboard-phone-dark": ("", 390, 844, "dark"),
}


@pytest.mark.parametrize("name", SCREENS)
def test_labels_of_the_chart_do_not_overlap(address: str, visit: Open, name: str) -> None:
    """Also takes the pictures: TIELINE_SCREENSHOTS=docs pytest tests/browser -k overlap"""
    query, *look = SCREENS[name]
    page = visit(f"{address}/{query}", *look)
    page.wait_for_timeout(800)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll("#lanes .annotation-text, #lanes .xtick text")]
            .map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"""
    )
    assert len(boxes) > 6
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert right <= other[0] + 1 or other[2] <= left + 1 or bottom <= other[1] + 1 or other[3] <= top + 1
    folder = os.environ.get("TIELINE_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png")
