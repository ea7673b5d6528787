"""The whole way from article to events: what it refuses, and that it never fails."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import LanguageError
from timeline.events import extract_events
from timeline.model import Article

WORDS = "Putin|Kim Jong Un| met | on Friday|\n| in Moscow|.|\x00| he |“|the two|-0-|🙂|2019|http://| said that "
PIECES = st.sampled_from([*WORDS.split("|"), "Un.On", " ", "'s", "(", "–", " will visit ", " since ", "\ud800"])


def test_language_without_a_coder_is_named() -> None:
    with pytest.raises(LanguageError, match=r"^a1: ru: expected English"):
        extract_events(Article("Путин встретился с Кимом.", date(2024, 1, 1), id="a1", language="ru"))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "\x00\x00", "a" * 10_000, "Kim " * 500, "(" * 500, "\ud800 Putin met Kim."]
)
def test_odd_text_gives_no_failure(text: str) -> None:
    assert isinstance(extract_events(Article(text, date(2024, 1, 1))), list)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join), st.none() | st.dates())
def test_any_text_gives_events_that_lie_in_it(text: str, published: date | None) -> None:
    for event in extract_events(Article(text, published)):
        [evidence] = event.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert 0 < event.confidence <= 1
        assert event.source
        assert published or event.date_basis != "publication"


@pytest.mark.parametrize(
    "piece", ["Aa ", "Kim ", "Mr. ", "Russia attacked Ukraine on Monday, ", "the two he she it ", ".\n", "(", "Aa/"]
)
def test_long_hostile_text_takes_no_time_to_speak_of(piece: str) -> None:
    begin = process_time()
    extract_events(Article(piece * (60_000 // len(piece)), date(2024, 1, 1)))
    assert process_time() - begin < 20, "more than linear"


def test_ids_within_an_article_differ() -> None:
    text = "Putin met Kim Jong Un on May 3, and Putin met Xi Jinping on May 4. Russia visited Laos in May 2020."
    ids = [event.event_id for event in extract_events(Article(text, date(2022, 8, 15)))]
    assert len(ids) == len(set(ids)) == 3


def test_same_article_gives_the_same_events() -> None:
    article = Article("Putin met Kim Jong Un in Moscow on May 3, state media said.", date(2022, 8, 15))
    assert extract_events(article) == extract_events(article)


def test_place_and_speaker_are_kept() -> None:
    text = "Putin met Kim Jong Un in Vladivostok on May 3, South Korean intelligence said."
    [event] = extract_events(Article(text, date(2022, 8, 15)))
    assert event.place
    assert (event.place.name, [a.code for a in event.attributed_to]) == ("Vladivostok", ["KOR"])
