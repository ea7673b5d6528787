"""What holds for any text and any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import find_dates
from timeline.dates.grammar import load_grammar
from timeline.model import TimeValue

LEXICON = load_grammar("en").lexicon
WORDS = sorted(word for word in LEXICON.spellings if word.isprintable() and not word.isdigit())
NUMBERS = [
    "0",
    "00",
    "1",
    "2",
    "3",
    "12",
    "29",
    "30",
    "31",
    "32",
    "59",
    "60",
    "99",
    "1500",
    "1999",
    "2024",
    "2100",
    "2199",
]
# Words that belong together come together more often than chance would have it.
KIN = [sorted(word for row in LEXICON.values[name] for word in row) for name in ("month", "unit", "turn", "weekday")]
MIX = st.one_of(st.sampled_from(WORDS), st.sampled_from(NUMBERS), *map(st.sampled_from, KIN), st.just("Kim"))
SOUP = st.lists(MIX, max_size=40).map(" ".join)
GLUE = st.lists(MIX | st.sampled_from([" ", "\n", "–", "İ", "\u2028", "𝟙", "٣"]), max_size=40).map("".join)
TEXTS = st.one_of(st.text(max_size=200), SOUP, GLUE)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))
COUNTS = st.integers(1, 400)


@settings(max_examples=600, deadline=None)
@given(TEXTS, DAYS)
def test_mentions_cut_their_text_in_order_and_never_overlap(text: str, day: date | None) -> None:
    mentions = find_dates(text, day)
    for mention in mentions:
        assert mention.text == text[mention.start : mention.end]
        assert mention.text == mention.text.strip() != ""
    assert all(one.end <= other.start for one, other in pairwise(mentions))


@settings(max_examples=600, deadline=None)
@given(SOUP, DAYS)
def test_values_survive_a_round_trip_through_edtf(text: str, day: date | None) -> None:
    for mention in find_dates(text, day):
        for value in (mention.value, mention.base):
            assert value is None or TimeValue.from_edtf(value.edtf) == value


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_without_a_publication_date_nothing_hangs_on_it(text: str) -> None:
    for mention in find_dates(text):
        assert mention.value is None or mention.basis in ("explicit", "named-day", "discourse", "relative")
    assert [m.value for m in find_dates("They met last month, on Monday and yesterday.")] == [None, None, None]


@given(st.dates(date(1700, 1, 1), date(2900, 1, 1)), st.integers(-9999, 9999), COUNTS)
def test_days_ago_move_with_the_publication_date(day: date, shift: int, count: int) -> None:
    text = f"He came {count} days ago."
    here, there = (find_dates(text, each)[0].value for each in (day, day + timedelta(shift)))
    assert here is not None
    assert there is not None
    assert here.start is not None
    assert there.start == here.start + timedelta(shift)


@pytest.mark.parametrize("day", [date.min, date.max, date(9999, 1, 1), date(1, 1, 5)])
def test_the_ends_of_the_calendar_do_no_harm(day: date) -> None:
    text = "Last year, next century, 400 years ago, two weeks from now, on Sunday, last May, the third quarter, Easter."
    assert len(find_dates(text, day)) == 8


@pytest.mark.parametrize("word", ["last ", "12 ", "the last two ", "2019-", "Monday ", "a", "\n", "1,", "in May "])
def test_work_grows_with_the_length_alone(word: str) -> None:
    """Ten times the text takes about ten times as long; a hundred times would be the sign of backtracking."""
    from time import process_time

    def seconds(count: int) -> float:
        begin = process_time()
        find_dates(word * count, date(2024, 6, 19))
        return process_time() - begin

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.002)
