from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest

from timeline.figures.grouping import GROUPINGS, pairs
from timeline.figures.lane import lanes_of
from timeline.figures.lanes import lanes
from timeline.figures.marks import marks
from timeline.figures.scale import Scale, span
from timeline.figures.sight import Sight
from timeline.model import Actor, Event, EventType
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]
RUS, PRK, JPN, CHN = Actor("RUS", "Russia"), Actor("PRK", "North Korea"), Actor("JPN", "Japan"), Actor("CHN", "China")


@pytest.fixture
def table(make: Make) -> pd.DataFrame:
    events = [
        make("visit", "2022-01-01"),
        make("back", "2022-01-02", source=(PRK,), target=(RUS,)),
        make("threat", "2022-01-03", source=(PRK,), target=(JPN,), type=EventType.THREATEN),
        make("three", "2022-01-04", source=(RUS, PRK, CHN), target=(RUS, PRK, CHN)),
        make("alone", "2022-01-05", source=(PRK,), target=(), type=EventType.MOBILIZE),
    ]
    return to_frame(events, {})


def by(table: pd.DataFrame, grouping: str) -> dict[str, tuple[set[str], set[str]]]:
    """What stands above and below the line of each lane, by the lane's name."""
    events = marks(pick(table))
    found = lanes_of(events, Scale(*span(events, None, None), 900), GROUPINGS[grouping])
    return {
        lane.name: ({mark.event_id for mark, _ in lane.above}, {mark.event_id for mark, _ in lane.below})
        for lane in found
    }


def test_a_pair_has_its_cooperation_above_and_its_conflict_below_whoever_acts(table: pd.DataFrame) -> None:
    assert by(table, "dyad") == {
        "North Korea – Russia": ({"visit", "back", "three"}, set()),
        "China – North Korea": ({"three"}, set()),
        "China – Russia": ({"three"}, set()),
        "Japan – North Korea": (set(), {"threat"}),
        "Others": (set(), {"alone"}),
    }


def test_a_type_has_a_lane_of_its_own(table: pd.DataFrame) -> None:
    assert by(table, "type") == {
        "Meeting or message": ({"visit", "back", "three"}, set()),
        "Show of force": ({"alone"}, set()),
        "Threat": ({"threat"}, set()),
    }


def test_an_actor_acts_above_the_line_and_is_acted_on_below(table: pd.DataFrame) -> None:
    found = by(table, "actor")
    assert found["Russia"] == ({"visit", "three"}, {"back"})
    assert found["Japan"] == (set(), {"threat"})


def test_the_pairs_of_a_mark_are_those_of_the_index(table: pd.DataFrame) -> None:
    facet = pick(table).index.facets["dyad"]
    indexed: dict[int, set[str]] = {}
    for row, code in zip(facet.rows.tolist(), facet.codes.tolist(), strict=True):
        indexed.setdefault(row, set()).add(facet.values[code])
    assert [pairs(mark) for mark in marks(pick(table))] == [indexed.get(row, set()) for row in range(len(table))]


@pytest.mark.parametrize("grouping", list(GROUPINGS))
def test_every_grouping_is_a_facet_and_its_labels_have_two_lines_at_most(table: pd.DataFrame, grouping: str) -> None:
    assert GROUPINGS[grouping].facet in pick(table).index.facets
    for width in (358, 1000):
        labels = [a["text"] for a in lanes(pick(table), Sight(width=width), by=grouping)["layout"]["annotations"]]
        counted = [text for text in labels if re.search(r'">\d+</span>$', text)]
        assert len(counted) == len(by(table, grouping))
        assert all(text.count("<br>") <= 1 for text in counted)
