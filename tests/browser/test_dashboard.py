"""What a reader can do, each proved in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from timeline.figures.marks import records
from timeline.figures.spans import marked
from timeline.figures.words import date_words
from timeline.table.filter import Filter, select

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

EVENT = "RPRK-140"


def shown(page: Page, table: pd.DataFrame, asked: Filter) -> None:
    """The page says how many events fit, and the table lists them."""
    expected = len(select(table, asked))
    assert 0 < expected < len(table), "the filter would prove nothing"
    expect(page.locator("#count")).to_have_text(f"{expected:,} of {len(table):,} events")
    expect(page.locator("#table [role=treegrid], #table [role=grid]").first).to_have_attribute(
        "aria-rowcount", str(expected + 1)
    )


def point_at(page: Page, event_id: str) -> tuple[float, float]:
    """Moves the mouse to the symbol of an event in the chart, and says where it is."""
    x, y = page.evaluate(
        """id => {
            const chart = document.querySelector("#lanes .js-plotly-plot");
            const trace = chart.data.find(t => t.type === "scatter" && t.customdata && t.customdata.includes(id));
            const number = trace.customdata.indexOf(id), box = chart.getBoundingClientRect();
            const {xaxis, yaxis} = chart._fullLayout;
            return [box.left + xaxis._offset + xaxis.d2p(trace.x[number]),
                    box.top + yaxis._offset + yaxis.d2p(trace.y[number])];
        }""",
        event_id,
    )
    page.mouse.move(x, y)
    return x, y


def click_mark(page: Page, event_id: str) -> None:
    """Clicks the symbol once it stands still: the chart gives way when the evidence opens or closes."""
    before, place = None, point_at(page, event_id)
    while place != before:
        page.wait_for_timeout(600)  # also longer than a double click
        before, place = place, point_at(page, event_id)
    page.mouse.click(*place)


def test_the_whole_timeline_is_there_at_first(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    expect(page.locator("#count")).to_have_text(f"All {len(table):,} events")
    expect(page).to_have_title(re.compile("Russia"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_years_filter_the_events(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    page.get_by_label("From year").fill("2022")
    page.get_by_label("To year").fill("2023")
    page.keyboard.press("Enter")
    shown(page, table, Filter(since=date(2022, 1, 1), until=date(2023, 12, 31)))
    expect(page).to_have_url(f"{address}/?since=2022&until=2023")
    page.get_by_role("button", name="All years").click()
    expect(page.locator("#count")).to_have_text(f"All {len(table):,} events")


def test_brushing_over_the_strip_filters_the_years(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    box = page.locator("#overview .nsewdrag").first.bounding_box()
    assert box
    first, last = page.evaluate("document.querySelector('#overview .js-plotly-plot').layout.xaxis.range")

    def px(year: float) -> float:
        return float(box["x"] + box["width"] * (year - first) / (last - first))

    page.mouse.move(px(2018.5), box["y"] + 30)
    page.mouse.down()
    page.mouse.move(px(2020), box["y"] + 30, steps=5)
    page.mouse.move(px(2023.4), box["y"] + 30, steps=5)
    page.mouse.up()
    shown(page, table, Filter(since=date(2019, 1, 1), until=date(2023, 12, 31)))
    expect(page.get_by_label("From year")).to_have_value("2019")


def test_two_actors_leave_the_events_that_involve_both(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    for name in ("United Nations", "Russia"):
        page.get_by_label("Search in: Who").fill(name)
        page.get_by_role("group", name="Who", exact=True).get_by_label(name).check()
    shown(page, table, Filter(actors=("UNO", "RUS")))
    expect(page).to_have_url(f"{address}/?actor=UNO&actor=RUS")


def test_types_and_status_filter_the_events(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    page.get_by_label("Sanction or break").check()
    page.get_by_label("Refusal").check()
    shown(page, table, Filter(types=("SANCTION", "REJECT")))
    page.get_by_role("button", name="Clear all").click()
    expect(page.get_by_label("Refusal")).not_to_be_checked()
    page.get_by_label("Did not happen").check()
    shown(page, table, Filter(statuses=("negated",)))


def test_words_filter_the_events(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    page.get_by_role("searchbox", name="Words").fill("letter")
    shown(page, table, Filter(text="letter"))
    expect(page).to_have_url(f"{address}/?q=letter")


def test_filters_that_nothing_fits_say_what_to_do(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    page.get_by_role("searchbox", name="Words").fill("zeppelin")
    expect(page.get_by_role("heading", name="No event fits all of these filters")).to_be_visible()
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator("#count")).to_have_text(f"All {len(table):,} events")
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("")


@pytest.fixture(scope="module")
def told(table: pd.DataFrame) -> dict[str, Any]:
    """An event of one day, with a sentence in which date, actors and trigger are marked."""
    for row in records(table.iloc[::-1], list(table.columns)):
        for report in row["articles"]:
            kinds = {kind for _, _, kind in marked(report)}
            if (
                kinds == {"date", "actor", "trigger"}
                and report["url"]
                and row["date_precision"] == "day"
                and row["status"] == "actual"
            ):
                return row | {"year": row["date_start"].year}
    raise AssertionError("no report was read")


def test_pointing_at_a_mark_tells_the_event(address: str, told: dict[str, Any], visit: Open) -> None:
    page = visit(f"{address}/?since={told['year']}&until={told['year']}")
    point_at(page, told["event_id"])
    expect(page.locator("#lanes .hoverlayer")).to_contain_text(date_words(told["date_edtf"]))
    expect(page.locator("#lanes .hoverlayer")).to_contain_text(told["title"][:10])


def test_a_click_on_a_mark_opens_the_evidence(address: str, told: dict[str, Any], visit: Open) -> None:
    page = visit(f"{address}/?since={told['year']}&until={told['year']}")
    click_mark(page, told["event_id"])
    panel = page.get_by_role("complementary", name="Evidence")
    expect(panel.get_by_role("heading", level=2)).to_have_text(told["title"])
    expect(panel).to_contain_text(date_words(told["date_edtf"]))
    for kind in ("date", "actor", "trigger"):
        expect(panel.locator(f"mark.{kind}").first).to_be_visible()
    links = panel.locator(".source a")
    assert links.count() > 0
    for number in range(links.count()):
        assert re.match("https?://", links.nth(number).get_attribute("href") or "")
        assert links.nth(number).get_attribute("rel") == "noopener noreferrer"
    expect(page).to_have_url(re.compile(f"event={told['event_id']}$"))


def test_the_evidence_closes_and_the_same_mark_opens_it_again(address: str, told: dict[str, Any], visit: Open) -> None:
    page = visit(f"{address}/?since={told['year']}&until={told['year']}")
    panel = page.get_by_role("complementary", name="Evidence")
    for _ in range(2):
        click_mark(page, told["event_id"])
        expect(panel).to_be_visible()
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        page.wait_for_load_state("networkidle")
    expect(page).not_to_have_url(re.compile("event="))


def test_a_row_that_the_page_selected_opens_no_evidence_that_was_closed(
    address: str, told: dict[str, Any], visit: Open
) -> None:
    page = visit(address)
    late = "id => window.dash_clientside.panel.event([{ id }])"
    page.evaluate(f"id => {{ window.tieline.selecting = id; ({late})(id); }}", told["event_id"])
    page.wait_for_timeout(100)
    expect(page).not_to_have_url(re.compile("event="))
    page.evaluate(late, told["event_id"])
    expect(page).to_have_url(re.compile(f"event={told['event_id']}$"))


def test_a_page_at_rest_asks_nothing(address: str, told: dict[str, Any], visit: Open) -> None:
    page = visit(f"{address}/?since={told['year']}&until={told['year']}")
    click_mark(page, told["event_id"])
    expect(page.get_by_role("complementary", name="Evidence")).to_be_visible()
    page.wait_for_timeout(1000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(1000)
    assert asked == []


def test_a_row_opens_the_evidence_and_the_arrows_walk_on(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    rows = page.locator("#table .ag-center-cols-container .ag-row")
    rows.nth(1).click()
    heading = page.locator("#evidence h2")
    expect(heading).to_have_text(rows.nth(1).locator("[col-id=title]").inner_text())
    expect(rows.nth(1)).to_have_class(re.compile("ag-row-selected"))
    page.get_by_label("The event before").click()
    before = table["event_id"].iloc[-3]
    expect(page).to_have_url(re.compile(f"event={before}$"))


def test_the_table_can_be_used_by_keyboard(address: str, visit: Open) -> None:
    page = visit(address)
    page.locator("#table .ag-row [col-id=title]:not(:empty)").first.wait_for()  # the rows come after the chart
    page.locator("#table .ag-header-cell").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.get_by_role("complementary", name="Evidence")).to_be_visible()


def test_the_table_can_be_sorted(address: str, visit: Open) -> None:
    page = visit(address)
    first = page.locator("#table .ag-center-cols-container .ag-row[row-index='0'] [col-id=start]")
    expect(first).to_contain_text("2026")
    page.locator("#table .ag-header-cell[col-id=start]").click()
    page.locator("#table .ag-header-cell[col-id=start]").click()
    expect(first).to_contain_text("1945")


def test_a_link_opens_the_same_view_elsewhere(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    page.get_by_label("From year").fill("2018")
    page.keyboard.press("Enter")
    page.get_by_label("Meeting or message").check()
    asked = Filter(since=date(2018, 1, 1), types=("CONSULT",))
    shown(page, table, asked)
    page.locator("#table .ag-center-cols-container .ag-row").first.click()
    expect(page.locator("#evidence h2")).to_be_visible()
    page.get_by_role("button", name="Copy link", exact=True).click()
    link = page.evaluate("navigator.clipboard.readText()")
    other = visit(link)
    shown(other, table, asked)
    expect(other.get_by_label("From year")).to_have_value("2018")
    expect(other.get_by_label("Meeting or message")).to_be_checked()
    expect(other.locator("#evidence h2")).to_have_text(page.locator("#evidence h2").inner_text())


def test_an_event_has_a_link_of_its_own(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(f"{address}/?since=2019&until=2019&event={EVENT}")
    page.get_by_role("button", name="Copy link to this event").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}/?event={EVENT}"
    other = visit(link)
    expect(other.locator("#evidence h2")).to_have_text(page.locator("#evidence h2").inner_text())
    expect(other.locator("#count")).to_have_text(f"All {len(table):,} events")


def test_the_back_button_goes_back(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    page.get_by_label("Sanction or break").check()
    shown(page, table, Filter(types=("SANCTION",)))
    page.get_by_role("searchbox", name="Words").fill("council")
    shown(page, table, Filter(types=("SANCTION",), text="council"))
    page.go_back()
    shown(page, table, Filter(types=("SANCTION",)))
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("")
    page.go_back()
    expect(page.get_by_label("Sanction or break")).not_to_be_checked()
    page.go_forward()
    shown(page, table, Filter(types=("SANCTION",)))


@pytest.mark.parametrize("query", ["?since=soon&type=PARTY&actor=&&&%ff=%ff", "?event=nowhere"])
def test_a_mangled_address_is_no_error(address: str, visit: Open, query: str) -> None:
    page = visit(f"{address}/{query}", painted="#count:not(:empty)")
    if "type=" in query:
        expect(page.locator("#note")).to_contain_text("“type=PARTY”")
        expect(page.locator("#note")).to_contain_text("not understood and left out")
    if "event=" in query:
        expect(page.locator("#evidence")).to_contain_text("No event in this timeline has the id nowhere")


def test_a_link_to_a_merged_event_rings_its_mark_and_the_arrows_walk_on(
    serve: Callable[..., AbstractContextManager[str]], table: pd.DataFrame, visit: Open, tmp_path: Path
) -> None:
    some = table.iloc[:3].copy()
    some["also_ids"] = pd.Series([[], ["gone"], []], index=some.index, dtype=table["also_ids"].dtype)
    with serve(some, tmp_path / "events.parquet") as here:
        page = visit(f"{here}/?event=gone")
        expect(page.locator("#evidence h2")).to_have_text(some["title"].iloc[1])
        expect(page.locator("#lanes .rings span").first).to_be_visible()
        page.get_by_label("The event after").click()
        expect(page).to_have_url(re.compile(f"event={some['event_id'].iloc[2]}$"))
        page.close()  # before the server, which it would miss


def test_an_empty_timeline_says_so_and_speaks_of_no_filters(
    serve: Callable[..., AbstractContextManager[str]], table: pd.DataFrame, visit: Open, tmp_path: Path
) -> None:
    with serve(table.iloc[:0], tmp_path / "events.parquet") as here:
        page = visit(here, painted="#count:not(:empty)")
        expect(page.locator("#count")).to_have_text("No events")
        expect(page.get_by_text("This timeline has no events")).to_be_visible()
        expect(page.get_by_role("button", name="Clear all filters")).to_be_hidden()
        expect(page.locator("#overview .xtick")).to_have_count(0)
        page.close()  # before the server, which it would miss


def test_what_is_filtered_stands_above_the_chart_and_a_click_takes_it_away(
    address: str, table: pd.DataFrame, visit: Open
) -> None:
    page = visit(f"{address}/?actor=UNO&since=2015&until=2020&q=council")
    shown(page, table, Filter(actors=("UNO",), since=date(2015, 1, 1), until=date(2020, 12, 31), text="council"))
    page.get_by_role("button", name="“council” – take this filter away").click()
    shown(page, table, Filter(actors=("UNO",), since=date(2015, 1, 1), until=date(2020, 12, 31)))
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("")
    page.get_by_role("button", name="2015 to 2020 – take this filter away").click()
    expect(page).to_have_url(f"{address}/?actor=UNO")
    page.get_by_role("button", name="United Nations – take this filter away").click()
    expect(page.locator("#count")).to_have_text(f"All {len(table):,} events")
    expect(page.locator(".chip")).to_have_count(0)


def test_the_columns_of_the_table_are_chosen_and_sorted_by(address: str, table: pd.DataFrame, visit: Open) -> None:
    page = visit(address)
    page.get_by_role("button", name="Columns").click()
    page.get_by_label("Salience").check()
    page.get_by_label("Source", exact=True).uncheck()
    expect(page.locator("#table .ag-header-cell[col-id=source]")).to_have_count(0)
    page.keyboard.press("Escape")
    header = page.locator("#table .ag-header-cell[col-id=salience]")
    header.click()
    header.click()
    first = page.locator("#table .ag-center-cols-container .ag-row[row-index='0'] [col-id=salience]")
    expect(first).to_have_text(f"{table['salience'].max():.1f}")
