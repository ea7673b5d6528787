"""What the page is to everyone: dark or light, wide or narrow, by ear or by eye, and whatever an article says."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PAINTED

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shifted += entry.value; }))
        .observe({ type: "layout-shift", buffered: true });
"""


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


def test_a_row_of_the_table_shows_whole_lines(address: str, visit: Open) -> None:
    page = visit(address, width=390, height=844)
    cells = page.locator("#table .ag-row :is([col-id=title], [col-id=start]):not(:empty)")
    cells.first.wait_for()
    lines = "all => all.map(cell => cell.clientHeight / parseFloat(getComputedStyle(cell).lineHeight))"
    found = cells.evaluate_all(lines)
    assert max(found) == pytest.approx(2, abs=0.15)
    assert {round(height) for height in found} == {1, 2}


@pytest.mark.parametrize(
    ("query", "width"), [("", 1440), ("", 1024), ("", 390), ("look=calendar", 390), ("embed=1", 390)]
)
def test_nothing_moves_while_the_page_loads_nor_when_the_count_in_the_header_changes(
    address: str, visit: Open, query: str, width: int
) -> None:
    page = visit(f"{address}/?{query}", width=width, height=844)
    page.add_init_script(SHIFTS)
    page.reload()
    page.locator(".in-words").wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") < 0.1  # which Web Vitals call good
    count = page.get_by_role("banner").locator("#count")
    parts = ".title", ".actions", ".asked-row", "#overview", "#lanes"
    places = f"{list(parts)}.map(part => document.querySelector(part).getBoundingClientRect().top)"
    expect(count).to_have_text(re.compile(r"^All \d+ events$"))
    before = page.evaluate(places)
    page.evaluate("window.tieline.go({ since: '2022' })")
    expect(count).to_have_text(re.compile(r"^\d+ of \d+ events$"))
    expect(page.get_by_role("button", name=re.compile("^Since 2022"))).to_be_visible()
    assert page.evaluate(places) == before
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


@pytest.mark.parametrize("width", [1280, 1024])
def test_the_chart_gives_way_to_the_evidence_sideways_only(address: str, visit: Open, width: int) -> None:
    page = visit(address, width=width)
    where = "[document.querySelector('#lanes').getBoundingClientRect()].flatMap(box => [box.top, box.width])"
    top, wide = page.evaluate(where)
    page.evaluate("window.tieline.open('RPRK-140')")
    expect(page.locator("#evidence h2")).to_be_visible()
    after, narrow = page.evaluate(where)
    assert narrow < wide
    assert after == top
    drawn: list[str] = []
    page.on(
        "request", lambda asked: drawn.append(asked.url) if "lanes.figure" in (asked.post_data or "")[:40] else None
    )
    page.on("framenavigated", lambda _: drawn.clear())  # what the page before has asked for
    page.reload()
    page.locator("#lanes .rings span").first.wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate(where) == [after, narrow]
    assert len(drawn) == 1  # beside the evidence from the beginning


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
    page.wait_for_function("document.fonts.ready.then(() => true)")
    page.locator("#table .ag-row [col-id=title]:not(:empty)").first.wait_for()  # they come last
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


@pytest.mark.parametrize("width", [720, 390, 320])
def test_twice_as_large_or_on_a_phone_nothing_is_lost_sideways(address: str, visit: Open, width: int) -> None:
    """A window of 1,440 px at 200 % is 720 px wide; 320 px is what WCAG asks for."""
    page = visit(f"{address}/?since=2019&event=RPRK-153", width=width)
    expect(page.locator("#evidence h2")).to_be_visible()
    for query in ("", "?story=1", "?look=relations&since=2019"):
        page.goto(f"{address}/{query}")
        page.wait_for_selector(".stop-title" if "story" in query else ".in-words")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query


def test_a_phone_has_every_control_within_its_width(odd: str, visit: Open) -> None:
    page = visit(odd, width=390, height=844)
    for name in ("Filters", "Story", "Copy link", "Export", "Help", "Columns"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    for control in ("#look", "#lanes-by", "#scheme-choice"):
        expect(page.locator(control)).to_be_visible()
    for name in ("Export", "Columns"):
        button = page.get_by_role("button", name=name, exact=True)
        button.click()
        dropped = page.locator(f"#{button.get_attribute('aria-controls')}")
        for choice in dropped.locator("button, label").all():
            box = choice.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
        page.keyboard.press("Escape")
        expect(dropped).to_be_hidden()


def test_a_drawer_over_a_whole_phone_keeps_the_focus(address: str, visit: Open) -> None:
    page = visit(f"{address}/?since=2019&event=RPRK-153", width=390, height=844)
    expect(page.locator("#evidence h2")).to_be_visible()
    expect(page.locator(".main")).to_have_attribute("inert", "")
    page.keyboard.press("Escape")
    expect(page.locator(".main")).not_to_have_attribute("inert", "")


def test_who_asks_for_less_motion_sees_none(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(PAINTED)
    moving = """() => [...document.querySelectorAll("body *")].map(e => getComputedStyle(e))
        .filter(s => s.animationName !== "none" || !/^(all|none)$/.test(s.transitionProperty)
            || s.transitionDuration.split(",").some(d => parseFloat(d) > 0)).length"""
    assert page.evaluate(moving) == 0
    context.close()
