"""Languages without a grammar: what dateparser finds, as precise as the words are, false alarms left out."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import find_dates

DAY = date(2022, 8, 17)  # a Wednesday

FINDS = [
    ("de", "Am 13. Juli 2022 kam er.", "2022-07-13"),
    ("de", "Er kam gestern an.", "2022-08-16"),
    ("de", "Er kam letzten Monat, sie am 3. Mai 2021.", "2022-07 2021-05-03"),
    ("de", "Im Mai 2019 war es ruhig.", "2019-05"),
    ("de", "Im Mai war es ruhig.", "2022-05"),
    ("de", "Am Montag kam er.", "2022-08-15"),
    ("de", "Am Mittwoch kam er.", "2022-08-17"),
    ("de", "Stand: 15.08.2021.", "2021-08-15"),
    ("de", "Im Jahr 2020 kam er, und vor 1995 war er dort.", "2020 1995"),
    ("de", "Vor drei Tagen kam er, vor zwei Wochen sie.", "2022-08-14 2022-08-01/2022-08-07"),
    ("de", "Es kam letztes Jahr.", "2021"),
    ("fr", "Le 13 juillet 2022, il est venu.", "2022-07-13"),
    ("fr", "En 2021 il est parti.", "2021"),
    ("fr", "Il est venu le mois dernier.", "2022-07"),
    ("fr", "Il y a trois jours, il est venu.", "2022-08-14"),
    ("fr", "Il viendra la semaine prochaine.", "2022-08-22/2022-08-28"),
    ("es", "El 13 de julio de 2022 llegaron.", "2022-07-13"),
    ("es", "En mayo de 2019 llegaron.", "2019-05"),
    ("es", "Llegaron el mes pasado; hoy se van.", "2022-07 2022-08-17"),
    ("es", "Llegaron el lunes.", "2022-08-15"),
    ("zh", "2022年7月13日，他来了。", "2022-07-13"),
    ("zh", "他昨天来了。", "2022-08-16"),
    ("zh", "5月3日他来了。", "2022-05-03"),
    ("zh", "2021年他来了。", "2021"),
    ("zh", "上周他来了，上个月也来了。", "2022-08-08/2022-08-14 2022-07"),
    ("ja", "2019年5月に来た。", "2019-05"),
    ("ja", "月曜日に来た。", "2022-08-15"),
    ("ja", "12月3日に来た。", "2021-12-03"),
    ("ja", "3日前に来た。", "2022-08-14"),
]
FALSE_ALARMS = [
    ("de", "Es kamen 30 Personen, so wie es war."),
    ("de", "Die Reise dauerte drei Jahre, er ist 48 Jahre alt."),
    ("de", "Am Morgen schien die Sonne, und 2000 Menschen kamen."),
    ("de", "Die Version 2.10.1 kostet 3,50 Euro nach Resolution 1718."),
    ("fr", "Il a payé 12 euros ou 3,5 dollars."),
    ("fr", "Mais la mer est belle, et sa mère a 48 ans."),
    ("fr", "Le voyage a duré trois ans. 2000 personnes sont venues."),
    ("es", "Se fue al mar con 30 personas."),
    ("es", "Tiene 48 años; por la mañana lee la versión 2.10."),
    ("es", "Sol y mar a las 15:00."),
    ("zh", "第1718号决议，2000人，三年。"),
    ("ja", "土地を買った。3年間、2000人。"),
    ("nl", "Dat may so."),
    ("xx", "Am 13. Juli 2022."),
]


@pytest.mark.parametrize(("language", "text", "edtf"), FINDS)
def test_fallback_is_as_precise_as_the_words(language: str, text: str, edtf: str) -> None:
    mentions = find_dates(text, DAY, language)
    assert [mention.value.edtf for mention in mentions if mention.value] == edtf.split()
    assert all(mention.text == text[mention.start : mention.end] for mention in mentions)


def test_fallback_finds_no_day_that_there_is_not() -> None:
    (mention,) = find_dates("Am 31.06.2022 kam er.", DAY, "de")
    assert (mention.text, mention.value) == ("31.06.2022", None)


@pytest.mark.parametrize(("language", "text"), FALSE_ALARMS)
def test_fallback_leaves_false_alarms_out(language: str, text: str) -> None:
    assert [mention.text for mention in find_dates(text, DAY, language)] == []


def test_fallback_gives_relative_dates_no_value_without_publication() -> None:
    assert [mention.value for mention in find_dates("Er kam gestern an.", None, "de")] == [None]


def test_fallback_places_mentions_in_long_texts() -> None:
    text = "Es war ruhig.\n" * 1000 + "Am 13. Juli 2022 kam er."
    (mention,) = find_dates(text, DAY, "de")
    assert (mention.start, mention.text) == (14_000, "Am 13. Juli 2022")


PIECES = [
    "31.06.2022",
    "vor",
    "99999999999",
    "Jahren",
    "Mai",
    "il y a",
    "trois",
    "ans",
    "年",
    "月",
    "13",
    "0",
    "\n",
    " ",
    "²",
]
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["de", "fr", "es", "zh", "ja", "xx"]), st.none() | st.dates())
def test_fallback_never_fails(text: str, language: str, day: date | None) -> None:
    mentions = find_dates(text, day, language)
    assert all(mention.text == text[mention.start : mention.end] for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
