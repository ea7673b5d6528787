"""Why reports are one row, in words; and that a person can say that they are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from timeline import merge_events
from timeline.merge.compare import needed, score
from timeline.merge.reasons import reasons
from timeline.merge.traits import traits
from timeline.model import Event, Evidence

Make = Callable[..., Event]
BOTH = {"source": "RUS, PRK", "target": "PRK, RUS"}
SHOES = {"mode": "visit", "persons": "Sergei Lavrov"}


@pytest.fixture
def three(event: Make, curated: Make) -> list[Event]:
    """A row that a person wrote, a report of that day, and one that knows but the year."""
    return [
        curated(
            "2019-04-25", "Putin receives Kim at the university", id="row", mode="meet", place="Vladivostok", **BOTH
        ),
        event("2019-04-25", "Kim met Putin at a university.", id="day", mode="meet", place="Vladivostok", **BOTH),
        event("2019", "Kim's first trip to the university in 2019.", id="year", mode="visit", place="Vladivostok"),
    ]


def report(row: Event, id: str) -> Evidence:
    return next(each for each in row.evidence if each.event_id == id)


def test_founding_report_needs_no_reason_and_each_other_says_its_own(three: list[Event]) -> None:
    (row,) = merge_events(three)
    assert report(row, "row").joined is None
    for id, words in (
        ("day", "same day; same actors; same kind: meeting"),
        ("year", "day within the year; same actors"),
    ):
        joined = report(row, id).joined
        assert joined
        assert (joined.to, joined.why.startswith(words)) == ("row", True), joined.why


def test_reason_gives_the_numbers_of_the_comparison(three: list[Event]) -> None:
    (row,) = merge_events(three[:2])
    a, b = traits(three[1]), traits(three[0])
    joined = report(row, "day").joined
    assert joined
    assert (joined.score, joined.needed) == (round(score(a, b), 3), round(needed(a, b), 3))


def test_reasons_name_people_place_and_words_as_they_stand(event: Make) -> None:
    one = event("2018-05-31", "Lavrov toured the shoe factories.", place="Pyongyang", **SHOES)
    other = event("2018-05-31", "A tour of a shoe factory by Lavrov.", place="Pyongyang", **SHOES)
    assert reasons(traits(one), traits(other)) == (
        "same day; same actors; same kind: visit; Sergei Lavrov; both in Pyongyang; "
        "words in common: factories, shoe, toured"
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"place": "Wonsan"}, "although another place is named"),
        (
            {"persons": "Alexander Kozlov", "place": "Wonsan"},
            "although other people are named and another place is named",
        ),
        ({"kind": "AGREE", "mode": ""}, "although the kinds differ"),
        ({"source": "RUS, CHN, PRK", "target": "RUS, CHN, PRK"}, "actors in common: North Korea, Russia"),
        ({"when": "2018-05"}, "day within the month"),
        ({"when": "2018-05-30/2018-06-01"}, "day within the days"),
        ({"basis": "publication"}, "one without a date, from about the same time"),
    ],
)
def test_reasons_say_what_speaks_against_it_and_how_the_dates_fit(
    event: Make, told: dict[str, str], words: str
) -> None:
    one = {"when": "2018-05-31", "quote": "Lavrov toured a factory.", "place": "Pyongyang", **SHOES}
    assert words in reasons(traits(event(**one)), traits(event(**(one | told), article="b")))


def test_reasons_name_few_of_many_words(event: Make) -> None:
    long = event("2018-05-31", "alder birch cedar elm fir hazel larch maple oak pine", mode="meet")
    other = replace(long, evidence=(replace(long.evidence[0], article_id="b"),))
    assert reasons(traits(long), traits(other)).endswith(
        "alder, birch, cedar, elm, fir, hazel, larch, maple and 2 more"
    )


def test_reports_that_a_person_told_apart_make_two_rows_and_can_be_joined_again(three: list[Event]) -> None:
    rows = merge_events(three, apart=[("year", "row")])
    assert sorted((row.event_id, row.also_ids) for row in rows) == [("row", ("day",)), ("year", ())]
    assert len(merge_events(three, apart=[])) == 1


def test_report_follows_neither_of_two_that_were_told_apart_into_one_row(three: list[Event], event: Make) -> None:
    """What is like both goes to one of them: never do all three meet in it."""
    third = event("2019-04-25", "Putin met Kim at a university.", id="third", mode="meet", place="Vladivostok", **BOTH)
    rows = merge_events([*three[:2], third], apart=[("day", "third")])
    held = [{row.event_id, *row.also_ids} for row in rows]
    assert len(rows) == 2
    assert not any({"day", "third"} <= ids for ids in held)


def test_act_and_denial_that_a_person_told_apart_are_no_longer_disputed(event: Make) -> None:
    told = {"kind": "AID", "mode": "military"}
    act = event("2022-09", "North Korea shipped artillery shells by rail to Russia.", id="act", **told)
    denial = event("2022-09", "It never shipped artillery shells by rail.", id="denial", status="negated", **told)
    assert [row.disputed for row in merge_events([act, denial])] == [True, True]
    assert [row.disputed for row in merge_events([act, denial], apart=[("act", "denial")])] == [False, False]
