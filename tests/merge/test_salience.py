"""How much an event stands out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import merge_events
from timeline.merge.salience import salience
from timeline.model import Actor, Copy, Event, EventType, Evidence, Span, Status, TimeValue

Make = Callable[..., Event]
SOON, LATER = date(2019, 4, 26), date(2022, 8, 15)
PRK, RUS = Actor("PRK", "North Korea"), Actor("RUS", "Russia")
MEETING = Event(EventType.CONSULT, TimeValue.day(date(2019, 4, 25)), (RUS,), (PRK,), Span(0, 4, "They"), ())


@pytest.fixture
def met(event: Make) -> Event:
    return event("2019-04-25", "They met.")


def report(number: int, who: str, published: date | None = SOON, copies: tuple[Copy, ...] = ()) -> Evidence:
    return Evidence(str(number), who, "", "", published, "They met.", 0, 9, copies=copies)


def told(event: Event, *reports: Evidence) -> float:
    return salience(replace(event, evidence=reports))


def copies(*names: str) -> tuple[Copy, ...]:
    return tuple(Copy(name, f"Paper {name}", "", SOON) for name in names)


def test_salience_grows_with_reports_and_more_with_publishers_and_most_with_look_backs(met: Event) -> None:
    first = report(1, "A")
    ranked = [
        told(met, first),
        told(met, first, report(2, "A")),
        told(met, first, report(2, "B")),
        told(met, first, report(2, "B", LATER)),
    ]
    assert ranked == sorted(set(ranked))


def test_a_report_is_a_look_back_a_year_after_the_last_day(met: Event) -> None:
    soon, late = (told(met, report(1, "A", day)) for day in (date(2020, 4, 23), date(2020, 4, 24)))
    assert late > soon


def test_a_copy_counts_less_than_a_report_and_its_publisher_for_nothing(met: Event) -> None:
    alone, copied = told(met, report(1, "A")), told(met, report(1, "A", copies=copies("2")))
    assert alone < copied < told(met, report(1, "A"), report(2, "A"))
    assert told(met, report(1, "A", copies=copies("2", "3"))) < told(met, report(1, "A"), report(2, "A"))


def test_a_copy_that_is_itself_a_report_counts_once(met: Event) -> None:
    both = report(1, "A"), report(2, "B")
    assert told(met, report(1, "A", copies=copies("2")), report(2, "B")) == told(met, *both)


def test_one_article_that_tells_it_twice_is_one_report(met: Event) -> None:
    assert told(met, report(1, "A"), replace(report(1, "A"), start=50, end=59)) == told(met, report(1, "A"))


published = st.sampled_from([None, SOON, LATER])
reports = st.builds(report, st.integers(1, 7), st.sampled_from("ABC"), published, st.sampled_from([(), copies("7")]))


@given(every=st.lists(reports, max_size=8), one=reports, data=st.data())
def test_salience_never_falls_with_more_evidence_nor_hangs_on_its_order(
    every: list[Evidence], one: Evidence, data: st.DataObject
) -> None:
    event = replace(MEETING, evidence=tuple(every))
    shuffled = data.draw(st.permutations(every))
    assert salience(replace(event, evidence=tuple(shuffled))) == salience(event)
    assert salience(replace(event, evidence=(*every, one))) >= salience(event) >= 0


def test_a_row_without_reports_has_the_weight_of_its_type(event: Make) -> None:
    row = replace(event("../1948", "They met.", persons="Kim Il Sung"), evidence=(), confidence=1.0)
    assert salience(replace(row, persons=())) == 0.3


@pytest.mark.parametrize(
    ("persons", "when", "mode", "leaders"),
    [
        ("", "2019-04-25", "meet", 0),
        ("Sergei Lavrov, Ri Yong Ho", "2019-04-25", "meet", 0),
        ("Vladimir Putin", "2019-04-25", "meet", 1),
        ("Vladimir Putin, Kim Jong Un", "2019-04-25", "meet", 2),
        ("Vladimir Putin, Kim Jong Un", "2019-04-24/2019-04-26", "meet", 2),
        ("Vladimir Putin, Kim Jong Un", "2019-04-25", "letter", 0),
        ("Vladimir Putin, Kim Jong Un", "2010-04-25", "meet", 0),  # Medvedev and Kim Jong Il
        ("Dmitry Medvedev, Kim Jong Il", "2011", "meet", 1),  # Kim Jong Il died in December
        ("Joseph Stalin, Kim Il Sung", "1949-03-05", "meet", 2),
    ],
)
def test_leaders_of_that_time_who_take_part_in_person_add_to_it(
    event: Make, persons: str, when: str, mode: str, leaders: int
) -> None:
    row = replace(event(when, "They met.", persons=persons, mode=mode), evidence=(), confidence=1.0)
    assert salience(row) == pytest.approx(0.3 + leaders)


def test_leaders_count_as_actors_too(met: Event) -> None:
    named = replace(met, source=(Actor("RUS", "Russia", "Vladimir Putin", "GOV"),))
    assert salience(named) > salience(met)


def test_what_did_not_take_place_or_is_not_sure_counts_less(met: Event) -> None:
    ranked = [salience(replace(met, status=status)) for status in (Status.HYPOTHETICAL, Status.PLANNED, Status.ACTUAL)]
    assert ranked == sorted(set(ranked))
    assert salience(replace(met, status=Status.NEGATED)) < salience(met)
    assert salience(replace(met, confidence=0.4)) < salience(met)


def test_merge_weighs_every_event(met: Event) -> None:
    (row,) = merge_events([met])
    assert row.salience == salience(row) > 0
