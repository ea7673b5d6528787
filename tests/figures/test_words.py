from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figures.words import date_words
from timeline.model import TimeValue


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-08-15", "15 August 2022"),
        ("2022-07", "July 2022"),
        ("2022", "2022"),
        ("197X", "the 1970s"),
        ("19XX", "the 1900s"),
        ("2024-21", "spring 2024"),
        ("2024-41", "second half of 2024"),
        ("2022-07-13/2022-07-14", "13–14 July 2022"),
        ("2001-07-26/2001-08-18", "26 July – 18 August 2001"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
        ("1910/1945", "1910 to 1945"),
        ("1984-05/1984-07-01", "May 1984 to 1 July 1984"),
        ("2022/..", "since 2022"),
        ("../2022-05", "until May 2022"),
        ("2022-07~", "about July 2022"),
        ("2022%", "about 2022 (doubtful)"),
    ],
)
def test_dates_read_as_a_person_would_say_them(edtf: str, words: str) -> None:
    assert date_words(edtf) == words


@given(st.text())
def test_any_string_comes_back_as_words(text: str) -> None:
    assert isinstance(date_words(text), str)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_names_its_year(day: date) -> None:
    assert str(day.year) in date_words(TimeValue.day(day).edtf)
