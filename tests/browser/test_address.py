"""The address says what is shown: all of it, at any time, and whatever has become of it on the way."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.odd import events

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
ALL = f"All {len(events())} events"


def scheme(page: Page, name: str) -> None:
    """Chooses light, dark, or as the system is."""
    page.locator("#scheme-choice label", has_text=name).click()


def test_an_address_opens_filters_range_view_selection_and_theme(odd: str, visit: Open) -> None:
    page = visit(
        f"{odd}/?actor=PRK&since=2022-07&until=2022-09&look=trend&event=letter&scheme=dark", painted="#lanes .main-svg"
    )
    expect(page.locator("#count")).to_have_text(f"4 of {len(events())} events")
    expect(page.locator("#chart.look-trend")).to_be_visible()
    expect(page.locator("#evidence h2")).to_have_text("Kim receives a message")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.get_by_role("group", name="Who", exact=True).get_by_label("North Korea")).to_be_checked()


def test_back_and_forward_lead_through_theme_view_and_evidence(odd: str, visit: Open) -> None:
    page = visit(odd)
    html, panel = page.locator("html"), page.locator("#evidence")
    scheme(page, "Dark")
    expect(html).to_have_attribute("data-mantine-color-scheme", "dark")
    scheme(page, "As the system")
    expect(html).to_have_attribute("data-mantine-color-scheme", "light")
    page.locator("#look").get_by_text("Calendar", exact=True).click()
    expect(page.locator("#chart.look-calendar")).to_be_visible()
    page.locator("#table .ag-row [col-id=title]:not(:empty)").first.click()
    expect(panel).to_be_visible()
    for _ in range(2):
        page.go_back()
        expect(panel).to_be_hidden()
        page.go_back()
        expect(page.locator("#chart.look-timeline")).to_be_visible()
        page.go_back()
        expect(html).to_have_attribute("data-mantine-color-scheme", "dark")
        page.go_forward()
        expect(html).to_have_attribute("data-mantine-color-scheme", "light")
        page.go_forward()
        expect(page.locator("#chart.look-calendar")).to_be_visible()
        page.go_forward()
        expect(panel).to_be_visible()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        (
            "?look=party&scheme=pink&story=maybe&lanes=x&confidence=NaN",
            ["look=party", "scheme=pink", "story", "2 more"],
        ),
        ("?since=2022-13&until=2022-06-31", ["since=2022-13", "until=2022-06-31"]),
        (f"?%E0%A4%A&&=&?&utm_source=mail&q={'x' * 5000}", ["utm_source=mail", "q=xxxxx"]),
    ],
)
def test_what_is_mangled_is_left_out_and_named(odd: str, visit: Open, query: str, named: list[str]) -> None:
    page = visit(f"{odd}/{query}")
    expect(page.locator("#count")).to_have_text(ALL)
    expect(page.locator("#note")).to_have_text(re.compile(".*".join(named) + ".* left out"))
    expect(page.get_by_label("From year")).to_have_value("")
    page.get_by_label("From year").fill("2022")
    expect(page).to_have_url(re.compile("[?&]since=2022$"))
    expect(page.locator("#note")).to_be_hidden()  # what was left out is gone from the address


def test_who_goes_back_at_once_stays_there(odd: str, visit: Open) -> None:
    page = visit(odd)
    page.evaluate("tieline.go({ since: '2022', q: 'plan' })")
    expect(page.get_by_label("From year")).to_have_value("2022")
    page.go_back()
    expect(page.get_by_label("From year")).to_have_value("")
    page.wait_for_timeout(700)  # longer than a field waits before it tells what stands in it
    expect(page).to_have_url(f"{odd}/")
    expect(page.locator("#count")).to_have_text(ALL)
    page.get_by_label("From year").fill("2022")
    expect(page).to_have_url(f"{odd}/?since=2022")
