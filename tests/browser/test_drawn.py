"""What each way to look draws of the same events, as it stands on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from timeline.table.filter import Filter, select

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SINCE = date(2022, 1, 1)
LINES = """() => [...document.querySelectorAll("#lanes .js-line")].map(line => {
    const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(line);
    return [stroke, parseFloat(strokeWidth), strokeDasharray !== "none"];
})"""


@pytest.fixture
def looked(address: str, visit: Open) -> Callable[[str], Page]:
    """looked(query) -> the page once its chart is drawn"""
    return lambda query: visit(f"{address}/{query}", painted="#lanes .main-svg .trace")


def names(page: Page) -> str:
    return " ".join(page.locator("#lanes .annotation-text").all_text_contents())


def test_relations_are_a_matrix_and_a_network_of_cooperation_and_conflict(looked: Callable[[str], Page]) -> None:
    page = looked("?look=relations&since=2022")
    opened = page.locator(".as-list li").count()
    assert opened > 20
    expect(page.locator("#lanes .bars .point path")).not_to_have_count(0)
    lines = page.evaluate(LINES)
    solid, dotted = ({stroke for stroke, _, dashes in lines if dashes == so} for so in (False, True))
    assert solid  # cooperation
    assert dotted
    assert not solid & dotted
    widest = max(lines, key=lambda line: line[1])
    assert widest[1] > 3 * min(width for _, width, _ in lines)
    assert not widest[2]  # the closest tie, that of Russia and North Korea
    assert {"North Korea", "Russia", "United States"} <= set(
        page.locator("#lanes .annotation-text").all_text_contents()
    )


def test_the_trend_is_a_line_over_counts_with_the_events_that_stand_out_named(
    looked: Callable[[str], Page], table: pd.DataFrame
) -> None:
    page = looked("?look=trend&actor=PRK&actor=RUS&since=2022")
    line = page.locator("#lanes .js-line").first.bounding_box()
    bars = [box for bar in page.locator("#lanes .bars .point path").all() if (box := bar.bounding_box())]
    assert line
    assert len(bars) > 20
    assert line["y"] + line["height"] <= min(bar["y"] for bar in bars)
    shown = select(table, Filter(actors=("PRK", "RUS"), since=SINCE))
    named = [title for title in shown["title"] if " ".join(title.split()[:2]) in names(page)]
    assert len(named) >= 5
    salient = shown.nlargest(20, "salience")["title"]
    assert set(salient) & set(named)


def test_the_calendar_has_a_tile_for_each_month_with_events(looked: Callable[[str], Page], table: pd.DataFrame) -> None:
    page = looked("?look=calendar&since=2022")
    shown = select(table, Filter(since=SINCE))
    days = shown[shown["date_precision"].isin(["day", "month"])]["date_start"]
    months = {(day.year, day.month) for day in days}
    tiles = page.locator("#lanes .bars").nth(1).locator(".point path")
    assert tiles.count() >= len(months) > 30
    fills = tiles.evaluate_all(
        "all => all.map(tile => getComputedStyle(tile).fillOpacity + getComputedStyle(tile).fill)"
    )
    assert len(set(fills)) > 3  # the more, the deeper


def test_the_map_has_land_and_the_places_by_name(looked: Callable[[str], Page]) -> None:
    page = looked("?look=map&since=2022")
    expect(page.locator("#lanes .js-fill")).not_to_have_count(0)
    points = page.locator("#lanes .scatterlayer .point")
    assert points.count() > 10
    for place in ("Pyongyang", "Moscow"):
        expect(page.locator("#lanes .textpoint").filter(has_text=place)).to_be_visible()
