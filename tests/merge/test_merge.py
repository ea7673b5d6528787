"""The same event in several reports becomes one row, and only the same event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline import merge_events
from timeline.model import Event, Origin, Status

Make = Callable[..., Event]
BOTH = {"source": "RUS, PRK", "target": "PRK, RUS"}


def edtf(events: list[Event]) -> list[str]:
    return [event.when.edtf for event in events]


@pytest.fixture
def summit(event: Make, curated: Make) -> list[Event]:
    """A year, a day, and a row that a person wrote: three reports of one event."""
    return [
        event("2019", "Kim's first visit to Russia in 2019 opened talks.", mode="visit", persons="Kim Jong Un"),
        event("2019-04-25", "Kim and Putin shake hands in Vladivostok.", mode="meet", persons="Kim Jong Un", **BOTH),
        curated("2019-04-25", "Putin receives Kim in Vladivostok", mode="meet", persons="Kim Jong Un", **BOTH),
    ]


def test_merge_makes_one_row_of_a_year_a_day_and_a_curated_row(summit: list[Event]) -> None:
    (row,) = merge_events(summit)
    assert row.when.edtf == "2019-04-25"
    assert len(row.evidence) == 3


def test_merge_keeps_the_curated_id_title_and_check(summit: list[Event]) -> None:
    (row,) = merge_events(summit)
    assert (row.event_id, row.title) == (summit[2].event_id, "Putin receives Kim in Vladivostok")
    assert row.checked
    assert row.origin is Origin.CURATED
    assert set(row.also_ids) == {summit[0].event_id, summit[1].event_id}
    assert row.trigger.text == "Kim", "the words of the act come from a report that has them"


def test_merge_keeps_the_oldest_id(event: Make) -> None:
    told = {"mode": "visit", "place": "Moscow"}
    late = event("2018-04-10", "The minister came to Moscow.", id="a", published="2019-01-01", **told)
    early = event("2018-04-10", "The minister arrived in Moscow.", id="b", published="2018-04-11", **told)
    (row,) = merge_events([late, early])
    assert (row.event_id, row.also_ids) == ("b", ("a",))


def test_merge_leaves_a_vague_report_alone_that_fits_two_days_alike(event: Make) -> None:
    days = [event(f"2023-09-{day}", "A delegation came.", mode="visit", article=day, id=day) for day in ("04", "21")]
    vague = event("2023-09", "A delegation came that month.", mode="visit")
    assert edtf(merge_events([*days, vague])) == ["2023-09", "2023-09-04", "2023-09-21"]


def test_merge_gives_a_vague_report_to_the_day_that_shares_persons_and_words(event: Make) -> None:
    farm = event("2023-09-04", "Lavrov toured a collective farm.", mode="visit", persons="Sergei Lavrov")
    port = event("2023-09-21", "Kozlov inspected the frozen harbour.", mode="visit", persons="Alexander Kozlov")
    vague = event("2023-09", "Kozlov went to inspect a harbour.", mode="visit", persons="Alexander Kozlov")
    merged = merge_events([farm, port, vague])
    assert edtf(merged) == ["2023-09-04", "2023-09-21"]
    assert [len(row.evidence) for row in merged] == [1, 2]


def test_merge_never_puts_two_days_together_through_a_month(event: Make) -> None:
    told = {"mode": "visit", "persons": "Sergei Lavrov", "place": "Pyongyang"}
    reports = [event(when, "Lavrov visits the capital.", **told) for when in ("2023-10-18", "2023-10", "2023-10-25")]
    assert edtf(merge_events(reports)) == ["2023-10", "2023-10-18", "2023-10-25"]


def test_merge_keeps_two_curated_rows_of_one_day_apart(curated: Make) -> None:
    rows = [curated("2019-04-25", "Kim meets Putin", id=str(n), mode="meet", place="Vladivostok") for n in range(2)]
    assert len(merge_events(rows)) == 2


def test_merge_folds_the_direction_of_a_mutual_act_only(event: Make) -> None:
    told = {"kind": "ACCUSE", "place": "Geneva"}
    blame = [
        event("2020-01-14", "Envoys traded sharp words on missiles.", source=s, target=t, id=s, **told)
        for s, t in (("PRK", "USA"), ("USA", "PRK"))
    ]
    assert len(merge_events(blame)) == 2
    visit = event("2018-05-31", "Lavrov visits.", source="RUS", target="PRK", mode="visit", persons="Sergei Lavrov")
    talks = event("2018-05-31", "Lavrov holds talks.", mode="meet", persons="Sergei Lavrov", **BOTH)
    assert len(merge_events([visit, talks])) == 1


def test_merge_keeps_a_letter_and_a_meeting_of_one_day_apart(event: Make) -> None:
    letter = event("2018-06-14", "Kim sends Putin a note.", mode="letter", persons="Kim Jong Un")
    meeting = event("2018-06-14", "Kim meets Putin.", mode="meet", persons="Kim Jong Un", **BOTH)
    assert len(merge_events([letter, meeting])) == 2


def test_merge_joins_neighbouring_types_that_tell_the_same_in_like_words(event: Make) -> None:
    letter = event("2022-02-26", "Congratulations on the harvest festival arrive.", mode="letter", id="1")
    praise = event("2022-02-26", "He sent congratulations on the harvest festival.", kind="SUPPORT", id="2")
    other = event("2022-02-26", "He backs the new bridge across the river.", kind="SUPPORT", id="3")
    assert sorted(len(row.evidence) for row in merge_events([letter, praise, other])) == [1, 2]


def test_merge_marks_act_and_denial_as_disputed_and_keeps_them_apart(event: Make) -> None:
    told = {"kind": "AID", "mode": "military"}
    act = event("2022-09", "North Korea shipped artillery shells by rail to Russia.", **told)
    denial = event("2022-09", "It never shipped artillery shells by rail.", status="negated", **told)
    bystander = event("2022-09", "A choir toured Siberia.", kind="COOPERATE", mode="cultural")
    merged = merge_events([act, denial, bystander])
    assert {row.status: row.disputed for row in merged if row.type == "AID"} == {"actual": True, "negated": True}
    assert [row.disputed for row in merged if row.type == "COOPERATE"] == [False]


def test_merge_makes_a_plan_and_its_later_report_one_actual_row(event: Make) -> None:
    told = {"mode": "visit", "persons": "Kim Jong Un"}
    plan = event("2023-09", "Kim plans to travel to the spaceport.", status="planned", published="2023-09-04", **told)
    report = event("2023-09-13", "Kim travelled to the spaceport.", published="2023-09-14", **told)
    (row,) = merge_events([plan, report])
    assert (row.status, row.when.edtf, len(row.evidence)) == (Status.ACTUAL, "2023-09-13", 2)
    assert row.event_id == plan.event_id
    assert row.trigger.text in report.evidence[0].quote


def test_merge_takes_a_told_date_for_that_of_a_report_without_one(event: Make) -> None:
    guess = event("2024-06-21", "They signed a treaty on partnership.", kind="AGREE", basis="publication", **BOTH)
    told = event("2024-06-19", "The two signed the partnership treaty.", kind="AGREE", **BOTH)
    (row,) = merge_events([guess, told])
    assert (row.when.edtf, row.date_basis) == ("2024-06-19", "explicit")


def test_merge_of_other_actors_needs_more_than_the_day(event: Make) -> None:
    two = event("2018-10-09", "Diplomats hold talks.", **BOTH)
    three = event("2018-10-09", "Envoys gather.", source="RUS, CHN, PRK", target="RUS, CHN, PRK")
    assert len(merge_events([two, three])) == 2


def test_merge_of_nothing_is_nothing() -> None:
    assert merge_events([]) == []


def test_merge_needs_little_more_where_the_same_act_on_others_too(event: Make) -> None:
    told = {"kind": "REJECT", "source": "RUS, CHN"}
    month = event("2022-05", "They vetoed tougher sanctions.", target="PRK", **told)
    day = event("2022-05-26", "Both vetoed the sanctions.", target="", **told)
    assert edtf(merge_events([month, day])) == ["2022-05-26"]
    talks = [
        event(when, "They spoke of tougher sanctions.", source=codes, target=codes, kind="COOPERATE")
        for when, codes in (("2022-05", "RUS, CHN, PRK"), ("2022-05-26", "RUS, CHN"))
    ]
    assert len(merge_events(talks)) == 2, "who does it together is part of what is done"


def test_merge_takes_what_is_just_enough(event: Make) -> None:
    """The weights are tenths: their sum must not fall short of them by the last bit."""
    told = {"kind": "SUPPORT", "persons": "Dmitry Medvedev"}
    month = event("2011-12", "Medvedev sends condolences on a death and his regards.", place="Moscow", **told)
    day = event("2011-12-19", "Medvedev sent condolences.", **told)
    assert len(merge_events([month, day])) == 1
