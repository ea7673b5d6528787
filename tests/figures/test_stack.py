from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.figures.stack import levels

extents = st.lists(
    st.tuples(st.floats(0, 500), st.floats(1, 200)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=40
)


@given(extents)
def test_marks_of_one_level_never_overlap(marks: list[tuple[float, float]]) -> None:
    placed = list(zip(marks, levels(marks), strict=True))
    for number, ((left, right), level) in enumerate(placed):
        for (low, high), other in placed[number + 1 :]:
            assert level != other or right <= low or high <= left


@given(extents)
def test_no_level_is_left_empty(marks: list[tuple[float, float]]) -> None:
    found = set(levels(marks))
    assert found == set(range(len(found)))


def test_a_wide_mark_lies_below_narrow_ones() -> None:
    assert levels([(40, 50), (0, 400), (60, 70)]) == [1, 0, 1]
