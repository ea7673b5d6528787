"""Who can meet whom: blocks, edges, parts, and rows part by part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.merge import edges, keys, merge_events, parts, settle
from timeline.model import Event

Make = Callable[..., Event]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2019-04-25", {"PRK|RUS|2019"}),
        ("2018-12-30/2019-01-02", {"PRK|RUS|2018", "PRK|RUS|2019"}),
        ("2024-24", {"PRK|RUS|2024", "PRK|RUS|2025"}),
        ("2022/..", {"PRK|RUS|2022", "PRK|RUS|long"}),
        ("../2022-05", {"PRK|RUS|2022", "PRK|RUS|long"}),
        ("199X", {"PRK|RUS|long"}),
    ],
)
def test_keys_are_pairs_and_years(event: Make, when: str, expected: set[str]) -> None:
    assert set(keys(event(when, "They met.", id=""))) == expected


def test_keys_of_a_row_that_a_person_wrote_to_last_are_all_its_years(curated: Make, event: Make) -> None:
    war = curated("1950-06-25/1953-07-27", "War", id="w")
    assert set(keys(war)) == {"id|w", *(f"PRK|RUS|{year}" for year in range(1950, 1954))}


def test_keys_of_several_actors_are_all_pairs_but_of_a_crowd_one(event: Make) -> None:
    three = event("2019", "They met.", source="RUS, PRK, CHN", target="", id="")
    assert set(keys(three)) == {"CHN|PRK|2019", "CHN|RUS|2019", "PRK|RUS|2019"}
    assert len(keys(event("2019", "They voted.", source=", ".join(f"S{n:02}" for n in range(50)), id=""))) == 1


def test_keys_hold_for_events_without_a_second_actor_or_any(event: Make) -> None:
    assert keys(event("2019", "A parade.", target="", id="")) == ("PRK|2019",)
    assert keys(event("2019", "A parade.", source="", target="", id="")) == ("|2019",)


def test_edges_join_equal_ids_whatever_they_tell(event: Make) -> None:
    one, other = event("2019", "A parade.", id="x"), event("2023", "Shells.", source="USA", kind="AID", id="x")
    assert set(keys(one)) & set(keys(other)) == {"id|x"}
    assert edges([one, event("2019", "Rain.", source="CHN"), other]) == [(0, 2)]


def test_merge_is_the_rows_of_all_parts(event: Make) -> None:
    told = {"mode": "visit", "place": "Moscow"}
    events = [event(f"2018-04-{day}", "He came.", id=f"{day} {n}", **told) for day in (10, 11) for n in (1, 2)]
    found = parts(len(events), edges(events))
    assert found == [[0, 1], [2, 3]]
    assert [row for part in found for row in settle([events[number] for number in part])] == merge_events(events)
