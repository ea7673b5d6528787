"""Work done in this process."""

from __future__ import annotations

from timeline.engines import run


def test_run_gives_results_in_order_and_tells_progress_after_each() -> None:
    told: list[tuple[int, int]] = []
    results = run(len, ["a", "bb"], lambda done, total: told.append((done, total)))
    assert told == [], "nothing is done before it is asked for"
    assert list(results) == [1, 2]
    assert told == [(0, 2), (1, 2), (2, 2)]
