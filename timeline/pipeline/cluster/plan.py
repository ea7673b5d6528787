"""The input cut into pieces, each of which is read by one worker at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path, PurePosixPath

from timeline.errors import InputError
from timeline.reading.articles import files_of, find_articles, names_of
from timeline.reading.folders import ABOUT
from timeline.reading.kinds import SUFFIXES
from timeline.storage.places import Place, is_address

LINES = (".jsonl", ".ndjson")  # files that can be cut at the ends of lines


@dataclass(frozen=True, slots=True)
class Source:
    """A file of articles, or the part of it that begins with the first line behind byte `start`.

    shown   what people know it by: the path or the address as it was given
    name    after which its articles are called, if they have no id of their own
    mark    what changes when the file does
    stop    the part ends with the line in which this byte is; None: with the file
    lines   how many lines stand before the first whole line
    """

    address: str
    shown: str
    name: str
    size: int
    mark: str
    start: int = 0
    stop: int | None = None
    lines: int = 0

    @property
    def whole(self) -> bool:
        return self.stop is None


Piece = tuple[Source, ...]


def find_sources(inputs: Sequence[str]) -> list[Source]:
    """The files that the input names, in its order.

    Raises InputError for one that is missing, of no known kind, or a folder without articles.
    """
    found = list[Source]()
    for given, name in zip(inputs, names_of(inputs), strict=True):
        found += _there(given, name) if is_address(given) else _here(given, name)
    return found


def _here(given: str, name: str) -> Iterator[Source]:
    find_articles([given])
    for file in files_of(given, name):
        if isinstance(file, InputError):
            raise file
        if file.path is None:
            raise InputError(
                given, "INPUT", "a file, a folder, or an address such as s3://news/2019, for workers to read"
            )
        about = file.path.stat()
        yield Source(str(file.path.resolve()), file.where, file.name, about.st_size, str(about.st_mtime_ns))


def _there(given: str, name: str) -> Iterator[Source]:
    place = Place(given)
    files = [file for file in place.files() if not file.name or _is_wanted(file.name)]
    if not files:
        raise InputError(given, expected="a file of articles or a folder of them, but there is none")
    for file in files:
        found = place / file.name if file.name else place
        yield Source(found.address, found.address, f"{name}/{file.name}".rstrip("/"), file.size, file.mark)


def _is_wanted(name: str) -> bool:
    """Whether a file below an address is to be read: by its name alone, as nobody wants to look into all of them."""
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in SUFFIXES and not (hidden or ABOUT.match(path.name))


def cut(sources: Iterable[Source], most: int) -> list[Source]:
    """The sources; files of lines that are larger than `most` bytes in parts of that size.

    >>> [(part.start, part.stop) for part in cut([Source("a.jsonl", "a.jsonl", "a.jsonl", 25, "")], 10)]
    [(0, 10), (10, 20), (20, 25)]
    """
    parts = list[Source]()
    for source in sources:
        if source.size > most and Path(source.address).suffix.lower() in LINES:
            edges = [*range(0, source.size, most), source.size]
            parts += [replace(source, start=a, stop=b) for a, b in pairwise(edges)]
        else:
            parts.append(source)
    return parts


def numbered(parts: Sequence[Source], lines: Iterable[int]) -> list[Source]:
    """The parts, with the lines before each, given how many line ends are in each part of a file that was cut."""
    counts, before = iter(lines), 0
    found = list[Source]()
    for part in parts:
        before = 0 if not part.start else before
        found.append(replace(part, lines=before))
        before += 0 if part.whole else next(counts)
    return found


def pieces(parts: Iterable[Source], most: int) -> list[Piece]:
    """Parts that follow one another, together until they have `most` bytes.

    >>> [len(piece) for piece in pieces([Source("", "", "", size, "") for size in (5, 5, 9, 2, 2)], 10)]
    [2, 2, 1]
    """
    found, waiting, size = list[Piece](), list[Source](), 0
    for part in parts:
        waiting.append(part)
        size += part.size if part.stop is None else part.stop - part.start
        if size >= most:
            found.append(tuple(waiting))
            waiting, size = [], 0
    return [*found, tuple(waiting)] if waiting else found


def piece_size(total: int) -> int:
    """Bytes of a piece, for an input of `total` bytes: some twenty thousand pieces, none too small or too large.

    >>> piece_size(1_000_000), piece_size(10**11), piece_size(10**13)
    (2000000, 5000000, 64000000)
    """
    return min(max(total // 20_000, 2_000_000), 64_000_000)
