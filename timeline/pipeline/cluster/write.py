"""From rows to files of Parquet, by year."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import pyarrow.compute as pc

from timeline.pipeline.cluster.merge import year_of
from timeline.pipeline.cluster.shards import Counts, Shuffle
from timeline.pipeline.rows import BATCH
from timeline.storage.events import decode
from timeline.storage.parquet import write_parquet
from timeline.storage.places import Place
from timeline.table.frame import Build, to_batch

PART = 250_000  # rows of a file, at most, unless one day has more
NOBODY_KNOWS = "__HIVE_DEFAULT_PARTITION__"  # what all readers of partitions take for a year that is null


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the timeline: its number in its year, and the first and the last of the days that its rows begin on."""

    number: int
    first: int
    last: int


def plan_parts(days: Mapping[int, int], most: int = PART) -> Iterator[Part]:
    """The files, given how many rows begin on each day.

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


@dataclass(frozen=True, slots=True)
class Write:
    """Writes a part, sorted, into the folder of its year; its name tells its content too.

    So the same rows have the same name and bytes, and while a timeline is written anew the old one stands beside it.
    """

    rows: Shuffle
    out: str
    built_with: Mapping[str, str]
    as_of: date | None
    edition: str

    def __call__(self, part: Part) -> Counts:
        table = self.rows.bucket(year_of(part.first))
        table = table.filter(
            pc.and_(pc.greater_equal(table["start"], part.first), pc.less_equal(table["start"], part.last))
        )
        told = table.sort_by([("start", "ascending"), ("id", "ascending")])["told"]
        build, file = Build(self.built_with, self.as_of, lambda event: self.edition), io.BytesIO()
        batches = (told[at : at + BATCH].to_pylist() for at in range(0, len(told), BATCH))
        count = write_parquet(file, (to_batch([decode(blob) for blob in batch], build) for batch in batches))
        content = file.getvalue()
        digest = blake2b(content, digest_size=4).hexdigest()
        name = f"year={year_of(part.first) or NOBODY_KNOWS}/part-{part.number}-{digest}.parquet"
        (Place(self.out) / name).write(content)
        return {"name": name, "rows": count, "bytes": len(content)}
