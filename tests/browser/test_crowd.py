"""Where there are too many events for marks: by keyboard, in the story, and as axe sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import found
from tests.browser.test_keyboard import standing
from timeline.figures.lanes import LIMIT

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="module")
def crowd(table: pd.DataFrame) -> pd.DataFrame:
    """The shipped timeline as often as it takes."""
    copies = [table.assign(event_id=table["event_id"] + f"-{n}") for n in range(LIMIT // len(table) + 1)]
    return pd.concat(copies).sort_values(["date_start", "event_id"], ignore_index=True)


@pytest.fixture(scope="module")
def crowded(serve: Serve, crowd: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(crowd, tmp_path_factory.mktemp("crowd") / "events.parquet") as here:
        yield here


def test_the_arrow_keys_walk_along_the_rows(crowded: str, crowd: pd.DataFrame, visit: Open) -> None:
    page = visit(crowded, painted=".in-words")
    expect(page.locator(".in-words")).to_contain_text(f"{len(crowd):,} events, ")
    page.keyboard.press("t")
    said = page.locator("#walk-keys")
    expect(said).to_contain_text(f"Event 1 of {len(crowd)}: ")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text(f"Event 2 of {len(crowd)}: ")
    page.keyboard.press("ArrowDown")
    expect(said).to_contain_text(f"Event 12 of {len(crowd)}: ")
    page.keyboard.press("End")
    expect(said).to_contain_text(f"Event {len(crowd)} of {len(crowd)}: ")
    assert crowd["title"].iloc[-1] in standing(page)
    assert found(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("#evidence h2")).to_have_text(crowd["title"].iloc[-1])
    expect(page).to_have_url(f"{crowded}/?event={crowd['event_id'].iloc[-1]}")
    page.keyboard.press("Escape")
    expect(page.locator("#walk")).to_be_focused()
    expect(said).to_contain_text(f"Event {len(crowd)} of {len(crowd)}: ")


def test_the_story_is_as_short_as_ever(crowded: str, visit: Open) -> None:
    page = visit(f"{crowded}/?story=1", painted=".stop-title")
    expect(page.locator(".stop-place")).to_have_text("1 of 12")
