from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.state import (
    View,
    filter_from_url,
    not_understood,
    permalink,
    url_from_filter,
    url_from_view,
    view_from_url,
)
from timeline.model import EventType, Status
from timeline.table.filter import Filter

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=100)
codes = st.lists(words.filter(bool), max_size=4, unique=True).map(tuple)
days = st.none() | st.dates(max_value=date(9998, 12, 31))
filters = st.builds(
    Filter,
    actors=codes,
    since=days,
    until=days,
    types=st.lists(st.sampled_from([t.value for t in EventType]), unique=True).map(tuple),
    statuses=st.lists(st.sampled_from([s.value for s in Status]), unique=True).map(tuple),
    min_confidence=st.floats(0, 1).filter(lambda share: share == 0 or share > 1e-9),
    text=words,
)


@given(filters, words)
def test_a_view_comes_back_from_its_address(asked: Filter, event: str) -> None:
    view = View(asked, event)
    assert view_from_url(url_from_view(view)) == view


@given(filters)
def test_a_filter_comes_back_from_a_whole_address(asked: Filter) -> None:
    query = url_from_filter(asked)
    for address in (query, query.removeprefix("?"), f"http://127.0.0.1:8050/{query}", f"/{query}#top"):
        assert filter_from_url(address) == asked


@given(st.text())
def test_no_address_is_an_error(text: str) -> None:
    view = view_from_url(text)
    assert view_from_url(url_from_view(view)) == view


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?since=2022&until=2022", Filter(since=date(2022, 1, 1), until=date(2022, 12, 31))),
        ("?since=2022-07&until=2022-07", Filter(since=date(2022, 7, 1), until=date(2022, 7, 31))),
        ("?since=yesterday&until=2022-06-31&type=CONSULT", Filter(types=("CONSULT",))),
        ("?type=PARTY&status=maybe&confidence=nan&actor=", Filter()),
        ("?confidence=7", Filter(min_confidence=1.0)),
        ("http://127.0.0.1:8050/", Filter()),
        ("?" + "&".join(f"actor={n}" for n in range(9999)), Filter(actors=tuple(map(str, range(200))))),
        ("?q=a\ud800b", Filter(text="ab")),
        *((said, Filter()) for said in (7, 0.5, True, ["q"], {"q": "a"}, None)),
    ],
)
def test_what_an_address_says_wrongly_is_left_out(query: object, expected: Filter) -> None:
    assert filter_from_url(query) == expected


def test_parameters_after_the_first_two_hundred_are_named() -> None:
    wrong = not_understood("?" + "&".join(f"actor={n}" for n in [*range(202), 7]))
    assert wrong == [("actor", "200"), ("actor", "201")]


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("?since=2022&since=2023&actor=RUS&actor=PRK", [("since", "2023")]),
        ("?since=soon&since=2023", [("since", "soon"), ("since", "2023")]),
        (f"?q={'x' * 201}&type=AID", [("q", "x" * 201)]),
        (f"?q={'x' * 200}&look=timeline", []),
    ],
)
def test_what_changes_nothing_is_named(query: str, wrong: list[tuple[str, str]]) -> None:
    assert not_understood(query) == wrong


def test_the_address_of_a_year_is_short() -> None:
    asked = Filter(actors=("RUS", "PRK"), since=date(2022, 1, 1), until=date(2024, 12, 31))
    assert url_from_filter(asked) == "?actor=RUS&actor=PRK&since=2022&until=2024"
    assert url_from_filter(replace(asked, actors=(), since=date(2022, 1, 2))) == "?since=2022-01-02&until=2024"


def test_the_link_of_an_event_has_no_filters() -> None:
    assert permalink("http://127.0.0.1:8050/?q=a#b", "a b&c") == "http://127.0.0.1:8050/?event=a+b%26c"
