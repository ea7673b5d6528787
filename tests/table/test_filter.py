"""Which rows a filter lets pass."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from timeline.table.filter import Filter, select


def passed(frame: pd.DataFrame, asked: Filter) -> set[str]:
    return set(select(frame, asked)["event_id"])


ALL = {"silence", "treaty", "war", "talks", "letter"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(), ALL),
        (Filter(actors=("RUS", "PRK")), ALL - {"talks"}),
        (Filter(actors=("PRK", "USA")), set()),
        (Filter(actors=("CHN",)), {"talks"}),
        (Filter(since=date(2022, 8, 31)), {"war", "talks"}),
        (Filter(since=date(2022, 8, 15), until=date(2022, 8, 15)), {"war", "talks", "letter"}),
        (Filter(until=date(1948, 12, 31)), {"silence"}),
        (Filter(since=date(1949, 1, 1), until=date(1960, 12, 31)), set()),
        (Filter(until=date(1961, 1, 1)), {"silence", "treaty"}),
        (Filter(types=("ACCUSE", "AID")), {"talks"}),
        (Filter(statuses=("planned",)), set()),
        (Filter(min_confidence=0.5), ALL - {"talks"}),
        (Filter(text="BLAMES beijing"), {"talks"}),
        (Filter(text="kim jong"), ALL - {"talks"}),
        (Filter(text="united st"), {"talks"}),
        (Filter(text="pyongyang"), ALL - {"talks"}),
        (Filter(text="wrote to Kim"), ALL - {"talks"}),
        (Filter(text="(.*["), set()),
        (Filter(text="  "), ALL),
    ],
)
def test_filter_lets_pass_what_is_asked_for(frame: pd.DataFrame, asked: Filter, expected: set[str]) -> None:
    assert passed(frame, asked) == expected


def test_filter_keeps_order_and_columns(frame: pd.DataFrame) -> None:
    found = select(frame, Filter(actors=("RUS",)))
    assert list(found["event_id"]) == [i for i in frame["event_id"] if i != "talks"]
    assert found.dtypes.equals(frame.dtypes)


def test_filter_works_on_what_another_filter_left(frame: pd.DataFrame) -> None:
    once = select(frame, Filter(since=date(2022, 1, 1)))
    assert passed(once, Filter(actors=("RUS",), text="putin")) == {"war", "letter"}
    assert passed(frame[:0], Filter(actors=("RUS",), text="x", types=("AID",), since=date(2022, 1, 1))) == set()


def test_filter_ignores_case_in_every_script(frame: pd.DataFrame) -> None:
    russian = frame.assign(title=pd.Series(["Письмо Путина"] * len(frame), dtype=frame["title"].dtype))
    assert passed(russian, Filter(text="ПИСЬМО")) == ALL
