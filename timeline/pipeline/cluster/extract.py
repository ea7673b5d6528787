"""From articles to events as they are told, a piece at a time: this is where nearly all of the time goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from timeline.errors import EngineError
from timeline.pipeline.census import TWICE as WHY_TWICE
from timeline.pipeline.cluster.ids import CARD, COPY, TWICE, Fate
from timeline.pipeline.cluster.layout import Width, of_piece
from timeline.pipeline.cluster.read import ASIDE, articles_of
from timeline.pipeline.cluster.shards import Counts, Shuffle, Table, key_of, once
from timeline.pipeline.versions import read_with
from timeline.pipeline.work import read
from timeline.storage.store import to_bytes, to_text

OTHER = "a worker has another version of tieline, or of what it reads with, than this program: install the same there"
EVENTS = pa.schema(
    {"id": pa.binary(), "told": pa.binary(), "keys": pa.list_(pa.binary()), "cards": pa.list_(pa.binary())}
)


def events_of(folder: str, name: str) -> Table:
    """The events that the articles of a piece tell."""
    return Table(f"{folder}/{name}.events.parquet", EVENTS)


def aside_of(folder: str, name: str) -> Table:
    """Which of its articles are set aside."""
    return Table(f"{folder}/{name}.aside.parquet", ASIDE)


@dataclass(frozen=True, slots=True)
class Extract:
    """Reads the articles of a piece, given by number and key, for events, unless that was done before.

    What a piece tells is kept by a name that is another if its articles, or what becomes of them, or `version` are.
    """

    articles: str
    events: str
    fates: tuple[Shuffle, ...]
    width: Width
    version: str

    def __call__(self, item: tuple[int, str]) -> Counts:
        if key_of(read_with()) != self.version:
            raise EngineError(OTHER)
        piece, key = item
        fates = list(self._fates(piece))
        name = key_of(key, fates, self.version)
        counts, new = once(self.events, name, lambda: self._read(key, name, fates))
        return {**counts, "read": counts["articles"] + counts["silent"] if new else 0, "name": name}

    def _fates(self, piece: int) -> Iterator[Fate]:
        """With the places of the articles in the piece instead of their numbers."""
        for shuffle in self.fates:
            rows, places = of_piece(shuffle.bucket(self.width.group_of(piece)), "article", piece)
            yield from zip(places.tolist(), rows["fate"].to_pylist(), rows["card"].to_pylist(), strict=True)

    def _read(self, key: str, name: str, found: list[Fate]) -> Counts:
        fates = {place: fate for place, fate, _ in found if fate != CARD}
        cards = defaultdict[int, list[bytes]](list)
        for place, _, card in found:
            if card is not None:
                cards[place].append(card)
        articles = articles_of(self.articles, key).rows(("id", "place", "text")).to_pylist()
        answers = read([(place, each["text"]) for place, each in enumerate(articles) if place not in fates])
        events_of(self.events, name).put(
            (to_bytes(each.id), each.event, [to_bytes(key) for key in each.keys], cards[place])
            for place, told in answers
            if not isinstance(told, str)
            for each in told
        )
        silent = [(articles[place]["place"], to_bytes(why)) for place, why in answers if isinstance(why, str)]
        twice = [_twice(articles[place]) for place, fate in fates.items() if fate == TWICE]
        aside_of(self.events, name).put([*silent, *twice])
        return {
            "articles": len(answers) - len(silent),
            "events": sum(len(told) for _, told in answers if not isinstance(told, str)),
            "copies": sum(fate == COPY for fate in fates.values()),
            "silent": len(silent),
            "twice": len(twice),
        }


def _twice(article: dict[str, Any]) -> tuple[bytes, bytes]:
    where, id = article["place"], article["id"]
    return where, to_bytes(WHY_TWICE if where == id else f"{to_text(id)}: {WHY_TWICE}")
