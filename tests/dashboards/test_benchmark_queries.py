"""What the benchmark of the dashboard asks for is what the dashboard understands."""

from __future__ import annotations

from itertools import pairwise

from dashboards.state import filter_from_url, not_understood
from tests.benchmarks.dashboard.asked import filters, searches
from timeline.table.filter import Filter


def test_filters_of_the_benchmark_are_understood_and_differ_from_one_to_the_next() -> None:
    asked = list(filters(200))
    assert not [query for query in asked if not_understood(query) or filter_from_url(query) == Filter()]
    assert all(one != other for one, other in pairwise(asked))
    assert asked == list(filters(200))


def test_searches_of_the_benchmark_look_for_words() -> None:
    assert all(filter_from_url(query).text for query in searches(50))
