"""Languages without a grammar: what dateparser finds, as precise as the words are, false alarms left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import find_dates

DAY = date(2022, 8, 17)  # a Wednesday

FINDS = [
    ("de", "Am 13. Juli 2022 kam er.", "2022-07-13"),
    ("de", "Er kam gestern an.", "2022-08-16"),
    ("de", "Im Mai 2019 war es ruhig.", "2019-05"),
    ("de", "Am Montag kam er.", "2022-08-15"),
    ("fr", "Le 13 juillet 2022, il est venu.", "2022-07-13"),
    ("fr", "En 2021 il est parti.", "2021"),
    ("es", "El 13 de julio de 2022 llegaron.", "2022-07-13"),
    ("es", "En mayo de 2019 llegaron.", "2019-05"),
    ("zh", "2022年7月13日，他来了。", "2022-07-13"),
    ("zh", "他昨天来了。", "2022-08-16"),
    ("ja", "2019年5月に来た。", "2019-05"),
    ("ja", "月曜日に来た。", "2022-08-15"),
]
FALSE_ALARMS = [
    ("de", "Es kamen 30 Personen, so wie es war."),
    ("fr", "Il a payé 12 euros ou 3,5 dollars."),
    ("es", "Se fue al mar con 30 personas."),
    ("nl", "Dat may so."),
    ("xx", "Am 13. Juli 2022."),
]


@pytest.mark.parametrize(("language", "text", "edtf"), FINDS)
def test_fallback_is_as_precise_as_the_words(language: str, text: str, edtf: str) -> None:
    mentions = find_dates(text, DAY, language)
    assert [mention.value.edtf for mention in mentions if mention.value] == [edtf]
    assert all(mention.text == text[mention.start : mention.end] for mention in mentions)


@pytest.mark.parametrize(("language", "text"), FALSE_ALARMS)
def test_fallback_leaves_false_alarms_out(language: str, text: str) -> None:
    assert [mention.text for mention in find_dates(text, DAY, language)] == []


def test_fallback_gives_relative_dates_no_value_without_publication() -> None:
    assert [mention.value for mention in find_dates("Er kam gestern an.", None, "de")] == [None]


def test_fallback_places_mentions_in_long_texts() -> None:
    text = "Es war ruhig.\n" * 1000 + "Am 13. Juli 2022 kam er."
    (mention,) = find_dates(text, DAY, "de")
    assert (mention.start, mention.text) == (14_000, "Am 13. Juli 2022")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["de", "fr", "es", "zh", "ja", "xx"]), st.none() | st.dates())
def test_fallback_never_fails(text: str, language: str, day: date | None) -> None:
    mentions = find_dates(text, day, language)
    assert all(mention.text == text[mention.start : mention.end] for mention in mentions)
