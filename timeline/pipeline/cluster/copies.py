"""Which articles print the same text: where one of their bands is equal they meet, and are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from timeline.copies import alike, canonical
from timeline.merge.groups import Pair, Union
from timeline.pipeline.cluster.ids import CARD, COPY, Fate, put_fates
from timeline.pipeline.cluster.layout import Group, Numbers, Width, numbers, numbers_of, of_piece
from timeline.pipeline.cluster.read import articles_of
from timeline.pipeline.cluster.shards import Counts, Shuffle, meeting, runs
from timeline.pipeline.cluster.stars import put_edges, roots_of
from timeline.storage.store.articles import UNDATED

BANDS = pa.schema({"band": pa.int64(), "article": pa.int64()})
PRINTS = pa.schema({**{field.name: field.type for field in BANDS}, "signature": pa.binary()})
MEMBERS = pa.schema(
    {
        "root": pa.int64(),
        "published": pa.int32(),
        "id": pa.binary(),
        "article": pa.int64(),
        "signature": pa.binary(),
        "card": pa.binary(),
    }
)


@dataclass(frozen=True, slots=True)
class SendBands:
    """Sends the bands of the articles that are kept to where equal ones meet."""

    articles: str
    twice: Shuffle
    bands: Shuffle
    width: Width

    def __call__(self, group: Group) -> Counts:
        dropped, sent, newest = self.twice.bucket(group.number), [BANDS.empty_table()], 0
        for piece, key in group.pieces:
            table = articles_of(self.articles, key).rows(("published", "bands"))
            kept = np.ones(len(table), dtype=bool)
            kept[of_piece(dropped, "article", piece)[1]] = False
            chosen = table.filter(pa.array(kept))
            sent.append(_bands(numbers(piece, len(table))[kept], chosen["bands"]))
            days = numbers_of(chosen["published"])
            newest = max(newest, int(days[days < UNDATED].max(initial=0)))
        table = pa.concat_tables(sent)
        self.bands.put(group.number, numbers_of(table["band"]) % self.width.buckets, table)
        return {"newest": newest}


def _bands(articles: Numbers, bands: pa.ChunkedArray) -> pa.Table:
    owners = articles[numbers_of(pc.list_parent_indices(bands))]
    return pa.table([pc.list_flatten(bands).combine_chunks(), pa.array(owners)], schema=BANDS)


@dataclass(frozen=True, slots=True)
class AskForPrints:
    """Asks for the signatures of those articles alone that share a band with another."""

    bands: Shuffle
    wanted: Shuffle
    width: Width

    def __call__(self, bucket: int) -> Counts:
        table = meeting(self.bands.bucket(bucket), "band")
        self.wanted.put(bucket, self.width.group(numbers_of(table["article"])), table)
        return {}


@dataclass(frozen=True, slots=True)
class SendPrints:
    """Sends these signatures."""

    articles: str
    wanted: Shuffle
    prints: Shuffle
    width: Width

    def __call__(self, group: Group) -> Counts:
        wanted, sent = self.wanted.bucket(group.number), [PRINTS.empty_table()]
        for piece, key in group.pieces:
            rows, places = of_piece(wanted, "article", piece)
            if len(rows):
                signatures = articles_of(self.articles, key).rows(("signature",)).take(pa.array(places))
                sent.append(rows.append_column("signature", signatures["signature"]))
        table = pa.concat_tables(sent)
        self.prints.put(group.number, numbers_of(table["band"]) % self.width.buckets, table)
        return {}


@dataclass(frozen=True, slots=True)
class Compare:
    """Compares the signatures that share a band, until it is known what hangs together through likeness."""

    prints: Shuffle
    edges: Shuffle
    width: Width

    def __call__(self, bucket: int) -> Counts:
        union, links = Union(), list[Pair]()
        for near in runs(self.prints.bucket(bucket), "band", ("article",)):
            links += _links(near, union)
        return {"edges": put_edges(self.edges, bucket, self.width, links)}


def _links(near: Sequence[dict[str, Any]], union: Union) -> Iterator[Pair]:
    """Each with the first of those before it, in every cluster, that it is like."""
    for number, one in enumerate(near):
        for other in near[:number]:
            joined = union.root(one["article"]) == union.root(other["article"])
            if not joined and alike(one["signature"], other["signature"]):
                union.join(one["article"], other["article"])
                yield other["article"], one["article"]


@dataclass(frozen=True, slots=True)
class SendMembers:
    """Sends the articles of each cluster to one place."""

    articles: str
    edges: Shuffle
    members: Shuffle
    width: Width

    def __call__(self, group: Group) -> Counts:
        roots, sent = roots_of(self.edges.bucket(group.number)), [MEMBERS.empty_table()]
        for piece, key in group.pieces:
            rows, places = of_piece(roots, "node", piece)
            if len(rows):
                told = articles_of(self.articles, key).rows(("published", "id", "signature", "card"))
                table = told.take(pa.array(places)).append_column("article", rows["node"])
                sent.append(table.append_column("root", rows["root"]).select(MEMBERS.names))
        table = pa.concat_tables(sent)
        self.members.put(group.number, self.width.scatter(numbers_of(table["root"])), table)
        return {}


@dataclass(frozen=True, slots=True)
class FindHeads:
    """Finds in each cluster whom each article copies; a head gets the cards of its copies, the earliest first."""

    members: Shuffle
    fates: Shuffle
    width: Width

    def __call__(self, bucket: int) -> Counts:
        found = list[Fate]()
        for cluster in runs(self.members.bucket(bucket), "root", ("published", "id")):
            heads = canonical(*([member[told] for member in cluster] for told in ("signature", "published")))
            for member, head in zip(cluster, heads, strict=True):
                if member is not cluster[head]:
                    found.append((member["article"], COPY, None))
                    found.append((cluster[head]["article"], CARD, member["card"]))
        put_fates(self.fates, bucket, self.width, found)
        return {}
