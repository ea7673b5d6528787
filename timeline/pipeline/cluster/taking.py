"""Takes in what the input has, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.engines import Engine
from timeline.errors import InputError
from timeline.pipeline.cluster.plan import Piece, Source, cut, find_sources, numbered, piece_size, pieces
from timeline.pipeline.cluster.read import Read, count_lines
from timeline.pipeline.cluster.road import Asked, Named, ask
from timeline.pipeline.cluster.shards import Counts, key_of
from timeline.pipeline.progress import Meter
from timeline.pipeline.versions import taken_with
from timeline.reading.articles import STDIN
from timeline.storage.places import Place, is_address


@dataclass(frozen=True, slots=True)
class Taken:
    """The pieces of the input by their keys, with how many articles each has.

    new     articles in pieces that were not taken in before
    unread  what could not be read as an article
    """

    pieces: dict[str, int]
    new: int
    unread: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the pieces, in the order of the input."""
        return tuple(self.pieces)


def take_in(asked: Asked, engine: Engine, meter: Meter) -> Taken:
    """Has each piece read that was not read before. A piece is known by its files, and by what reads it."""
    how = (asked.options, taken_with())
    with meter.stage("read"):
        found = _pieces(asked, engine)
        items = ((key, (key, piece)) for piece in found for key in [key_of(piece, how)])
        step = Named(articles_in(asked), Read(articles_in(asked), asked.options))
        read = list[tuple[Counts, bool]]()
        for each in engine.map(step, items):
            read.append(each)
            meter.tell(meter.progress.done + each[0]["articles"])
    sizes = {key_of(piece, how): counts["articles"] for piece, (counts, _) in zip(found, read, strict=True)}
    new = sum(counts["articles"] for counts, is_new in read if is_new)
    return Taken(sizes, new, sum(counts["unread"] for counts, _ in read))


def articles_in(asked: Asked) -> str:
    """Where the articles are kept."""
    return f"{asked.work}/articles"


def _pieces(asked: Asked, engine: Engine) -> list[Piece]:
    inputs = tuple((given, _everywhere(given)) for given in asked.inputs)
    sources = [source for source in ask(engine, find_sources, inputs) if not _is_ours(source, asked)]
    size = asked.piece or piece_size(sum(source.size for source in sources))
    parts = cut(sources, size)
    lines = engine.map(count_lines, (part for part in parts if not part.whole))
    return pieces(numbered(parts, lines), size)


def _everywhere(given: str) -> str:
    """An input as processes know it that are at work in other folders."""
    if given == STDIN or ("://" in given and not is_address(given)):
        raise InputError(
            given, "INPUT", "a file, a folder, or an address such as s3://news/2019, which workers can read"
        )
    return Place(given).everywhere


def _is_ours(source: Source, asked: Asked) -> bool:
    """What an earlier build wrote is no input, even in a folder that is."""
    return any(source.address.startswith(f"{folder.rstrip('/')}/") for folder in (asked.out, asked.work))
