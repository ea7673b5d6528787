"""Which days stand out in a pile of articles."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import Article, rank_dates


def article(text: str, published: date | None) -> Article:
    return Article(text, published)


def test_days_that_many_articles_name_come_first() -> None:
    told = [article("They met on 25 April 2019.", date(2019, 5, n)) for n in range(1, 6)]
    ranked = rank_dates([*told, article("They met on 3 March 2018.", date(2019, 5, 6))])
    assert ranked.index[0] == date(2019, 4, 25)
    assert ranked.is_monotonic_decreasing


def test_a_day_named_twice_in_one_article_counts_once() -> None:
    twice = rank_dates([article("On 25 April 2019 they met. Since 25 April 2019 much has changed.", date(2019, 5, 1))])
    once = rank_dates([article("On 25 April 2019 they met.", date(2019, 5, 1))])
    assert twice[date(2019, 4, 25)] == once[date(2019, 4, 25)]


def test_what_is_still_told_after_a_year_counts_more() -> None:
    late = rank_dates([article("They met on 25 April 2019.", date(2020, 5, 1))])
    soon = rank_dates([article("They met on 25 April 2019.", date(2019, 4, 26))])
    assert late[date(2019, 4, 25)] > soon[date(2019, 4, 25)]


def test_the_day_of_publication_counts_a_little() -> None:
    ranked = rank_dates([article("Nothing is dated here.", date(2019, 5, 1))])
    assert list(ranked.index) == [date(2019, 4, 30), date(2019, 5, 1)]


@pytest.mark.parametrize("published", [None, date.min, date.max])
def test_days_at_the_ends_of_the_calendar_are_no_error(published: date | None) -> None:
    assert rank_dates([article("They met on 25 April 2019.", published)])[date(2019, 4, 25)] > 0


def test_no_articles_have_no_days() -> None:
    assert len(rank_dates([])) == 0
