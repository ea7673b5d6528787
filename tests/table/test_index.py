"""What each further choice would leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from timeline.model import EventType, Status
from timeline.table.filter import Filter, select
from timeline.table.index import Index

ASKED = (
    Filter(),
    Filter(actors=("RUS",)),
    Filter(types=("ACCUSE", "CONSULT")),
    Filter(types=("CONSULT",), statuses=("planned",)),
    Filter(actors=("PRK",), since=date(2000, 1, 1), text="putin", types=("CONSULT",)),
    Filter(text="nowhere", statuses=("actual",)),
)


@pytest.mark.parametrize("asked", ASKED)
def test_a_count_says_what_choosing_it_would_leave(frame: pd.DataFrame, asked: Filter) -> None:
    counts = Index(frame).select(asked).counts
    for code, count in counts["actor"].items():
        assert count == len(select(frame, replace(asked, actors=tuple({*asked.actors, code}))))
    for kind in EventType:
        assert counts["type"][kind] == len(select(frame, replace(asked, types=(kind,))))
    for status in Status:
        assert counts["status"][status] == len(select(frame, replace(asked, statuses=(status,))))


def test_an_actor_on_both_sides_counts_once(frame: pd.DataFrame) -> None:
    mutual = frame.assign(target_codes=frame["source_codes"], target_names=frame["source_names"])
    counts = Index(mutual).select(Filter()).counts["actor"]
    assert counts == {code: len(select(mutual, Filter(actors=(code,)))) for code in counts}


def test_an_index_of_nothing_selects_nothing(frame: pd.DataFrame) -> None:
    found = Index(frame[:0]).select(Filter(actors=("RUS",), text="x", types=("AID",), since=date(2022, 1, 1)))
    assert not len(found.mask)
    assert set(found.counts["type"].values()) == {0}


def test_the_names_of_actors_are_known_by_their_codes(frame: pd.DataFrame) -> None:
    assert Index(frame).names["RUS"] == "Russia"
