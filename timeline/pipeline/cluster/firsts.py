"""In which build a row first stood: the table that is replaced says so, by the ids of the reports of each row."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from timeline.pipeline.cluster.layout import Width, numbers_of
from timeline.pipeline.cluster.merge import year_of
from timeline.pipeline.cluster.parts import Part, of_part
from timeline.pipeline.cluster.shards import Counts, Shuffle, read_parquet, table_of
from timeline.storage.events import decode
from timeline.storage.places import Place
from timeline.storage.store import to_bytes, to_text

KNOWN = pa.schema({"id": pa.binary(), "first": pa.string()})
ASKED = pa.schema({"id": pa.binary(), "row": pa.binary(), "start": pa.int32()})
FIRSTS = pa.schema({"row": pa.binary(), "start": pa.int32(), "first": pa.string()})


@dataclass(frozen=True, slots=True)
class SendKnown:
    """Sends what a file of the table that is replaced says of its ids; files are given by number and name."""

    out: str
    known: Shuffle
    width: Width

    def __call__(self, item: tuple[int, str]) -> Counts:
        number, name = item
        content = (Place(self.out) / name).read()
        rows = read_parquet(content, ("event_id", "also_ids", "first_built")).to_pylist()
        found = [(to_bytes(id), row["first_built"]) for row in rows for id in (row["event_id"], *row["also_ids"])]
        self.known.put(number, self.width.spread(id for id, _ in found), table_of(found, KNOWN))
        return {}


@dataclass(frozen=True, slots=True)
class AskFor:
    """Sends the ids of the rows of a year to where it is known when they first stood in the table."""

    rows: Shuffle
    asked: Shuffle
    width: Width

    def __call__(self, year: int) -> Counts:
        table = self.rows.bucket(year)
        found = [
            (to_bytes(id), row, start)
            for row, start, told in zip(*(table[name].to_pylist() for name in ("id", "start", "told")), strict=True)
            for event in [decode(told)]
            for id in (event.event_id, *event.also_ids)
        ]
        self.asked.put(year, self.width.spread(id for id, _, _ in found), table_of(found, ASKED))
        return {}


@dataclass(frozen=True, slots=True)
class Answer:
    """Sends the rows what is known of their ids, each answer to the year of the row."""

    known: Shuffle
    asked: Shuffle
    firsts: Shuffle

    def __call__(self, bucket: int) -> Counts:
        found = self.asked.bucket(bucket).join(self.known.bucket(bucket), "id", join_type="inner", use_threads=False)
        self.firsts.put(
            bucket, map(year_of, numbers_of(found["start"]).tolist()), found.select(FIRSTS.names).combine_chunks()
        )
        return {}


def firsts_in(firsts: Shuffle, part: Part) -> dict[str, str]:
    """For each row of a part that stood in the table before, since which build."""
    table, found = of_part(firsts.bucket(year_of(part.first)), part), dict[str, str]()
    for row, first in zip(table["row"].to_pylist(), table["first"].to_pylist(), strict=True):
        id = to_text(row)
        found[id] = min(first, found.get(id, first))
    return found
