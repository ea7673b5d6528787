"""Two timelines side by side: which rows are one event, by how many days they differ, and what each lacks."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from timeline.model import Actor, Event, EventType, Span, Status, TimeValue
from timeline.table.compared import WITHIN, compare, listed, summary
from timeline.table.frame import to_frame

RUS, PRK, KOR = (Actor(code, code) for code in ("RUS", "PRK", "KOR"))


def told(
    name: str,
    edtf: str,
    kind: EventType = EventType.CONSULT,
    *,
    source: Actor = RUS,
    target: Actor = PRK,
    status: Status = Status.ACTUAL,
) -> Event:
    when = TimeValue.from_edtf(edtf)
    return Event(kind, when, (source,), (target,), Span(0, 0, ""), (), event_id=name, status=status)


def frame(*events: Event) -> pd.DataFrame:
    return to_frame(events, {})


def ends(kind: EventType = EventType.PROTEST) -> tuple[Event, Event]:
    """Two rows that stretch the days which both timelines cover, and match nothing else."""
    return told("first", "2024-01-01", kind, source=KOR), told("last", "2024-12-31", kind, source=KOR)


def pairs(ours: pd.DataFrame, theirs: pd.DataFrame, within: int = WITHIN) -> set[tuple[str, str, int]]:
    lines = listed(compare(ours, theirs, within), ours, theirs)
    both = lines[(lines["found_in"] == "both") & ~lines["ours_event_id"].isin(["first", "last"])]
    return set(zip(both["ours_event_id"], both["theirs_event_id"], both["days"], strict=True))


def test_direction_does_not_matter_and_days_are_signed() -> None:
    ours = frame(*ends(), told("a", "2024-06-19"), told("b", "2024-08-10"))
    theirs = frame(*ends(), told("x", "2024-06-21", source=PRK, target=RUS), told("y", "2024-08-08"))
    assert pairs(ours, theirs) == {("a", "x", 2), ("b", "y", -2)}


@pytest.mark.parametrize(
    ("kind", "paired"),
    [
        (EventType.CONSULT, True),
        (EventType.SUPPORT, True),  # reports mix the two up
        (EventType.CONCEDE, True),  # the same quad
        (EventType.AID, False),
        (EventType.ASSAULT, False),
    ],
)
def test_acts_that_are_not_alike_are_no_pair(kind: EventType, paired: bool) -> None:
    got = pairs(frame(*ends(), told("a", "2024-06-19")), frame(*ends(), told("x", "2024-06-19", kind)))
    assert got == ({("a", "x", 0)} if paired else set())


def test_no_event_is_in_two_pairs_and_the_nearest_comes_first() -> None:
    ours = frame(*ends(), told("a", "2024-06-19"), told("b", "2024-06-22"))
    theirs = frame(*ends(), told("x", "2024-06-21"), told("y", "2024-06-26"))
    assert pairs(ours, theirs) == {("b", "x", -1), ("a", "y", 7)}


def test_same_type_is_nearer_than_another_of_the_same_day() -> None:
    ours = frame(*ends(), told("a", "2024-06-19"))
    theirs = frame(*ends(), told("x", "2024-06-19", EventType.CONCEDE), told("y", "2024-06-20"))
    assert pairs(ours, theirs) == {("a", "y", 1)}


def test_month_holds_its_days_but_gives_way_to_a_known_day() -> None:
    theirs = frame(*ends(), told("x", "2024-07-13"))
    assert pairs(frame(*ends(), told("m", "2024-07")), theirs) == {("m", "x", 0)}
    assert pairs(frame(*ends(), told("m", "2024-07"), told("d", "2024-07-12")), theirs) == {("d", "x", 1)}


@pytest.mark.parametrize(("within", "found"), [(31, 1), (10, 1), (9, 0), (0, 0)])
def test_days_too_far_apart_are_no_pair(within: int, found: int) -> None:
    ours, theirs = frame(*ends(), told("a", "2024-06-01")), frame(*ends(), told("x", "2024-06-11"))
    assert len(pairs(ours, theirs, within)) == found


def test_summary_counts_what_each_lacks_by_type() -> None:
    ours = frame(*ends(), told("a", "2024-06-19"), told("b", "2024-03-01", EventType.AID))
    repeated = [told(f"x{n}", f"2024-06-{19 + n}") for n in range(3)]
    theirs = frame(*ends(), *repeated, told("z", "2024-10-01"), told("n", "2024-10-02", source=KOR, target=RUS))
    figures = summary(compare(ours, theirs), ours, theirs)
    assert (figures.since, figures.until) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (figures.matched, figures.by_chance, figures.elsewhere) == (3, 0, (0, 1))
    consult, aid = figures.types["CONSULT"], figures.types["AID"]
    assert (consult.ours, consult.only_ours, consult.theirs, consult.again, consult.only_theirs) == (1, 0, 4, 2, 1)
    assert (consult.matched, consult.days) == (1, 0.0)
    assert (aid.only_ours, aid.theirs, aid.matched, aid.days) == (1, 0, 0, None)
    assert figures.days == {0: 3}


def test_what_did_not_take_place_or_lies_outside_is_not_compared() -> None:
    ours = frame(*ends(), told("p", "2024-06-19", status=Status.PLANNED), told("old", "1999-01-01"))
    found = compare(ours, frame(*ends(), told("x", "2024-06-19")))
    assert set(ours["event_id"][found.ours]) == {"first", "last"}


def test_chance_is_counted_where_theirs_is_everywhere() -> None:
    ours = frame(told("a", "2024-05-01"), told("b", "2024-07-01"))
    daily = [
        told(f"{month:02}-{day:02}", f"2024-{month:02}-{day:02}") for month in range(1, 13) for day in range(1, 29)
    ]
    assert compare(ours, frame(*daily)).by_chance == 2


def test_timelines_without_a_common_day_or_row_have_nothing_in_common() -> None:
    ours, theirs = frame(told("a", "2019-04-25")), frame(told("x", "2024-06-19"))
    for one, other in ((ours, theirs), (ours, frame()), (frame(), frame())):
        figures = summary(compare(one, other), one, other)
        assert (figures.matched, figures.all.ours, figures.all.theirs) == (0, 0, 0)
    assert figures.since > figures.until


def test_order_of_the_rows_changes_nothing() -> None:
    ours = [*ends(), *(told(f"o{n}", f"2024-06-{n:02}") for n in (1, 4, 9, 16))]
    theirs = [*ends(), *(told(f"t{n}", f"2024-06-{n:02}") for n in (2, 5, 10, 28))]
    assert pairs(frame(*ours), frame(*theirs)) == pairs(frame(*reversed(ours)), frame(*reversed(theirs)))
