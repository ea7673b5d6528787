"""From a piece of the input to articles as they are kept, each with its signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

import pyarrow as pa

from timeline.errors import InputError
from timeline.pipeline.cluster.plan import Piece, Source
from timeline.pipeline.cluster.shards import Counts, Table
from timeline.pipeline.work import Kept, Placed, take
from timeline.reading.articles import Options, Unread, articles_in
from timeline.reading.doubts import doubt
from timeline.reading.files import File
from timeline.storage.places import Place
from timeline.storage.store import to_bytes
from timeline.storage.store.articles import UNDATED, Taken

CHUNK = 1 << 20
ARTICLES = pa.schema(
    {
        "id": pa.binary(),
        "digest": pa.string(),
        "place": pa.binary(),
        "published": pa.int32(),
        "card": pa.binary(),
        "text": pa.binary(),
        "signature": pa.binary(),
        "bands": pa.list_(pa.int64()),
    }
)
ASIDE = pa.schema({"place": pa.binary(), "reason": pa.binary()})


@dataclass(frozen=True, slots=True)
class Read:
    """Reads pieces, given with their keys."""

    folder: str
    options: Options

    def __call__(self, item: tuple[str, Piece]) -> Counts:
        key, piece = item
        unread, doubts = list[tuple[str, str]](), list[tuple[str, str]]()
        taken = list[Taken]()
        for found in (found for source in piece for found in _articles(source, self.options)):
            if isinstance(found, Unread):
                unread.append((found.where, found.reason))
                continue
            taken += [kept for kept in take([found]) if not isinstance(kept, Kept)]
            if said := doubt(found.article):
                doubts.append((found.where, said))
        articles_of(self.folder, key).put(map(_row, taken))
        unread_of(self.folder, key).put(map(_told, unread))
        doubts_of(self.folder, key).put(map(_told, doubts))
        return {"articles": len(taken), "unread": len(unread)}


def articles_of(folder: str, key: str) -> Table:
    """The articles of a piece."""
    return Table(f"{folder}/{key}.articles.parquet", ARTICLES)


def unread_of(folder: str, key: str) -> Table:
    """What in it could not be read."""
    return Table(f"{folder}/{key}.unread.parquet", ASIDE)


def doubts_of(folder: str, key: str) -> Table:
    """Which of its days of publication are to be checked."""
    return Table(f"{folder}/{key}.doubts.parquet", ASIDE)


def count_lines(source: Source) -> int:
    """How many lines end in a part of a file."""
    edges = range(source.start, source.stop or source.size, 16 * CHUNK)
    last = source.stop or source.size
    return sum(Place(source.address).read(edge, min(edge + 16 * CHUNK, last)).count(b"\n") for edge in edges)


def _told(item: tuple[str, str]) -> tuple[object, ...]:
    return tuple(map(to_bytes, item))


def _row(taken: Taken) -> tuple[object, ...]:
    day = taken.published.toordinal() if taken.published else UNDATED
    known = (to_bytes(taken.id), taken.digest, to_bytes(taken.where), day, taken.card)
    return (*known, taken.text, taken.signature, taken.bands)


def _articles(source: Source, options: Options) -> Iterator[Placed | Unread]:
    if source.unread:
        yield Unread(source.shown, source.unread)
        return
    file = _file(source)
    for where, found in articles_in(file, options) if file else ():
        yield Unread.of(found) if isinstance(found, InputError) else Placed(where, found)


def _file(source: Source) -> File | None:
    """What the readers read; None for a part in which no line begins."""
    place = Place(source.address)
    if not source.whole:
        lines = _lines(source)
        return File(source.shown, source.name, lambda: BytesIO(lines)) if lines.strip() else None
    if place.local:
        return replace(File.at(place.local, source.name), where=source.shown)
    return File(source.shown, source.name, lambda: BytesIO(place.read()))


def _lines(source: Source) -> bytes:
    """The lines that begin in a part; empty ones stand for those before it, so that each keeps its number."""
    place, stop = Place(source.address), source.stop or source.size
    start = _line_behind(place, source.start, source.size) if source.start else 0
    if start >= stop:
        return b""
    before = source.lines + (start > source.start)
    return b"\n" * before + place.read(start, _line_behind(place, stop, source.size))


def _line_behind(place: Place, at: int, size: int) -> int:
    """Where the first line begins that begins at a byte or behind it; the size of the file, where none does."""
    for edge in range(at - 1, size, CHUNK):
        found = place.read(edge, min(edge + CHUNK, size)).find(b"\n")
        if found >= 0:
            return edge + found + 1
    return size
