"""Rows by their numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figures.marks import plain
from timeline.table.arrow import from_arrow, to_arrow
from timeline.table.bits import count, counts, pack, unpack
from timeline.table.facet import ranked
from timeline.table.filter import Filter, select
from timeline.table.index import Index
from timeline.table.kept import Kept
from timeline.table.picked import pick


def test_what_is_picked_is_what_is_selected(frame: pd.DataFrame) -> None:
    asked = Filter(actors=("RUS",))
    picked = pick(frame, asked)
    pd.testing.assert_frame_equal(picked.frame(), select(frame, asked))
    assert picked.frame(1)["event_id"].tolist() == select(frame, asked)["event_id"].tolist()[:1]
    assert len(picked) == len(picked.rows) > 1


@given(st.lists(st.booleans(), max_size=200), st.lists(st.booleans(), max_size=200))
def test_packed_sets_are_the_sets(first: list[bool], second: list[bool]) -> None:
    size = min(len(first), len(second))
    one, other = (np.array(part[:size], dtype=bool) for part in (first, second))
    assert unpack(pack(one) & pack(other), size).tolist() == (one & other).tolist()
    assert count(pack(one)) == one.sum()
    assert counts(np.stack([pack(one), pack(other)]), pack(other)).tolist() == [(one & other).sum(), other.sum()]


@pytest.mark.parametrize("share", [0.05, 0.5])
@pytest.mark.parametrize("size", [40, 40_000])
def test_rare_values_are_counted_as_frequent_ones_are(size: int, share: float) -> None:
    values = [f"value {code}" for code in range(50)]
    rng = np.random.default_rng(7)
    rows, codes = np.arange(size), (rng.pareto(1.0, size)).astype(int) % 50
    facet, kept = ranked(rows, codes, values, size), rng.random(size) < share
    for name, number in facet.count(Kept(size, bits=pack(kept))).items():
        assert number == (codes[kept] == values.index(name)).sum()
    wanted = unpack(facet.having(values[:1] + values[-20:]), size)
    assert wanted.tolist() == np.isin(codes, [0, *range(30, 50)]).tolist()


def test_values_of_rows_in_any_order_are_those_of_the_table(frame: pd.DataFrame) -> None:
    pieces = pa.concat_tables([to_arrow(frame[:3]), to_arrow(frame[3:])])
    rows = [len(frame) - 1, 0, 4, 2, 0]
    columns = ("event_id", "date_start", "type", "source_codes", "place", "confidence")
    expected = [[plain(frame[name])[row] for row in rows] for name in columns]
    assert Index(from_arrow(pieces)).taking.values(columns, np.array(rows)) == expected
    assert Index(frame).taking.values(columns, np.array([], dtype=int)) == [[]] * len(columns)


def test_who_acts_is_told_for_each_pair_of_event_and_actor(frame: pd.DataFrame) -> None:
    index, sources = Index(frame), plain(frame["source_codes"])
    actors = index.facets["actor"]
    for row, code, acts in zip(actors.rows, actors.codes, index.acting, strict=True):
        assert acts == (actors.values[code] in sources[row])
