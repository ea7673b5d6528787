"""The ways to look at the same events, each proved in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from timeline.table.filter import Filter, select

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
LABELS = ("Timeline", "Calendar", "Relations", "Trend", "Map")
DRAWN = "#lanes .main-svg .trace"

MARK = """([kind, wanted]) => {
    const chart = document.querySelector("#lanes .js-plotly-plot");
    const speaks = t => t.type === kind && t.customdata && t.hoverinfo !== "skip";
    const trace = chart.data.find(t => speaks(t) && t.customdata.includes(wanted));
    const number = trace.customdata.indexOf(wanted), box = chart.getBoundingClientRect();
    const {xaxis, yaxis} = chart._fullLayout, up = kind === "bar" ? trace.base[number] + trace.y[number] / 2 : 0;
    return [box.left + xaxis._offset + xaxis.d2p(trace.x[number]),
            box.top + yaxis._offset + yaxis.d2p(up || trace.y[number])];
}"""


def click(page: Page, kind: str, wanted: str) -> None:
    """Clicks the mark of the chart that opens what is wanted."""
    page.locator("#chart").scroll_into_view_if_needed()
    x, y = page.evaluate(MARK, [kind, wanted])
    page.mouse.move(x, y)
    page.locator("#lanes .hoverlayer .hovertext").wait_for()
    page.mouse.click(x, y)


def choose(page: Page, label: str) -> None:
    page.locator("#look").get_by_text(label, exact=True).click()


def count(page: Page, table: pd.DataFrame, asked: Filter) -> None:
    fit = len(select(table, asked))
    assert 0 < fit < len(table)
    expect(page.locator("#count")).to_have_text(f"{fit:,} of {len(table):,} events")


def test_the_same_events_can_be_looked_at_in_several_ways(address: str, visit: Open) -> None:
    page = visit(address)
    said = {
        "Calendar": "events from 1945",
        "Relations": "The closest tie is that of",
        "Trend": "mean score of",
        "Map": "places, most in",
    }
    for label, words in said.items():
        choose(page, label)
        expect(page).to_have_url(f"{address}/?look={label.lower()}")
        expect(page.locator(".in-words")).to_contain_text(words)
        expect(page.locator("#count")).to_contain_text("All")
    page.go_back()
    expect(page.locator(".in-words")).to_contain_text(said["Trend"])
    choose(page, "Timeline")
    expect(page).to_have_url(f"{address}/")
    expect(page.locator("#chart.look-timeline")).to_be_visible()


def test_a_month_of_the_calendar_opens_on_the_timeline(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(f"{address}/?look=calendar", painted=DRAWN)
    click(page, "bar", "?since=2024-06&until=2024-06&look=timeline")
    expect(page).to_have_url(f"{address}/?since=2024-06&until=2024-06")
    count(page, table, Filter(since=pd.Timestamp("2024-06-01").date(), until=pd.Timestamp("2024-06-30").date()))


def test_a_pair_of_the_relations_opens_its_events(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(f"{address}/?look=relations", painted=DRAWN)
    click(page, "bar", "?actor=PRK&actor=USA&look=timeline")
    expect(page).to_have_url(f"{address}/?actor=PRK&actor=USA")
    count(page, table, Filter(actors=("PRK", "USA")))


def test_a_place_of_the_map_opens_its_events(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(f"{address}/?look=map", painted=DRAWN)
    click(page, "scatter", "?place=Moscow&look=timeline")
    expect(page).to_have_url(f"{address}/?place=Moscow")
    count(page, table, Filter(places=("Moscow",)))


def test_the_events_that_stand_out_in_the_trend_open_their_evidence(address: str, visit: Open) -> None:
    page = visit(f"{address}/?look=trend&since=2019", painted=DRAWN)
    event = page.evaluate("document.querySelector('#lanes .js-plotly-plot').data.at(-1).customdata[0]")
    click(page, "scatter", event)
    expect(page.locator("#evidence")).to_have_class(re.compile("open"))
    expect(page).to_have_url(re.compile(f"event={event}"))
    expect(page).to_have_url(re.compile("look=trend"))


def test_what_a_click_does_is_in_a_list_too(address: str, visit: Open) -> None:
    page = visit(address)
    for label in LABELS[1:]:
        page.goto(f"{address}/?look={label.lower()}")
        page.get_by_text("The same as a list").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert re.search(r": .*\d+ events?", page.evaluate("document.activeElement.textContent"))
        page.keyboard.press("Enter")
        expect(page.locator("#chart.look-timeline")).to_be_visible()
        expect(page.locator("#count")).to_contain_text(" of ")


def test_pairs_and_types_can_have_the_lanes(address: str, visit: Open) -> None:
    page = visit(address)
    chart = page.locator("#lanes .annotation-text")
    choice = page.locator("#lanes-by")
    choice.get_by_text("Pair", exact=True).click()
    expect(page).to_have_url(f"{address}/?lanes=dyad")
    expect(chart.filter(has_text="North Korea –")).not_to_have_count(0)
    expect(page.locator(".key")).to_contain_text("cooperation of the two")
    choice.get_by_text("Type", exact=True).click()
    expect(chart.filter(has_text="Meeting or")).to_have_count(1)
    page.go_back()
    expect(page).to_have_url(f"{address}/?lanes=dyad")
    expect(choice.locator("label[data-active]")).to_have_text("Pair")
    page.goto(f"{address}/?look=map&lanes=type")
    expect(page.locator("#chart.look-map")).to_be_visible(timeout=20_000)
    expect(choice).to_be_hidden()  # only the timeline has lanes


def test_no_look_is_wider_than_a_phone(address: str, visit: Open) -> None:
    page = visit(address, width=390, height=844)
    for label in LABELS:
        choose(page, label)
        expect(page.locator(f"#chart.look-{label.lower()}")).to_be_visible()
        page.wait_for_function(
            """() => {
                const chart = document.querySelector("#lanes .js-plotly-plot");
                return Math.abs(chart.getBoundingClientRect().height - chart._fullLayout.height) < 2;
            }"""
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
