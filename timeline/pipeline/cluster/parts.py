"""Into which files the rows of a timeline go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from timeline.pipeline.cluster.merge import year_of

PART = 250_000  # rows of a file, at most, unless one day has more


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the timeline: its number in its year, and the first and the last of the days that its rows begin on."""

    number: int
    first: int
    last: int


def plan_parts(days: Mapping[int, int], most: int = PART) -> Iterator[Part]:
    """The files, given how many rows begin on each day.

    >>> from datetime import date
    >>> new_year = date(2020, 1, 1).toordinal()
    >>> [part.number for part in plan_parts({0: 7, new_year - 1: 9, new_year: 6, new_year + 1: 5}, 10)]
    [0, 0, 0, 1]
    """
    part, rows = None, 0
    for day in sorted(days):
        new_year = part is None or year_of(part.last) != year_of(day)
        if part and not new_year and rows + days[day] <= most:
            part, rows = Part(part.number, part.first, day), rows + days[day]
            continue
        if part:
            yield part
        part, rows = Part(0 if part is None or new_year else part.number + 1, day, day), days[day]
    if part:
        yield part


def of_part(table: pa.Table, part: Part) -> pa.Table:
    """The rows that begin on a day of a part, given those of its year."""
    return table.filter((pc.field("start") >= part.first) & (pc.field("start") <= part.last))
