"""Who a name or an office is."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.actors import find_actors, load_gazetteer


def people(text: str, day: date | None = None) -> list[str]:
    """The persons of the mentions, in order; "" for a mention without one."""
    return [actor.person for mention in find_actors(text, day) for actor in mention.actors]


@pytest.mark.parametrize(
    ("spelling", "person"),
    [
        ("Choe Son Hui", "Choe Son Hui"),
        ("Choe Son-hui", "Choe Son Hui"),
        ("Choi Sun-hee", "Choe Son Hui"),
        ("Kim Jong Un", "Kim Jong Un"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kim Jong-Un", "Kim Jong Un"),
        ("KIM JONG UN", "Kim Jong Un"),
        ("Kim Gye-gwan", "Kim Kye Gwan"),
        ("Kim Kye-Gwan", "Kim Kye Gwan"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Lavrov", "Sergei Lavrov"),
        ("Aleksandr Matsegora", "Alexander Matsegora"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Abe Shinzo", "Shinzo Abe"),
        ("Vassily Nebenzia", "Vasily Nebenzya"),
    ],
)
def test_spellings_are_one_person(spelling: str, person: str) -> None:
    assert people(spelling) == [person]


def test_surname_alone_is_the_one_named_before() -> None:
    assert people("Kim Kye-gwan left. Kim spoke.") == ["Kim Kye Gwan"] * 2
    assert people("Kim Jong Un and Kim Yong Nam came. Kim spoke.")[-1] == "Kim Yong Nam"


def test_surname_in_a_headline_is_the_one_named_after() -> None:
    assert people("Putin, Kim Vow More\n\nThe leader of the North, Kim Jong Un, spoke.")[:2] == [
        "Vladimir Putin",
        "Kim Jong Un",
    ]


def test_surname_of_nobody_named_is_no_mention() -> None:
    assert people("Kim spoke.") == []


def test_surname_known_by_itself_is_whoever_led_on_the_day() -> None:
    assert people("Putin and Kim met.", date(2019, 4, 25)) == ["Vladimir Putin", "Kim Jong Un"]
    assert people("Putin and Kim met.", date(2002, 8, 23)) == ["Vladimir Putin", "Kim Jong Il"]
    assert people("Kim Tae-ri sang. Kim danced.", date(2019, 4, 25)) == []


def test_surname_of_a_stranger_is_no_mention() -> None:
    assert people("Melania Trump wrote to Kim Tae-ri. Kim answered.") == []


def test_title_and_day_choose_among_bearers() -> None:
    assert people("President Bush spoke.", date(1990, 1, 1)) == ["George H.W. Bush"]
    assert people("President Bush spoke.", date(2003, 1, 1)) == ["George W. Bush"]


@pytest.mark.parametrize(
    ("text", "day", "person"),
    [
        ("the Russian president", date(2010, 7, 1), "Dmitry Medvedev"),
        ("the Russian president", date(2022, 7, 1), "Vladimir Putin"),
        ("the president of the Russian Federation", date(1995, 7, 1), "Boris Yeltsin"),
        ("the DPRK leader", date(2009, 7, 1), "Kim Jong Il"),
        ("the Soviet leader", date(1960, 7, 1), "Nikita Khrushchev"),
        ("the South Korean president", date(2018, 7, 1), "Moon Jae-in"),
        ("the UN Secretary-General", date(2008, 7, 1), "Ban Ki-moon"),
        ("Russia's foreign minister", date(2003, 7, 1), "Igor Ivanov"),
        ("the secretary of the Security Council of the Russian Federation", date(2024, 9, 14), "Sergei Shoigu"),
        ("Russia's defence minister", date(2024, 3, 1), "Sergei Shoigu"),
        ("the former Russian president", date(2010, 7, 1), ""),
        ("the Russian ex-president", date(2010, 7, 1), ""),
        ("Russian Deputy Foreign Minister", date(2010, 7, 1), ""),
        ("the leader of the Russian delegation", date(2010, 7, 1), ""),
        ("US Secretary of State Somebody Else", date(2022, 7, 1), ""),
        ("the Russian president", None, ""),
    ],
)
def test_office_is_filled_by_its_holder_on_the_day(text: str, day: date | None, person: str) -> None:
    assert people(text, day) == [person]


def test_person_acts_for_whom_the_office_of_the_day_says() -> None:
    who = load_gazetteer().who
    early, late = who("Ban Ki-moon", date(2005, 1, 1)), who("Ban Ki-moon", date(2010, 1, 1))
    assert early is not None
    assert late is not None
    assert (early.code, late.code) == ("KOR", "UNO")


def test_office_after_a_name_is_that_of_the_person_named() -> None:
    day = date(2024, 6, 20)
    assert people("No Kwang Chol, minister of National Defence of the DPRK, spoke.", day) == ["No Kwang Chol"] * 2
    assert people("Kim Jong Un, the DPRK foreign minister and others came.", day) == ["Kim Jong Un", "Choe Son Hui"]


def test_office_and_name_are_one_mention() -> None:
    mentions = find_actors("Russian President Vladimir Putin and North Korean leader Kim Jong Un met.")
    assert [mention.text for mention in mentions] == [
        "Russian President Vladimir Putin",
        "North Korean leader Kim Jong Un",
    ]


def test_name_glued_to_its_neighbours_is_found() -> None:
    mentions = find_actors("photos of PresidentKim Il Sungand ComradeKim Jong Unexpressing thanks")
    assert [mention.text for mention in mentions] == ["Kim Il Sung", "Kim Jong Un"]


def test_shorter_name_is_not_cut_out_of_a_longer_one() -> None:
    assert people("Kim Song Nam, Kim Song-nam and Kim Song") == ["Kim Song Nam", "Kim Song Nam", "Kim Song"]
