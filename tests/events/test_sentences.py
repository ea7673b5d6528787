"""Sentences and zones: what is the article, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events import split_sentences


def zones(text: str, title: str = "") -> list[tuple[str, str]]:
    return [(s.zone, s.text) for s in split_sentences(text, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on Nov. 9. She stayed.", ["He left on Nov. 9.", "She stayed."]),
        ("The U.N. Council met. The U.S. The end.", ["The U.N. Council met.", "The U.S.", "The end."]),
        ("They met Mr. Oh. J. R. Li sat by.", ["They met Mr. Oh.", "J. R. Li sat by."]),
        ("It began in Oslo.On Monday it ended.", ["It began in Oslo.", "On Monday it ended."]),
        ('"We agree." He smiled.', ['"We agree."', "He smiled."]),
        ("Was it so? Yes! Of course.", ["Was it so?", "Yes!", "Of course."]),
        ("Prices rose 3.5 percent. Good.", ["Prices rose 3.5 percent.", "Good."]),
        ("See kcna.kp for more. Done.", ["See kcna.kp for more.", "Done."]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert [s.text for s in split_sentences(f"A title\n\nA first line.\n{text}")][2:] == expected


@pytest.mark.parametrize(
    "line",
    [
        "PYONGYANG, Aug. 16 (KCNA) --",
        "SEOUL, South Korea (AP) —",
        "Oslo, March 3 (Xinhua) -",
        "Friday, August 21, 2015",
        "BERLIN, Dec 18 , 2006",
    ],
)
def test_dateline_is_cut_off(line: str) -> None:
    found = zones(f"A title\n\n{line} The envoys met." if line[-1] in "-—" else f"A title\n\n{line}\nThe envoys met.")
    assert [zone for zone, _ in found] == ["title", "dateline", "body"]
    assert found[1][1] == line


@pytest.mark.parametrize(
    "paragraph",
    [
        "Read more",
        "Support The Evening Post!",
        "By Jane Doe and John Roe",
        "© 2022 The Evening Post. All rights reserved.",
        "Subscribe to our newsletter for the latest news.",
        "We use cookies to make this site better.",
        "Your support keeps independent journalism alive. Please give monthly.",
        "Jane Doe is a senior fellow at the Institute for Peace.",
    ],
)
def test_what_is_not_the_article_is_boilerplate(paragraph: str) -> None:
    found = zones(f"A title\n\nThe envoys met in Oslo.\n\n{paragraph}")
    assert {zone for zone, text in found if text in paragraph} == {"boilerplate"}


@pytest.mark.parametrize(
    "paragraph",
    [
        "The minister asked for support, and the council gave it.",
        "Independent media were banned in March.",
        "The aid group asks the state for a monthly report.",
        "He gave his support to the treaty on Friday.",
    ],
)
def test_news_of_support_and_media_is_no_appeal(paragraph: str) -> None:
    assert zones(f"A title\n\n{paragraph}")[-1] == ("body", paragraph)


def test_nothing_follows_an_appeal() -> None:
    found = zones("A title\n\nNews came.\n\n… we have a small favor to ask.\n\nRussia attacked us in 1990.")
    assert [zone for zone, _ in found][-2:] == ["boilerplate", "boilerplate"]


def test_caption_is_told_by_its_credit() -> None:
    assert zones("A title\n\nKim (L) and Xi in Dalian on May 8, 2018. Li Xin/AFP\n\nThey met.")[1][0] == "caption"


def test_title_is_known_by_its_words() -> None:
    assert zones("Intro text here.\n\nPutin, Kim meet\n\nThey met.", "Putin, Kim Meet")[1][0] == "title"


def test_line_that_goes_on_in_lower_case_is_one_paragraph() -> None:
    assert zones("A title\n\nThe two met\nin Oslo.")[1:] == [("body", "The two met\nin Oslo.")]


@given(st.text(max_size=200), st.text(max_size=20))
def test_sentences_lie_in_the_text_in_order(text: str, title: str) -> None:
    at = 0
    for sentence in split_sentences(text, title):
        assert text[sentence.start : sentence.end] == sentence.text
        assert at <= sentence.start < sentence.end
        at = sentence.end
