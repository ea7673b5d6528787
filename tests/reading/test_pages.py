"""Saved pages in the shapes that sites have: each has its day of publication, and a body that is the article alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.reading import saved

HERE = Path(__file__).parent
ENOUGH = 0.95  # of the pages
SHAPES = {
    "news agency", "newspaper with appeal", "government press release", "think-tank report", "feed item", "print view",
    "page in Russian", "page in Korean", "archived page", "saved page",
}  # fmt: skip


@pytest.fixture(scope="module")
def outcomes() -> list[Any]:
    return [saved.read_page(page) for page in saved.load_pages()]


def test_there_are_pages_of_every_shape(outcomes: list[Any]) -> None:
    shapes = Counter(outcome.page.shape for outcome in outcomes)
    assert len(outcomes) >= 40
    assert set(shapes) >= SHAPES
    assert {path.name for path in saved.FOLDER.glob("*.html")} == {outcome.page.file for outcome in outcomes}


@pytest.mark.parametrize(
    "is_right",
    [
        pytest.param(lambda outcome: outcome.published == outcome.page.published, id="day of publication"),
        pytest.param(lambda outcome: not outcome.extra, id="no word of boilerplate"),
        pytest.param(lambda outcome: not outcome.missing, id="no word missing"),
        pytest.param(lambda outcome: not outcome.wrong, id="basis, time and title"),
    ],
)
def test_nearly_all_pages_are_read_rightly(outcomes: list[Any], is_right: Callable[[Any], bool]) -> None:
    wrong = [outcome.page.name for outcome in outcomes if not is_right(outcome)]
    assert len(wrong) <= (1 - ENOUGH) * len(outcomes), wrong


def test_table_in_the_readme_says_how_each_page_is_read(outcomes: list[Any]) -> None:
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    assert saved.table(outcomes) in readme, "write it anew: python tests/reading/saved.py"
