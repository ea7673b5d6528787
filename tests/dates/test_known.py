"""What is remembered changes nothing, and the work stays bounded."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import read_articles
from timeline.dates import find_dates, languages
from timeline.dates.context import Context
from timeline.dates.discourse import Discourse
from timeline.dates.eras import named_before_christ
from timeline.dates.find import Placed, placed, read
from timeline.dates.grammar import load_grammar
from timeline.dates.known import FACTS, Alone, AskedError, known
from timeline.dates.scan import scan
from timeline.dates.tokens import Tokens
from timeline.storage.shipped import shipped_data

DAY = date(2024, 6, 19)
SENTENCES = [
    "On Monday they met.", "They will meet on Monday,", "since 5 May", "By Friday,", "in August", "that day",
    "a year ago", "on the 12th", "a week later", "In 1950", "In 1951,", "in 1948", "in 1949", "in 1953",
    "the next spring", "the quarter", "at 5 p.m.", "from Monday to Friday", "Easter", "and", "(born", ")",
    "he said.", "\n\n", "in 480 BC", "next winter", "в понедельник", "5 мая", "будет", "в августе", "год назад",
    "с пятницы", "в тот день", ".", "13일부터", "지난달", "내년", "8월에", "그날", "월요일", "했다",
]  # fmt: skip


def _is_the_same(found: Placed) -> bool:
    """As it would be without any table."""
    plain = read(found.fit, found.context)
    return found.reading == plain or (plain is not None and found.reading == named_before_christ(plain))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), max_size=30),
    st.sampled_from(languages()),
    st.none() | st.sampled_from([DAY, date(2024, 8, 12), date(1998, 1, 1)]),
)
def test_what_is_remembered_is_what_would_be_read(sentences: list[str], code: str, day: date | None) -> None:
    assert all(map(_is_the_same, placed(" ".join(sentences), code, day)))


def test_what_is_remembered_is_what_would_be_read_in_articles() -> None:
    for article in read_articles([shipped_data() / "articles"]):
        assert all(map(_is_the_same, placed(article.text, article.language, article.published)))


@pytest.mark.parametrize(
    ("text", "asks"), [("today", ""), ("2024", ""), ("on Monday", "leaning"), ("that day", "said_day")]
)
def test_reading_says_what_it_rests_on_besides_publication(text: str, asks: str) -> None:
    grammar = load_grammar("en")
    fit = next(scan(Tokens.read(text, grammar.lexicon.rows).symbols, grammar))
    assert (
        known(fit.shape, text[text.find(" ") + 1 :] if text.startswith("on") else text, grammar, DAY, False).asks
        == asks
    )


def test_nothing_of_a_place_can_be_seen_but_what_is_known() -> None:
    grammar = load_grammar("en")
    alone = Alone._make(Context(grammar, Tokens("", "", [], [], "", 0), 0, 0, None, Discourse(), False))
    alone.seen = {"grammar": grammar, "published": DAY, "story": False, "leaning": 1}
    assert (alone.anchor, alone.leaning) == (DAY, 1)
    for name in {*Context._fields, *FACTS, "heading"} - alone.seen.keys():
        with pytest.raises(AskedError):
            getattr(alone, name)


def _calls(text: str, code: str) -> int:
    counts = Counter[str]()

    def count(frame: FrameType, event: str, argument: object) -> None:
        counts[event] += 1

    find_dates(text, DAY, code)
    sys.setprofile(count)
    try:
        find_dates(text, DAY, code)
    finally:
        sys.setprofile(None)
    return counts["call"] + counts["c_call"]


@pytest.mark.parametrize(
    "unit",
    ["last ", "today ", "on Monday ", "1950 ", "2024,", "1.", "(", "since 5 May, ", "9", "\n\n", "13일부터 ", "в мае "],
)
@pytest.mark.parametrize("code", languages())
def test_work_grows_as_the_text_does(unit: str, code: str) -> None:
    """Counted in calls, which no busy machine distorts."""
    once, twice, four = (_calls(unit * times, code) for times in (300, 600, 1200))
    assert twice <= 2.1 * once + 100
    assert four <= 2.1 * twice + 100
