"""What all benchmarks are made of."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median

RUNS = 5
Rows = Iterator[tuple[str, str, str]]  # what is measured, the figure, what stands beside it


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median of `runs` runs, after one that warms up."""
    work()
    return median(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
