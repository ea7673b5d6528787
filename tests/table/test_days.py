"""Which days stand out in a pile of articles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest

from timeline import Article, rank_dates
from timeline.model import Event, Status, TimeValue

MET = date(2019, 4, 25)


def article(text: str, published: date | None = date(2019, 5, 1), language: str = "en") -> Article:
    return Article(text, published, language=language)


def salience(text: str, published: date | None = date(2019, 5, 1)) -> pd.Series[float]:
    return rank_dates([article(text, published)])


def test_days_that_many_articles_name_come_first() -> None:
    told = [article(f"They met on 25 April 2019, says paper {n}.", date(2019, 5, n)) for n in range(1, 6)]
    ranked = rank_dates([*told, article("They met on 3 March 2018.", date(2019, 5, 6))])
    assert ranked.index[0] == MET
    assert ranked.is_monotonic_decreasing


def test_a_day_named_twice_in_one_article_counts_once() -> None:
    twice = salience("On 25 April 2019 they met. After 25 April 2019 much changed. It was 25 April 2019.")
    assert twice[MET] == salience("On 25 April 2019 they met.")[MET]


def test_what_is_still_told_after_a_year_counts_more() -> None:
    late, soon = salience("They met on 25 April 2019.", date(2020, 5, 1)), salience("They met on 25 April 2019.")
    assert late[MET] > soon[MET]


def test_an_announced_day_counts_less_than_one_that_is_past() -> None:
    ahead = salience("They will meet on 25 April 2019.", date(2019, 4, 1))
    assert ahead[MET] < salience("They met on 25 April 2019.", date(2019, 4, 27))[MET]


def test_a_day_that_is_named_among_others_counts_more() -> None:
    course = salience("They met on 25 April 2019. They had spoken on 3 March 2018 and on 27 April 2018.")
    assert course[MET] == 3 * salience("They met on 25 April 2019.")[MET]


def test_a_list_longer_than_a_chronicle_counts_no_more_than_one() -> None:
    def listing(days: int) -> str:
        return " ".join(f"On {date(2018, 1, 1) + timedelta(7 * n):%d %B %Y} they met." for n in range(days))

    assert salience(listing(40))[date(2018, 1, 8)] == salience(listing(10))[date(2018, 1, 8)]


def test_copies_count_once_as_of_the_earliest_in_any_order() -> None:
    first = article("They met  on 25 April 2019.", date(2019, 4, 26))
    later, undated = (
        article("They met on 25 April 2019.\n", date(2019, 4, 29)),
        article("THEY met on 25 April 2019.", None),
    )
    for told in ([first, later, undated], [undated, later, first]):
        assert rank_dates(told).equals(rank_dates([first]))


def test_the_ends_of_a_stretch_are_days_that_are_named() -> None:
    ranked = salience("From 24 to 26 April 2019 he stayed there. Since 3 March 2018 they had been at odds.")
    assert set(ranked.index[:3]) == {date(2019, 4, 24), date(2019, 4, 26), date(2018, 3, 3)}


def test_a_month_is_weak_support_for_each_of_its_days() -> None:
    ranked = salience("They met in March 2018.", None)
    assert len(ranked) == 31
    assert ranked.nunique() == 1
    assert ranked.sum() < salience("They met on 3 March 2018.", None)[date(2018, 3, 3)]


def test_a_year_says_nothing_of_its_days() -> None:
    assert salience("They met in 2018.", None).empty


def test_an_anniversary_names_the_day_that_it_goes_back_to() -> None:
    ranked = salience("They spoke on the 79th anniversary of Liberation Day.", date(2024, 8, 16))
    assert ranked[date(1945, 8, 15)] > ranked[date(2024, 8, 15)]


def test_the_day_of_publication_and_the_day_before_count() -> None:
    assert list(salience("Nothing is dated here.").index) == [date(2019, 4, 30), date(2019, 5, 1)]


def test_other_languages_are_read_and_those_that_cannot_be_count_for_their_day() -> None:
    told = [
        article("Они встретились 25 апреля 2019 года.", date(2019, 5, 1), "ru"),
        article("?", date(2019, 5, 9), "xx"),
    ]
    ranked = rank_dates(told)
    assert ranked.index[0] == MET
    assert ranked[date(2019, 5, 9)] > 0


def test_events_count_once_for_each_report(letter: Callable[..., Event]) -> None:
    told = [article("Nothing is dated here.", date(2022, 8, 16))]
    once, event = rank_dates(told), letter()
    twice = letter(evidence=event.evidence * 2)
    gain = [rank_dates(told, [e])[date(2022, 8, 15)] - once[date(2022, 8, 15)] for e in (event, twice)]
    assert gain[1] == pytest.approx(2 * gain[0])
    assert gain[0] > 0


@pytest.mark.parametrize(
    "changed",
    [{"date_basis": "publication"}, {"status": Status.NEGATED}, {"when": TimeValue.month(2022, 8)}],
)
def test_events_that_did_not_happen_or_whose_day_is_guessed_do_not_count(
    letter: Callable[..., Event], changed: dict[str, object]
) -> None:
    assert rank_dates([], [letter(**changed)]).empty


@pytest.mark.parametrize("published", [None, date.min, date.max])
def test_days_at_the_ends_of_the_calendar_are_no_error(published: date | None) -> None:
    assert salience("They met on 25 April 2019. In December 9999 they met.", published)[MET] > 0


def test_no_articles_have_no_days() -> None:
    assert rank_dates([]).empty
