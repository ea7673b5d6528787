"""Reasons are those of the mentions found, on any text; and they say what a value rests on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import find_dates, languages
from timeline.dates.explain import Anchor, explain_dates
from timeline.dates.grammar import load_grammar

DAY = date(2024, 6, 19)  # a Wednesday
WORDS = {code: sorted(filter(str.isprintable, load_grammar(code).lexicon.spellings)) for code in languages()}
SOUP = st.sampled_from(languages()).flatmap(
    lambda code: st.tuples(st.just(code), st.lists(st.sampled_from(WORDS[code]) | st.text(max_size=4), max_size=30))
)


@settings(max_examples=150, deadline=None)
@given(SOUP, st.none() | st.dates())
def test_every_mention_is_explained_and_nothing_else_is_one(soup: tuple[str, list[str]], day: date | None) -> None:
    code, words = soup
    text = " ".join(words)
    explained = explain_dates(text, day, code)
    assert [each.mention for each in explained if each.mention] == find_dates(text, day, code)
    assert all(text[each.start : each.end] == each.text for each in explained)


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("They met in 2019.", ()),
        ("They met last month.", (Anchor("publication", "2024-06-19"),)),
        ("They met on May 9, 2023. They parted the next day.", (Anchor("named", "2023-05-09", "May 9, 2023"),)),
        ("SEOUL, June 18 (AFP) - They parted the next day.", (Anchor("dateline", "2024-06-18", "June 18"),)),
    ],
)
def test_anchor_is_the_day_without_which_the_value_is_another(text: str, anchors: tuple[Anchor, ...]) -> None:
    assert explain_dates(text, DAY)[-1].anchors == anchors


@pytest.mark.parametrize(
    ("text", "direction", "cue", "others"),
    [
        ("They arrived on Friday.", "past", "arrived", ("2024-06-21",)),
        ("They will meet on Friday.", "future", "will", ("2024-06-14",)),
        ("On Friday.", "open", "", ("2024-06-21",)),
    ],
)
def test_direction_names_its_cue_and_the_other_value(
    text: str, direction: str, cue: str, others: tuple[str, ...]
) -> None:
    leaning = explain_dates(text, DAY)[-1].leaning
    assert leaning is not None
    assert (leaning.direction, leaning.cue, leaning.others) == (direction, cue, others)


def test_direction_is_not_told_where_it_makes_no_difference() -> None:
    assert explain_dates("They met on May 9, 2023.", DAY)[0].leaning is None


@pytest.mark.parametrize(
    ("text", "opening"), [("It is so since 2017.", "since"), ("Come no later than July.", "no later than")]
)
def test_words_that_open_an_end_are_named(text: str, opening: str) -> None:
    assert explain_dates(text, DAY)[-1].opening == opening


def test_alternative_says_what_another_rule_would_read() -> None:
    (found,) = explain_dates("They met on May 9, 2023.", DAY)
    assert ("May 9", "2024-05-09") in [(each.text, each.value) for each in found.alternatives]


def test_offsets_of_reasons_count_marks_that_do_not_show() -> None:
    (found,) = explain_dates("It was on 19 Ju\u00adne 2024.", DAY)
    assert (found.text, found.start) == ("19 Ju\u00adne 2024", 10)
