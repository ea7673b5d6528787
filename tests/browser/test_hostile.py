"""Whatever an article says, its words stand on the page as words: everywhere, and in every way to look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from dashboards.views.looks import LOOKS
from timeline.model import Actor, Event, EventType, Evidence, Place, Span, TimeValue
from timeline.table.frame import to_frame

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
ATTACKS = (
    "<img src=x onerror=window.pwned=1>",
    "</script><script>window.pwned=2</script>",
    "[x](javascript:window.pwned=3) {{7*7}} ${window.pwned=4} $x$",
    "<b>bold</b><a href='javascript:window.pwned=5'>link</a><br>line",
    "\u202eright to left\u202c and \u2067more",
    "=cmd|' /C calc'!A0",
    "Donaudampfschifffahrts" * 12,
    "\U0001f1f0\U0001f1f5\U0001f91d\U0001f1f7\U0001f1fa \u200b\u0000\ufeff",
    "%{customdata} &lt;i&gt; &amp;",
)
IMG = ATTACKS[0]


def event(number: int, bad: str) -> Event:
    """An event whose every text is an attack."""
    report = Evidence(bad, bad, bad, "javascript:window.pwned=6", date(2022, 8, 15), bad, 0, len(bad), None)
    report = replace(report, trigger_span=Span(0, 1, bad[:1]), actor_spans=(Span(1, 3, bad[1:3]),))
    return Event(
        EventType.CONSULT,
        TimeValue.day(date(2022, 7, number + 1)),
        (Actor("RUS", ATTACKS[0], bad),),
        (Actor(bad, bad, bad),),
        Span(0, 1, bad[:1]),
        (report,),
        place=Place(bad, 55.0, 37.0 + number, "RUS"),
        event_id=f"e{number}",
        title=bad,
        summary=bad,
        note=bad,
    )


@pytest.fixture(scope="module")
def hostile(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    table = to_frame([event(number, bad) for number, bad in enumerate(ATTACKS)], {})
    with serve(table, tmp_path_factory.mktemp("hostile") / "events.parquet") as here:
        yield here


def harmless(page: Page) -> None:
    """Nothing ran, nothing was made of the words, and every link leads into the page itself."""
    assert page.evaluate("window.pwned") is None
    assert page.locator("#page img, #page svg a, #page iframe, #page blockquote b").count() == 0
    links = page.locator("a[href]").evaluate_all("all => all.map(a => a.protocol + a.host)")
    assert set(links) == {page.evaluate("location.protocol + location.host")}
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("window.innerWidth")


def test_titles_stay_words_in_table_heading_and_filters(hostile: str, visit: Open) -> None:
    page = visit(hostile)
    expect(page.locator("h1").first).to_contain_text(IMG)
    titles = page.locator("#table .ag-row [col-id=title]")
    for bad in (IMG, ATTACKS[1], ATTACKS[3], ATTACKS[5]):
        expect(titles.filter(has_text=bad).first).to_be_visible()
    expect(page.get_by_role("group", name="Who", exact=True)).to_contain_text(IMG)
    harmless(page)


def test_what_a_mark_says_stays_words(hostile: str, visit: Open) -> None:
    page = visit(hostile)
    page.keyboard.press("t")
    page.keyboard.press("Home")
    for bad in ATTACKS[:4]:
        expect(page.locator("#lanes .hoverlayer")).to_contain_text(bad[:20])
        active = page.locator("#walk").get_attribute("aria-activedescendant")
        assert bad[:20] in page.locator(f"#{active}").inner_text()
        page.keyboard.press("ArrowRight")
    harmless(page)


def test_evidence_and_story_stay_words_and_keep_their_width(hostile: str, visit: Open) -> None:
    page = visit(hostile, width=390)
    for story, title in (("", "#evidence h2"), ("1", ".stop-title")):
        for number, bad in enumerate(ATTACKS):
            shown = " ".join(bad.replace("\0", "").split())[:40]
            page.evaluate("([event, story]) => window.tieline.go({ event, story })", [f"e{number}", story])
            expect(page.locator(title)).to_contain_text(shown)
            expect(page.locator(title)).to_be_visible()
            harmless(page)


def test_every_way_to_look_shows_words(hostile: str, visit: Open) -> None:
    page = visit(hostile)
    for look in LOOKS:
        page.goto(f"{hostile}/?look={look.name}&q=%3Cimg")
        page.locator(".in-words").wait_for()
        page.locator("#below summary").first.click(timeout=2000) if page.locator("#below summary").count() else None
        expect(page.locator(".chips")).to_contain_text("<img")
        harmless(page)
