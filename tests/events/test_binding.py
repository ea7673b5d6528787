"""Which date governs which act. Published on Monday, 15 August 2022, unless said otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Teller = Callable[..., list[str]]

ONE = [
    ("Russia expelled a Polish diplomat on July 8.", "2022-07-08 SANCTION actual RUS > POL"),
    ("On Friday Russia expelled a Polish diplomat.", "2022-08-12 SANCTION actual RUS > POL"),
    ("Last month North Korea recognised the Donetsk People's Republic.", "2022-07 SUPPORT actual PRK > Donetsk PR"),
    ("In May 2021, when Iran attacked Israel, oil rose.", "2021-05 ASSAULT actual IRN > ISR"),
    ("The trouble began in May 2021, when Iran attacked Israel.", "2021-05 ASSAULT actual IRN > ISR"),
    ("US sanctions imposed last year on Iran still hurt.", "2021 SANCTION actual USA > IRN"),
    ("Japan visited no one, but China's 2019 visit to Laos is remembered.", "2019 CONSULT actual CHN > LAO"),
    (
        "North Korea attacked South Korea on Saturday, state media said on Sunday.",
        "2022-08-13 ASSAULT actual PRK > KOR",
    ),
    ("China will host a Laotian delegation next month.", "2022-09 CONSULT planned CHN > LAO"),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_date_governs_the_act(text: str, expected: str, told: Teller) -> None:
    assert expected in told(text)


def test_clause_with_after_is_counted_from_the_main_one(told: Teller) -> None:
    text = "The Security Council imposed sanctions on Iran on Saturday, five days after Iran attacked Israel."
    assert told(text) == ["2022-08-13 SANCTION actual UNO > IRN", "2022-08-08 ASSAULT actual IRN > ISR"]


def test_what_has_happened_is_never_dated_ahead(told: Teller) -> None:
    text = "Iran attacked Israel on December 3."
    assert told(text) == ["2021-12-03 ASSAULT actual IRN > ISR"]


def test_who_announces_what_he_is_to_do_promises_it(told: Teller) -> None:
    text = "Russia's envoy said on Friday that Russia would help Syria."
    assert told(text) == ["2022-08-12 AGREE actual RUS > SYR"]


def test_each_act_has_its_own_date(told: Teller) -> None:
    text = "China visited Laos in May 2020, and Japan condemned China in June 2021."
    assert told(text) == ["2020-05 CONSULT actual CHN > LAO", "2021-06 ACCUSE actual JPN > CHN"]


def test_since_dates_nothing_but_its_own(told: Teller) -> None:
    text = "Iran attacked Israel on August 3 for the first time since 2019."
    assert told(text) == ["2022-08-03 ASSAULT actual IRN > ISR"]


def test_date_of_a_treaty_is_not_that_of_the_act(told: Teller) -> None:
    assert (
        told("A title\n\nFirst words.\n\nMore words.\n\nEven more.\n\nPoland hailed the 1990 treaty with Germany.")
        == []
    )


def test_what_follows_after_is_at_another_time(told: Teller) -> None:
    text = "The Security Council imposed sanctions on Iran on Saturday, five days after Iran attacked Israel."
    assert told(text)[0] == "2022-08-13 SANCTION actual UNO > IRN"
    assert "2022-08-13 ASSAULT actual IRN > ISR" not in told(text)


def test_report_date_is_a_weaker_guess(told: Teller) -> None:
    assert told("Iran attacked Israel, state media reported on Sunday.") == ["2022-08-14 ASSAULT actual IRN > ISR"]
    assert told("Iran had attacked Israel, state media reported on Sunday.") == []


def test_accusation_does_not_date_what_it_alleges(told: Teller) -> None:
    text = "On July 8 Israel accused Iran of arming Syria."
    assert told(text) == ["2022-07-08 ACCUSE actual ISR > IRN"]


def test_next_sentence_goes_on_telling(told: Teller) -> None:
    text = "China's president visited Laos on May 3. He thanked Laos for its help."
    assert told(text)[1] == "2022-05-03 SUPPORT actual CHN > LAO"


def test_lead_without_a_date_takes_the_day_of_print_and_says_so(told: Teller) -> None:
    assert told("Iran condemned Israel.") == ["2022-08-15 ACCUSE actual IRN > ISR"]
    assert told("Iran condemned Israel.", "") == []


def test_announcement_without_a_date_is_yet_to_come(told: Teller) -> None:
    assert told("China will visit Laos.") == ["2022-08-15/.. CONSULT planned CHN > LAO"]


def test_anniversary_dates_the_party_and_its_base_the_deed(told: Teller) -> None:
    text = (
        "China hosted a reception for Laos on April 25 to mark the 61st anniversary "
        "of the establishment of diplomatic relations between China and Laos."
    )
    assert told(text) == ["2022-04-25 CONSULT actual CHN > LAO", "1961 SUPPORT actual CHN,LAO > CHN,LAO"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Lavrov met Wang Yi on Wednesday and Modi on Thursday.",
            ["2022-08-10 CONSULT actual CHN,RUS > CHN,RUS", "2022-08-11 CONSULT actual IND,RUS > IND,RUS"],
        ),
        (
            "Kim visited Beijing in March 2021, and Moscow in April 2021.",
            ["2021-03 CONSULT actual PRK > CHN", "2021-04 CONSULT actual PRK > RUS"],
        ),
        (
            "Chad expelled the Malian envoy on May 3 and the Togolese envoy on May 5.",
            ["2022-05-03 SANCTION actual TCD > MLI", "2022-05-05 SANCTION actual TCD > TGO"],
        ),
        (
            "Lavrov talked to Wang Yi on May 3 and Modi on May 5.",
            ["2022-05-03 CONSULT actual CHN,RUS > CHN,RUS", "2022-05-05 CONSULT actual IND,RUS > IND,RUS"],
        ),
        (
            "Lavrov met Wang Yi on May 3 and Modi spoke on May 5.",
            ["2022-05-03 CONSULT actual CHN,RUS > CHN,RUS"],
        ),
    ],
)
def test_verb_is_read_again_before_a_second_name_with_a_date(told: Teller, text: str, lines: list[str]) -> None:
    assert told(text) == lines
