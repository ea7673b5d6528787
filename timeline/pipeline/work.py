"""What is done in workers: pure functions of what they are sent, and nothing here knows of the store.

They take and give batches, since a single article, block or part is too little to be worth sending.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from typing import TypeVar

from timeline.copies import SCHEME, bands, digest, signature
from timeline.errors import InputError, LanguageError
from timeline.merge import edges_of, keys, settle, traits
from timeline.merge.traits import Traits
from timeline.model import Article, Copy, Event
from timeline.storage.blobs import Blobs
from timeline.storage.events import decode, encode
from timeline.storage.store import to_bytes
from timeline.storage.store.articles import Taken
from timeline.storage.store.events import Told

ARTICLES, CARDS = Blobs(Article), Blobs(Copy)
Item = TypeVar("Item")
Block = tuple[int, list[tuple[int, bytes]]]  # its number, and (number, bytes) of its events
Blocks = tuple[dict[int, bytes], list[tuple[int, list[int]]]]  # events by number, and blocks of such numbers
Pairs = set[tuple[int, int]]
Row = tuple[int, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Placed:
    """An article, and the file and the place in it where it stands."""

    where: str
    article: Article


@dataclass(frozen=True, slots=True)
class Kept:
    """An article of the input that is kept already, just as it is."""

    id: str
    digest: str
    where: str


def take(articles: Sequence[Placed | Kept]) -> list[Taken | Kept]:
    """Articles as they are kept."""
    return [item if isinstance(item, Kept) else _taken(item.article, item.where) for item in articles]


def mark(article: Article) -> str:
    """What changes when the article does, or the way in which articles are kept."""
    return f"{ARTICLES.shape.decode()}-{SCHEME}-{digest(article)}"


def _taken(article: Article, where: str) -> Taken:
    print_ = signature(article.text)
    return Taken(
        id=article.id,
        digest=mark(article),
        where=where,
        published=article.published,
        card=CARDS.encode(Copy(article.id, article.source, article.url, article.published)),
        text=zlib.compress(ARTICLES.encode(article)),
        signature=print_,
        bands=tuple(_number(place, band) for place, band in enumerate(bands(print_))),
    )


def _number(place: int, band: bytes) -> int:
    hashed = blake2b(place.to_bytes(2, "big") + band, digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)


def read(articles: Sequence[tuple[int, bytes]]) -> list[tuple[int, list[Told] | str]]:
    """The events of each article, or why there are none: (number of the article, what it tells)."""
    return [(number, _read(text)) for number, text in articles]


def _read(text: bytes) -> list[Told] | str:
    from timeline.events import extract_events  # brings the parser, which is slow to load

    try:
        article = ARTICLES.decode(zlib.decompress(text))
    except InputError:
        return "kept by another version of tieline; name its file again"
    try:
        return [told(event) for event in extract_events(article)]
    except LanguageError as error:
        return str(error).removeprefix(f"{article.id}: ")


def rekey(events: Sequence[tuple[int, bytes]]) -> list[tuple[int, tuple[str, ...]]]:
    """The keys of the blocks of events that were kept before."""
    return [(number, keys(decode(blob))) for number, blob in events]


def told(event: Event) -> Told:
    """An event as it is kept."""
    return Told(event.event_id, encode(event), keys(event))


def together(blocks: Iterable[Block]) -> Blocks:
    """Blocks, and each of their events once: those of many actors are in many blocks."""
    blocks = list(blocks)
    numbers = [(block, [number for number, _ in events]) for block, events in blocks]
    return {number: blob for _, events in blocks for number, blob in events}, numbers


def connect(blocks: Blocks) -> list[tuple[int, Pairs]]:
    """For each block the pairs of its events that hang together."""
    looked = {number: traits(decode(blob)) for number, blob in blocks[0].items()}
    return [(block, _pairs(numbers, looked)) for block, numbers in blocks[1]]


def _pairs(numbers: Sequence[int], looked: Mapping[int, Traits]) -> Pairs:
    found = edges_of([looked[number] for number in numbers])
    return {(min(numbers[a], numbers[b]), max(numbers[a], numbers[b])) for a, b in found}


@dataclass(frozen=True, slots=True)
class Part:
    """Events that hang together: the bytes of each, and of the copies of the article that tells it."""

    number: int
    events: tuple[tuple[bytes, tuple[bytes, ...]], ...]


@dataclass(frozen=True, slots=True)
class Settler:
    """Makes the rows of parts; `apart` are pairs of ids that people told apart."""

    apart: tuple[tuple[str, str], ...]

    def __call__(self, parts: Sequence[Part]) -> list[tuple[int, list[Row]]]:
        """For each part its rows: (first day as an ordinal, id, bytes)."""
        return [(part.number, self._rows(part)) for part in parts]

    def _rows(self, part: Part) -> list[Row]:
        events = [_with_copies(decode(blob), [CARDS.decode(card) for card in cards]) for blob, cards in part.events]
        rows = settle(events, self.apart)
        return [((row.when.start or date.min).toordinal(), to_bytes(row.event_id), encode(row)) for row in rows]


def _with_copies(event: Event, copies: Sequence[Copy]) -> Event:
    if not copies:
        return event
    return replace(event, evidence=tuple(replace(report, copies=tuple(copies)) for report in event.evidence))


def batches(items: Iterable[Item], limit: int, weight: Callable[[Item], int] = lambda item: 1) -> Iterator[list[Item]]:
    """Items in lists that weigh no less than `limit` each, but for the last.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    batch, heavy = list[Item](), 0
    for item in items:
        batch.append(item)
        heavy += weight(item)
        if heavy >= limit:
            yield batch
            batch, heavy = [], 0
    if batch:
        yield batch
