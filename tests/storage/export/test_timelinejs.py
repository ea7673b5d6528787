"""What TimelineJS3 is given."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from tests.storage.export.conftest import Export


@pytest.fixture(scope="module")
def story(export: Export, uncertain: pd.DataFrame) -> Any:
    return json.loads(export(uncertain, "timelinejs"))


def test_story_has_a_slide_for_each_event(story: Any, uncertain: pd.DataFrame) -> None:
    assert [slide["unique_id"] for slide in story["events"]] == list(uncertain["event_id"])


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("day", {"year": 2022, "month": 8, "day": 15}, None),
        ("month", {"year": 2022, "month": 7}, {"year": 2022, "month": 7}),
        ("year", {"year": 2021}, {"year": 2021}),
        ("span", {"year": 2024, "month": 6, "day": 18}, {"year": 2024, "month": 6, "day": 19}),
        ("open", {"year": 2022, "month": 1, "day": 1}, None),
        ("until", {"year": 2020, "month": 5, "day": 31}, None),
    ],
)
def test_story_knows_no_more_of_a_date_than_the_table(story: Any, name: str, first: Any, last: Any) -> None:
    slide = next(slide for slide in story["events"] if slide["unique_id"] == name)
    assert (slide["start_date"], slide.get("end_date")) == (first, last)


def test_story_shows_hostile_text_as_it_stands(story: Any) -> None:
    said = json.dumps(story)
    assert "<script" not in said
    assert 'href=\\"javascript' not in said


def test_story_says_how_it_was_chosen(story: Any) -> None:
    assert story["title"]["text"]["headline"] == "Ties"
    assert "Filter: Russia; from 2022" in story["title"]["text"]["text"]
