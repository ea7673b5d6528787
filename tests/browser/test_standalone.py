"""The page in one file, opened from the disk: nothing is asked of anyone, and nothing in it runs that is not ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.test_axe import found
from timeline.storage.export import About, Rows, export_file

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=document.title='run'></script><script>document.title='run'</script> $x$ &lt;"
Look = Callable[..., Page]


@pytest.fixture(scope="module")
def page_file(table: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped timeline, one title and one quote of it hostile."""
    path = tmp_path_factory.mktemp("page") / "timeline.html"
    titles = table["title"].copy()
    titles.iloc[-1] = HOSTILE
    rows = Rows(table.assign(title=titles))
    export_file(rows, path, About("Ties & <more>", "Since 1945", "?since=1945"))
    return path


@pytest.fixture(scope="module")
def many_file(table: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2,100 events: too many for marks."""
    some = table.assign(articles=table["articles"].map(lambda reports: reports[:1]))
    copies = [some.assign(event_id=some["event_id"] + f"-{n}") for n in range(2100 // len(some) + 1)]
    path = tmp_path_factory.mktemp("many") / "timeline.html"
    export_file(Rows(pd.concat(copies, ignore_index=True)[:2100]), path, About())
    return path


@pytest.fixture
def look(browser: Browser, page_file: Path) -> Iterator[Look]:
    """look(width=1280, scheme="light", hash="", file=page_file) -> the page; errors and requests fail the test"""
    complaints: list[str] = []
    context = browser.new_context()

    def look(width: int = 1280, scheme: str = "light", hash: str = "", file: Path = page_file) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request", lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else complaints.append(r.url)
        )
        page.goto(file.as_uri() + hash)
        expect(page.locator("#chart .point").first).to_be_attached()
        return page

    yield look
    context.close()
    assert complaints == []


def test_the_page_shows_every_event_and_says_what_it_is(look: Look, table: pd.DataFrame) -> None:
    page = look()
    expect(page.locator("h1")).to_have_text("Ties & <more>")
    expect(page.locator("#count")).to_have_text(f"{len(table)} events")
    expect(page.locator("#about")).to_contain_text("Filter: Since 1945")
    assert page.locator("meta[name=description]").get_attribute("content") == "Since 1945 (?since=1945)"


def test_a_mark_opens_the_evidence_with_its_quote(look: Look, table: pd.DataFrame) -> None:
    read = table[table["articles"].map(lambda reports: any(r["trigger"] for r in reports))].iloc[0]
    page = look(hash=f"#event={read['event_id']}")
    expect(page.locator("#evidence h2")).to_have_text(read["title"])
    expect(page.locator("#evidence mark.trigger").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()
    marks = "document.getElementById('chart').data.find(trace => trace.hovertext && trace.mode === 'markers')"
    place = page.evaluate(
        f"""() => {{ const chart = document.getElementById('chart'), trace = {marks};
        const box = chart.getBoundingClientRect(), {{ xaxis, yaxis }} = chart._fullLayout;
        return {{ x: box.x + xaxis._offset + xaxis.d2p(trace.x[0]),
        y: box.y + yaxis._offset + yaxis.d2p(trace.y[0]) }}; }}"""
    )
    page.mouse.click(place["x"], place["y"])
    expect(page.locator("#evidence")).to_be_visible()
    opened = table.set_index("event_id")["title"][page.url.partition("#event=")[2]]
    expect(page.locator("#evidence h2")).to_have_text(opened)


def test_the_page_filters_by_actor_type_years_and_words(look: Look, table: pd.DataFrame) -> None:
    page = look()
    page.select_option("#actor", "CHN")
    involved = table.apply(lambda row: "CHN" in [*row["source_codes"], *row["target_codes"]], axis=1)
    expect(page.locator("#count")).to_have_text(f"{involved.sum()} of {len(table)} events")
    drawn = "new Set(document.getElementById('chart').data.flatMap(trace => trace.customdata)).size"
    assert page.evaluate(drawn) == involved.sum()
    page.get_by_role("button", name="Clear").click()
    page.fill("#since", "2024")
    page.select_option("#type", "SANCTION")
    late = (table["type"] == "SANCTION") & ~(table["date_end"] < date(2024, 1, 1)).fillna(False)
    expect(page.locator("#count")).to_have_text(f"{late.sum()} of {len(table)} events")
    page.get_by_role("button", name="Clear").click()
    page.fill("#words", "document.title")
    expect(page.locator("#count")).to_have_text(f"1 of {len(table)} events")


def test_more_events_than_marks_are_counted_and_still_filter_list_and_open(look: Look, many_file: Path) -> None:
    page = look(file=many_file)
    expect(page.locator("#count")).to_have_text("2,100 events")
    expect(page.locator("#rows tr")).to_have_count(200)
    page.locator("#rows button").first.click()
    expect(page.locator("#evidence h2")).to_be_visible()
    page.keyboard.press("Escape")
    page.select_option("#actor", "CHN")
    expect(page.locator("#count")).to_contain_text(re.compile(r"^\d[\d,]* of 2,100 events; the bars count all$"))
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#count")).to_have_text("2,100 events")


def test_a_click_on_a_bar_sets_its_years(look: Look, many_file: Path) -> None:
    page = look(file=many_file)
    bar = page.evaluate("document.getElementById('chart').data[0].customdata[0]")
    page.evaluate(
        "query => document.getElementById('chart').emit('plotly_click', {points: [{customdata: query}]})", bar
    )
    since, until = re.findall(r"=(\d+)", bar)
    expect(page.locator("#since")).to_have_value(str(int(since)))
    expect(page.locator("#until")).to_have_value(str(int(until)))
    expect(page.locator("#count")).to_contain_text(" of 2,100 events")


def test_hostile_text_stays_text(look: Look, table: pd.DataFrame) -> None:
    page = look(hash=f"#event={table['event_id'].iloc[-1]}")
    expect(page.locator("#evidence h2")).to_have_text(HOSTILE)
    assert page.title() == "Ties & <more>"
    assert page.locator("img").count() == 0


def test_the_page_is_dark_where_the_system_is_and_fits_a_phone(look: Look) -> None:
    page = look(width=390, scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Light", exact=True).click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != ground
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_in_the_page(
    browser: Browser, page_file: Path, table: pd.DataFrame, width: int, scheme: Literal["light", "dark"]
) -> None:
    size: ViewportSize = {"width": width, "height": 900}
    page = browser.new_page(bypass_csp=True, viewport=size, color_scheme=scheme)
    page.goto(f"{page_file.as_uri()}#event={table['event_id'].iloc[-1]}")
    expect(page.locator("#evidence h2")).to_be_visible()
    assert found(page) == []
    page.close()


def test_a_thousand_events_are_less_than_six_megabytes(table: pd.DataFrame, tmp_path: Path) -> None:
    copies = [table.assign(event_id=table["event_id"] + f"-{n}") for n in range(4)]
    export_file(Rows(pd.concat(copies, ignore_index=True)[:1000]), tmp_path / "t.html", About())
    assert (tmp_path / "t.html").stat().st_size < 6_000_000


def test_only_our_scripts_may_run(page_file: Path) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page_file.read_text(encoding="utf-8"))
    assert policy
    assert policy[1].startswith("default-src &#x27;none&#x27;; script-src &#x27;sha256-")
    assert "unsafe-eval" not in policy[1]
