"""How an event is drawn on the timeline: what is not known is seen, and nothing hides anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PAINTED
from tests.browser.odd import events

pytestmark = pytest.mark.browser
VIEW = "?since=2022&until=2022"

DRAWN = """id => {
    const chart = document.querySelector("#lanes .js-plotly-plot"), box = chart.getBoundingClientRect();
    const kinds = { bar: ".bars .point path", markers: ".scatter .point", text: ".scatter .textpoint text" };
    const [found, seen] = [[], { bar: 0, markers: 0, text: 0 }];
    for (const trace of chart.data) {
        const kind = trace.type === "bar" ? "bar" : trace.mode;
        trace.customdata.forEach((event, number) => {
            const shape = chart.querySelectorAll(kinds[kind])[seen[kind] + number];
            if (event !== id) return;
            const { left, right, top, bottom } = shape.getBoundingClientRect(), style = getComputedStyle(shape);
            found.push({ kind, left, right, top, bottom, fill: style.fill, opacity: style.fillOpacity,
                         spoken: trace.hoverinfo !== "skip", text: shape.textContent });
        });
        seen[kind] += trace.customdata.length;
    }
    const axis = chart._fullLayout.xaxis, at = (day) => box.left + axis._offset + axis.d2p(day);
    return { found, edge: box.left + axis._offset + axis._length, july: [at("2022-07-01"), at("2022-08-01")] };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, odd: str) -> Iterator[Page]:
    """One page for all of them: nothing is done with it."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{odd}/{VIEW}")
    page.wait_for_selector(PAINTED)
    yield page
    page.close()


def seen(page: Page, event: str, kind: str) -> list[dict[str, Any]]:
    """What is drawn of an event, in each lane, as it stands on the screen."""
    return [part for part in page.evaluate(DRAWN, event)["found"] if part["kind"] == kind]


def test_a_date_that_is_known_to_the_month_is_as_long_as_the_month(page: Page) -> None:
    first, last = page.evaluate(DRAWN, "letter")["july"]
    for bar in seen(page, "letter", "bar"):
        assert bar["left"] == pytest.approx(first, abs=2)
        assert bar["right"] == pytest.approx(last, abs=2)
        assert float(bar["opacity"]) < 1  # on some day of it, not all through it


def test_an_open_end_is_soft_and_reaches_to_the_edge(page: Page) -> None:
    edge = page.evaluate(DRAWN, "open")["edge"]
    assert [bar["right"] for bar in seen(page, "open", "bar")] == pytest.approx([edge] * 2, abs=2)
    soft = [part for part in seen(page, "open", "markers") if part["fill"].startswith("url(")]
    assert [part["right"] for part in soft] == pytest.approx([edge] * 2, abs=2)
    assert not [part for part in seen(page, "letter", "markers") if part["fill"].startswith("url(")]


def test_what_is_planned_or_disputed_or_did_not_happen_is_hollow(page: Page) -> None:
    for event, hollow in (("after", False), ("planned", True), ("denied", True), ("claimed", True)):
        assert {part["fill"] == "none" for part in seen(page, event, "markers")} == {hollow}, event


def test_what_nobody_has_checked_is_marked(page: Page) -> None:
    for event in events():
        signs = {part["text"] for part in seen(page, event.event_id, "text")}
        assert signs == (set() if event.checked else {"?"}), event.event_id
    expect(page.locator(".in-words")).to_contain_text(f"{sum(not event.checked for event in events())} not checked yet")


def test_two_events_of_one_day_are_both_seen(page: Page) -> None:
    pairs = zip(seen(page, "after", "markers"), seen(page, "same-day", "markers"), strict=True)
    for one, other in pairs:
        assert one["left"] == pytest.approx(other["left"], abs=1)
        assert one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1


def test_each_sign_is_in_the_key(page: Page) -> None:
    key = page.locator(".key")
    for words in ("on some day in this time", "no end is known", "planned", "disputed", "not checked yet"):
        expect(key).to_contain_text(words)
