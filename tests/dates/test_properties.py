"""What holds for any text and any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import find_dates, languages
from timeline.dates.grammar import load_grammar
from timeline.dates.tokens import LONG
from timeline.model import TimeValue

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
GLUES = ["", " ", "\n", "–", "·", "İ", "\u2028", "𝟙", "٣", "\n\n", "\r\n", "."]
# White space that is not a blank, marks that do not show, the other way of writing, an accent alone, half a pair.
ODD = ["\u00a0", "\u3000", "\u00ad", "\u200b", "\ufeff", "\u202e", "\u200f", "\u0301", "\ud800", "\x00", "\x1c"]
# Words that belong together come together more often than chance would have it.
KIN = ("month", "unit", "turn", "weekday")


def _mix(code: str) -> st.SearchStrategy[str]:
    """A word of a language, a number, or a name that it does not know."""
    lexicon = load_grammar(code).lexicon
    words = sorted(word for word in lexicon.spellings if word.isprintable() and not word.isdigit())
    kin = [sorted(word for row in lexicon.values.get(name, {}) for word in row) for name in KIN]
    rows = (words, NUMBERS, *kin, sorted(lexicon.particles.lent), ["Kim", "김"])
    return st.one_of([st.sampled_from(row) for row in rows if row])


def _soup(code: str) -> st.SearchStrategy[tuple[str, str]]:
    return st.lists(_mix(code), max_size=40).map(lambda words: (code, " ".join(words)))


def _glued(code: str) -> st.SearchStrategy[tuple[str, str]]:
    return st.lists(_mix(code) | st.sampled_from(GLUES) | st.sampled_from(ODD), max_size=40).map(
        lambda words: (code, "".join(words))
    )


# A language, and a text that is thick with its words.
SOUP = st.one_of([_soup(code) for code in languages()])
ANY = st.tuples(st.sampled_from(languages()), st.text(max_size=200))
TEXTS = st.one_of([SOUP, ANY, *(_glued(code) for code in languages())])
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))
COUNTS = st.integers(1, 400)


@settings(max_examples=600, deadline=None)
@given(TEXTS, DAYS)
def test_mentions_cut_their_text_in_order_and_never_overlap(found: tuple[str, str], day: date | None) -> None:
    code, text = found
    mentions = find_dates(text, day, code)
    for mention in mentions:
        assert mention.text == text[mention.start : mention.end]
        assert mention.text == mention.text.strip() != ""
    assert all(one.end <= other.start for one, other in pairwise(mentions))


@settings(max_examples=300, deadline=None)
@given(SOUP, DAYS)
def test_text_that_must_be_cut_finer_reads_as_any_other(text: str, day: date | None) -> None:
    """A word too long for the table of chunks has the whole text cut in another way."""
    assert find_dates(f"{text} Q{'q' * LONG}", day) == find_dates(f"{text} Qq", day)


@settings(max_examples=600, deadline=None)
@given(SOUP, DAYS)
def test_values_survive_a_round_trip_through_edtf(found: tuple[str, str], day: date | None) -> None:
    code, text = found
    for mention in find_dates(text, day, code):
        for value in (mention.value, mention.base):
            assert value is None or TimeValue.from_edtf(value.edtf) == value


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_without_a_publication_date_nothing_hangs_on_it(found: tuple[str, str]) -> None:
    code, text = found
    for mention in find_dates(text, None, code):
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


@settings(max_examples=100, deadline=None)
@given(TEXTS, DAYS)
def test_the_same_text_has_the_same_mentions(found: tuple[str, str], day: date | None) -> None:
    """Whatever was read in between: what the engine remembers of other texts changes nothing."""
    code, text = found
    first = find_dates(text, day, code)
    for other in languages():
        find_dates(f"{text} 2024", date(2001, 9, 11), other)
    assert find_dates(text, day, code) == first


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(languages()).flatmap(_soup), st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_paragraphs_without_known_words_around_change_nothing(found: tuple[str, str], day: date, length: int) -> None:
    code, text = found
    around = "Xyzzq qux. " * length
    alone, inside = find_dates(f"\n\n{text}\n\n", day, code), find_dates(f"{around}\n\n{text}\n\n{around}", day, code)
    moved = [(each.start + len(around), each.text, each.timex3, each.value) for each in alone]
    assert [(each.start, each.text, each.timex3, each.value) for each in inside] == moved


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
    assert min(seconds(20_000) for _ in range(3)) < 40 * max(seconds(2_000), 0.002)
