"""WCAG 2.2, A and AA, and best practices, as axe-core checks them: nothing may be found, in any state of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from dashboards.views.looks import LOOKS
from tests.browser.conftest import PAINTED

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COME = """() => {
    const place = document.getElementById("table-place"), rows = [...document.querySelectorAll("#table [role=row]")];
    if (!place || !place.offsetParent) return true;
    const some = rows.some(row => row.matches(".ag-row")) || document.querySelector("#empty:not(.hidden)");
    return some && document.querySelector("#table .ag-header-cell") && rows.every(row => row.childElementCount);
}"""
OPEN = "?since=2019&event=RPRK-153"
TOLD = "?story=1&event=RPRK-140"


def found(page: Page) -> list[str]:
    """Each violation with the first element that it was found on, once the table has come."""
    page.wait_for_function(COME)
    options = {"resultTypes": ["violations"], "runOnly": RULES}
    result: Mapping[str, Any] = Axe().run(page, options=options).response
    return [f"{rule['id']}: {rule['help']}: {rule['nodes'][0]['html'][:200]}" for rule in result["violations"]]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", [OPEN, TOLD])
def test_nothing_is_found(address: str, visit: Open, query: str, scheme: str, width: int) -> None:
    page = visit(f"{address}/{query}", width=width, scheme=scheme, painted=PAINTED if query == OPEN else ".stop-title")
    page.wait_for_selector("#table .ag-row", state="attached")
    assert found(page) == []


def test_nothing_is_found_in_any_way_to_look(address: str, visit: Open) -> None:
    """Each in one scheme and width, in turn; the page also asks nobody outside for any of them."""
    for number, look in enumerate(LOOKS[1:]):
        scheme, width = ("light", "dark")[number % 2], (1440, 390)[number // 2 % 2]
        page = visit(f"{address}/?look={look.name}&since=2000", width=width, scheme=scheme, painted="#lanes .main-svg")
        page.locator(".as-list summary").click()
        page.keyboard.press("t")
        page.keyboard.press("ArrowRight")
        assert found(page) == [], look.name
        page.close()


def test_nothing_is_found_where_another_page_embeds_it(address: str, visit: Open) -> None:
    assert found(visit(f"{address}/?embed=1", width=800, height=600)) == []


def test_nothing_is_found_in_what_opens(address: str, visit: Open) -> None:
    page = visit(address)
    page.wait_for_selector("#table .ag-row")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    assert found(page) == []
    page.keyboard.press("?")
    assert found(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Export").click()
    assert found(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Columns").click()
    assert found(page) == []


def test_nothing_is_found_where_the_filters_cover_a_phone_or_nothing_fits(address: str, visit: Open) -> None:
    page = visit(f"{address}/?q=zeppelin", width=390, painted="#empty:not(.hidden)")
    assert found(page) == []
    page.get_by_role("button", name="Filters", exact=True).click()
    assert found(page) == []
