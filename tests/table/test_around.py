from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.table.around import Around, around
from timeline.table.frame import to_frame
from timeline.table.index import Index

NAMES = {"RUS": "Russia", "PRK": "North Korea", "USA": "United States"}


def event(year: int, source: str, *targets: str) -> Event:
    them = tuple(Actor(code, NAMES[code]) for code in targets)
    acting = (Actor(source, NAMES[source]),)
    return Event(EventType.CONSULT, TimeValue.year(year), acting, them, Span(0, 0, ""), (), event_id=str(year))


def index(*events: Event) -> Index:
    return Index(to_frame(list(events), {}))


def test_the_events_before_and_after_are_those_of_the_same_two_whoever_acts() -> None:
    found = around(
        index(
            event(2019, "RUS", "PRK"), event(2020, "USA", "PRK"), event(2021, "PRK", "RUS"), event(2022, "RUS", "PRK")
        ),
        2,
    )
    assert found == Around(("PRK", "RUS"), (0,), (3,))


def test_an_event_with_many_sides_stands_among_those_of_its_most_frequent_two() -> None:
    found = around(index(event(2019, "RUS", "PRK"), event(2020, "RUS", "USA", "PRK"), event(2021, "USA", "PRK")), 1)
    assert found.codes in (("PRK", "RUS"), ("PRK", "USA"))
    assert len(found.before + found.after) == 1


def test_who_acts_alone_stands_among_its_own_events() -> None:
    found = around(index(event(2019, "PRK"), event(2020, "USA"), event(2021, "PRK")), 0)
    assert found == Around(("PRK",), (), (2,))


@given(st.integers(1, 30), st.data(), st.integers(1, 5))
def test_no_more_are_named_than_asked_for_and_in_order(years: int, data: st.DataObject, most: int) -> None:
    row = data.draw(st.integers(0, years - 1))
    found = around(index(*(event(1990 + n, "RUS", "PRK") for n in range(years))), row, most)
    assert found.before == tuple(range(max(row - most, 0), row))
    assert found.after == tuple(range(row + 1, min(row + 1 + most, years)))
