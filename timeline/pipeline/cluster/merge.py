"""From events as they are told to rows: events of one block meet, then those that hang together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from timeline.model import Event
from timeline.pipeline.cluster.extract import events_of
from timeline.pipeline.cluster.layout import Group, Width, numbers, numbers_of, of_piece
from timeline.pipeline.cluster.shards import Counts, Shuffle, meeting, runs, table_of
from timeline.pipeline.cluster.stars import put_edges, roots_of
from timeline.pipeline.rows import Wanted
from timeline.pipeline.work import Part, Settler, connect, together
from timeline.storage.events import decode

BLOCKS = pa.schema({"key": pa.binary(), "event": pa.int64(), "id": pa.binary(), "told": pa.binary()})
PARTS = pa.schema({"root": pa.int64(), "id": pa.binary(), "told": pa.binary(), "cards": pa.list_(pa.binary())})
ROWS = pa.schema({"start": pa.int32(), "id": pa.binary(), "told": pa.binary()})
Row = tuple[bytes, bytes]
OPEN = 0  # the first day of rows whose beginning is not known, and their bucket; the others are in that of their year


@dataclass(frozen=True, slots=True)
class SendBlocks:
    """Sends each event to all its blocks."""

    events: str
    blocks: Shuffle
    width: Width

    def __call__(self, group: Group) -> Counts:
        sent = [BLOCKS.empty_table()]
        for piece, name in group.pieces:
            table = events_of(self.events, name).rows(("id", "told", "keys"))
            owners = pc.list_parent_indices(table["keys"])
            told = table.select(("id", "told")).take(owners)
            told = told.add_column(0, "event", pa.array(numbers(piece, len(table))).take(owners.combine_chunks()))
            sent.append(told.add_column(0, "key", pc.list_flatten(table["keys"])))
        table = pa.concat_tables(sent)
        self.blocks.put(group.number, self.width.spread(table["key"].to_pylist()), table)
        return {}


@dataclass(frozen=True, slots=True)
class Connect:
    """Finds in each block which events hang together."""

    blocks: Shuffle
    edges: Shuffle
    width: Width

    def __call__(self, bucket: int) -> Counts:
        met = meeting(self.blocks.bucket(bucket), "key")
        blocks = ([(each["event"], each["told"]) for each in block] for block in runs(met, "key", ("id", "told")))
        pairs = {pair for block in blocks for _, found in connect(together([(0, block)])) for pair in found}
        return {"edges": put_edges(self.edges, bucket, self.width, sorted(pairs))}


@dataclass(frozen=True, slots=True)
class SendParts:
    """Sends the events that hang together to one place."""

    events: str
    edges: Shuffle
    parts: Shuffle
    width: Width

    def __call__(self, group: Group) -> Counts:
        roots, sent = roots_of(self.edges.bucket(group.number)), [PARTS.empty_table()]
        for piece, name in group.pieces:
            table = events_of(self.events, name).rows(("id", "told", "cards"))
            rows, places = of_piece(roots, "node", piece)
            own = numbers(piece, len(table))
            own[places] = numbers_of(rows["root"])
            sent.append(table.add_column(0, "root", pa.array(own)))
        table = pa.concat_tables(sent)
        self.parts.put(group.number, self.width.scatter(numbers_of(table["root"])), table)
        return {}


@dataclass(frozen=True, slots=True)
class Settle:
    """Makes the rows of each part, and sends those that are wanted to their years; it counts those of each day.

    apart  pairs of ids that people told apart
    """

    parts: Shuffle
    rows: Shuffle
    wanted: Wanted
    apart: tuple[tuple[str, str], ...]

    def __call__(self, bucket: int) -> Counts:
        settle, found, merges = Settler(self.apart), list[Row](), 0
        for part in runs(self.parts.bucket(bucket), "root", ("id", "told")):
            [(_, rows)] = settle([Part(0, tuple((each["told"], tuple(each["cards"])) for each in part))])
            merges += len(part) - len(rows)
            found += [(id, told) for _, id, told in rows]
        kept = [
            (first_day(event), *row) for row, event in ((r, decode(r[1])) for r in found) if self.wanted.keeps(event)
        ]
        self.rows.put(bucket, [year_of(start) for start, _, _ in kept], table_of(kept, ROWS))
        return {"merges": merges, "days": Counter(str(start) for start, _, _ in kept)}


def first_day(event: Event) -> int:
    """As an ordinal, or OPEN."""
    return event.when.start.toordinal() if event.when.start else OPEN


def year_of(start: int) -> int:
    """
    >>> year_of(date(2019, 4, 25).toordinal()), year_of(OPEN)
    (2019, 0)
    """
    return date.fromordinal(start).year if start else OPEN
