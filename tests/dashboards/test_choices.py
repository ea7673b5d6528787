from __future__ import annotations

import pytest

from dashboards.choices import sight, tally
from timeline.table.filter import Filter


def test_a_browser_that_says_nonsense_gets_the_usual_page() -> None:
    seen = sight(Filter(), "pink", "wide")
    assert (seen.scheme, seen.width) == ("light", 1000)


def test_the_tally_says_how_many_of_how_many() -> None:
    assert tally(0, 1310) == "0 of 1,310 events"


@pytest.mark.parametrize(
    ("shown", "total", "words"),
    [(0, 0, "No events"), (1, 1, "1 event"), (0, 1, "0 of 1 event"), (1, 2, "1 of 2 events"), (2, 2, "All 2 events")],
)
def test_one_event_is_no_plural(shown: int, total: int, words: str) -> None:
    assert tally(shown, total) == words
