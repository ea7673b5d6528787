"""Rows by their numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.table.bits import count, counts, pack, unpack
from timeline.table.facet import ranked
from timeline.table.filter import Filter, select
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


@pytest.mark.parametrize("size", [40, 40_000])
def test_rare_values_are_counted_as_frequent_ones_are(size: int) -> None:
    values = [f"value {code}" for code in range(50)]
    rng = np.random.default_rng(7)
    rows, codes = np.arange(size), (rng.pareto(1.0, size)).astype(int) % 50
    facet, kept = ranked(rows, codes, values, size), rng.random(size) < 0.3
    for name, number in facet.count(pack(kept)).items():
        assert number == (codes[kept] == values.index(name)).sum()
    wanted = unpack(facet.having(values[:1] + values[-20:]), size)
    assert wanted.tolist() == np.isin(codes, [0, *range(30, 50)]).tolist()
