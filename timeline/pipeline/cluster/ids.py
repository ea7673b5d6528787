"""Of the articles with one id the first is kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from timeline.pipeline.cluster.layout import Group, Width, numbers
from timeline.pipeline.cluster.read import articles_of
from timeline.pipeline.cluster.shards import Counts, Shuffle, meeting, runs, table_of

IDS = pa.schema({"article": pa.int64(), "id": pa.binary(), "digest": pa.string()})
COPY, CARD, SAME, TWICE = range(4)
# What becomes of an article that is not simply read. COPY: it is one of another, which is read. CARD: the card of one
# of its copies. SAME: it was there before. TWICE: another article that has its id was there before.
Fate = tuple[int, int, bytes | None]
FATES = pa.schema({"article": pa.int64(), "fate": pa.int8(), "card": pa.binary()})


@dataclass(frozen=True, slots=True)
class SendIds:
    """Sends the ids of a group of pieces to where equal ones meet."""

    articles: str
    ids: Shuffle
    width: Width

    def __call__(self, group: Group) -> Counts:
        tables = [IDS.empty_table()]
        for piece, key in group.pieces:
            table = articles_of(self.articles, key).rows(("id", "digest"))
            tables.append(table.add_column(0, "article", pa.array(numbers(piece, len(table)))))
        table = pa.concat_tables(tables)
        self.ids.put(group.number, self.width.spread(table["id"].to_pylist()), table)
        return {}


@dataclass(frozen=True, slots=True)
class FindTwice:
    """Finds what is not to be kept."""

    ids: Shuffle
    fates: Shuffle
    width: Width

    def __call__(self, bucket: int) -> Counts:
        found = list[Fate]()
        for first, *others in runs(meeting(self.ids.bucket(bucket), "id"), "id", ("article",)):
            fates = (SAME if each["digest"] == first["digest"] else TWICE for each in others)
            found += [(each["article"], fate, None) for each, fate in zip(others, fates, strict=True)]
        return {"twice": put_fates(self.fates, bucket, self.width, found)}


def put_fates(fates: Shuffle, writer: int, width: Width, found: list[Fate]) -> int:
    """Sends fates (article, fate, card) to the groups of the articles."""
    articles = np.array([article for article, _, _ in found], dtype=np.int64)
    return fates.put(writer, width.group(articles), table_of(found, FATES))
