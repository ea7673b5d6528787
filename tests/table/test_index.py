"""What each further choice would leave."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from timeline.figures.marks import plain
from timeline.model import EventType, Status
from timeline.table.filter import Filter, select
from timeline.table.index import EARLIEST, LATEST, Index, since_epoch
from timeline.table.pairs import BETWEEN
from timeline.table.selection import select as chosen

ASKED = (
    Filter(),
    Filter(actors=("RUS",)),
    Filter(types=("ACCUSE", "CONSULT")),
    Filter(types=("CONSULT",), statuses=("planned",)),
    Filter(actors=("PRK",), since=date(2000, 1, 1), text="putin", types=("CONSULT",)),
    Filter(text="nowhere", statuses=("actual",)),
    Filter(disputed=False, checked=False, precisions=("day",), min_confidence=0.2),
)


@pytest.mark.parametrize("asked", ASKED)
def test_a_count_says_what_choosing_it_would_leave(frame: pd.DataFrame, asked: Filter) -> None:
    counts = chosen(Index(frame), asked).counts()
    for code, count in counts["actor"].items():
        assert count == len(select(frame, replace(asked, actors=tuple({*asked.actors, code}))))
    for kind in EventType:
        assert counts["type"][kind] == len(select(frame, replace(asked, types=(kind,))))
    for truth, words in ((True, "yes"), (False, "no")):
        assert counts["disputed"][words] == len(select(frame, replace(asked, disputed=truth)))
        assert counts["checked"][words] == len(select(frame, replace(asked, checked=truth)))
    for precision, count in counts["precision"].items():
        assert count == len(select(frame, replace(asked, precisions=(precision,))))
    for status in Status:
        assert counts["status"][status] == len(select(frame, replace(asked, statuses=(status,))))


def test_an_actor_on_both_sides_counts_once(frame: pd.DataFrame) -> None:
    mutual = frame.assign(target_codes=frame["source_codes"], target_names=frame["source_names"])
    counts = chosen(Index(mutual), Filter()).counts()["actor"]
    assert counts == {code: len(select(mutual, Filter(actors=(code,)))) for code in counts}


def test_an_index_of_nothing_selects_nothing(frame: pd.DataFrame) -> None:
    found = chosen(Index(frame[:0]), Filter(actors=("RUS",), text="x", types=("AID",), since=date(2022, 1, 1)))
    assert not len(found.rows)
    assert set(found.counts()["type"].values()) == {0}


def test_the_names_of_actors_are_known_by_their_codes(frame: pd.DataFrame) -> None:
    assert Index(frame).names["RUS"] == "Russia"


def test_an_actor_of_several_names_is_called_as_most_often(frame: pd.DataFrame) -> None:
    once = frame[frame["source_codes"].map(lambda codes: list(codes) == ["RUS"])].iloc[:1]
    names = pd.Series([["Soviet Union"]], index=once.index, dtype=frame["source_names"].dtype)
    assert Index(pd.concat([frame, once.assign(source_names=names)])).names["RUS"] == "Russia"


def test_a_dyad_is_who_acts_and_to_whom_in_either_order(frame: pd.DataFrame) -> None:
    facet = Index(frame).facets["dyad"]
    found = {(int(row), facet.values[code]) for row, code in zip(facet.rows, facet.codes, strict=True)}
    sides = zip(plain(frame["source_codes"]), plain(frame["target_codes"]), strict=True)
    expected = {
        (row, BETWEEN.join(sorted((one, other))))
        for row, (sources, targets) in enumerate(sides)
        for one in sources
        for other in targets
        if one != other
    }
    assert found == expected != set()


def test_the_publishers_of_a_row_count_once_each(frame: pd.DataFrame) -> None:
    counts = chosen(Index(frame), Filter()).counts()["publisher"]
    told = [{report["source"] for report in reports if report["source"]} for reports in plain(frame["articles"])]
    assert counts == dict(Counter(name for names in told for name in names))
    for name, count in counts.items():
        assert len(select(frame, Filter(publishers=(name,)))) == count


def test_what_is_new_since_a_build_is_in_it_or_in_a_later_one(frame: pd.DataFrame) -> None:
    builds = ["2026-11-23.01", "2026-11-24.01", "2026-11-24.02", ""]
    built = frame.assign(first_built=pd.Series([builds[n % 4] for n in range(len(frame))], dtype=frame["title"].dtype))
    counts = chosen(Index(built), Filter()).counts()["built"]
    assert list(counts) == ["2026-11-24.02", "2026-11-24.01", "2026-11-23.01"]
    for build, count in counts.items():
        assert len(select(built, Filter(new_since=build))) == count
    assert len(select(built, Filter(new_since="2026-11-24"))) == counts["2026-11-24.01"]


def test_the_numbers_are_those_of_the_table_with_open_ends(frame: pd.DataFrame) -> None:
    index = Index(frame)
    for column, numbers, where_open in (("date_start", index.first, EARLIEST), ("date_end", index.last, LATEST)):
        days = [since_epoch(day) if day else where_open for day in plain(frame[column])]
        assert numbers.tolist() == days
    assert index.quad.tolist() == plain(frame["quad"])
    assert index.confidence.tolist() == pytest.approx(plain(frame["confidence"]))
