"""The story, opened by the real TimelineJS3.

It is not ours to ship: `npm install --prefix build/peers @knight-lab/timelinejs` puts it where this test looks.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, expect

from timeline.figures.words import date_words
from timeline.storage.export import About, Rows, export_file

pytestmark = pytest.mark.browser
DIST = Path(__file__).parents[2] / "build/peers/node_modules/@knight-lab/timelinejs/dist"
PAGE = """<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="css/timeline.css">
<div id="timeline" style="width: 1000px; height: 640px"></div><script src="js/timeline.js"></script>
<script>fetch("story.json").then((answer) => answer.json()).then((story) => {
  window.timeline = new TL.Timeline("timeline", story, { hash_bookmark: false, font: null });
});</script>"""


@pytest.mark.skipif(not DIST.exists(), reason=f"TimelineJS3 is not there: npm install --prefix build/peers {DIST}")
def test_timelinejs_opens_the_story_and_shows_each_slide(table: pd.DataFrame, browser: Browser, tmp_path: Path) -> None:
    story = tmp_path / "story"
    shutil.copytree(DIST, story)
    shown = table[table["date_start"].notna()][-40:]
    export_file(Rows(shown), story / "story.json", About("Ties"), format="timelinejs")
    (story / "index.html").write_text(PAGE, encoding="utf-8")
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("http://story.test/**", lambda route: route.fulfill(path=story / route.request.url.split("/", 3)[3]))
    page.goto("http://story.test/index.html")
    expect(page.locator(".tl-slide")).to_have_count(len(shown) + 1, timeout=20_000)
    expect(page.locator(".tl-timemarker")).to_have_count(len(shown))
    headlines = page.locator(".tl-slide h2.tl-headline").all_text_contents()
    assert [" ".join(words.split()) for words in headlines[1:]] == shown["title"].tolist()
    dates = page.locator(".tl-slide h3.tl-headline-date").all_text_contents()
    assert dates[1:] == [date_words(edtf) for edtf in shown["date_edtf"]]
    assert errors == []
    page.close()
