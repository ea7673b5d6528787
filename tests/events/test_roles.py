"""Who acts on whom: pronouns, partners, towns; and no one on himself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.identity import event_id
from timeline.model import Article

Teller = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Putin met Kim Jong Un on May 3. The two leaders signed a treaty on May 4.",
            "2022-05-04 SUPPORT actual PRK,RUS > PRK,RUS",
        ),
        ("Xi Jinping was in Hanoi. On May 3 he condemned Japan.", "2022-05-03 ACCUSE actual CHN > JPN"),
        (
            "Sergei Lavrov received Choe Son Hui on May 3. On May 4 she condemned Japan.",
            "2022-05-04 ACCUSE actual PRK > JPN",
        ),
        (
            "The UN Security Council met. On May 3 the Council imposed sanctions on Iran.",
            "2022-05-03 SANCTION actual UNO > IRN",
        ),
        (
            "China visited Laos on May 2. Both countries signed a treaty on May 3.",
            "2022-05-03 SUPPORT actual CHN,LAO > CHN,LAO",
        ),
    ],
)
def test_reference_stands_for_who_was_named(text: str, expected: str, told: Teller) -> None:
    assert expected in told(text)


def test_nobody_acts_on_himself(told: Teller) -> None:
    assert told("Moscow condemned the Kremlin on May 3.") == []


def test_town_is_visited_but_does_not_act(told: Teller) -> None:
    assert told("Kim Jong Un visited Vladivostok on May 3.") == ["2022-05-03 CONSULT actual PRK > RUS"]
    assert told("Japan condemned China in Seoul on May 3.") == ["2022-05-03 ACCUSE actual JPN > CHN"]


def test_capital_acts_where_it_speaks(told: Teller) -> None:
    assert told("Tokyo condemned Beijing on May 3.") == ["2022-05-03 ACCUSE actual JPN > CHN"]


def test_who_backs_an_actor_is_no_actor(told: Teller) -> None:
    assert told("Ukraine attacked the Moscow-backed Donetsk People's Republic on May 3.") == [
        "2022-05-03 ASSAULT actual UKR > Donetsk PR"
    ]


def test_partner_is_whoever_was_dealt_with_last(told: Teller) -> None:
    text = "Russia signed a treaty with North Korea on May 3. The State Duma ratified it on May 9."
    assert told(text)[1] == "2022-05-09 SUPPORT actual RUS > PRK"


def test_test_of_a_weapon_has_no_target(told: Teller) -> None:
    assert told("North Korea tested a ballistic missile on May 3.") == ["2022-05-03 MOBILIZE actual PRK > -"]


def test_caption_without_a_verb_shows_a_meeting(told: Teller) -> None:
    text = "A title\n\nVladimir Putin and Kim Jong Un in Vladivostok on April 25, 2019."
    assert told(text) == ["2019-04-25 CONSULT actual PRK,RUS > PRK,RUS"]
    assert told("A title\n\nVladimir Putin in Vladivostok on April 25, 2019.") == []


def test_event_id_hangs_on_evidence_alone() -> None:
    article = Article("Kim met Putin. They spoke.", None, source="Post", url="https://example.org/a")
    first = event_id(article, "Kim met Putin.", 0)
    assert len(first) == 12
    assert first == event_id(
        Article("other words", None, source="POST", url="http://www.example.org/a/#x"), "kim met  putin.", 0
    )
    assert first != event_id(article, "Kim met Putin.", 1)
    assert first != event_id(article, "They spoke.", 0)
    assert first != event_id(Article(article.text, None, source="Times", url=article.url), "Kim met Putin.", 0)


def test_event_id_takes_any_address() -> None:
    for url in ("", "http://[::1", "not an address", "\ud800"):
        assert len(event_id(Article("text", None, url=url), "\udfff", 0)) == 12
