"""The input cut into pieces, each of which is read by one worker at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2, sqrt
from pathlib import Path
from zlib import crc32

from timeline.errors import InputError
from timeline.reading.articles import Unread, files_of, find_articles, names_of
from timeline.reading.folders import is_wanted
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
    unread  why it cannot be read: it is a folder that nobody can look into
    """

    address: str
    shown: str
    name: str
    size: int
    mark: str
    start: int = 0
    stop: int | None = None
    lines: int = 0
    unread: str = ""

    @property
    def whole(self) -> bool:
        return self.stop is None


Piece = tuple[Source, ...]


def find_sources(inputs: Sequence[tuple[str, str]]) -> list[Source]:
    """The files that the input names, in its order; each input as it was given, and as all workers know it.

    Raises InputError for one that is missing, of no known kind, or a folder without articles.
    """
    found = list[Source]()
    names = names_of([given for given, _ in inputs])
    for (given, everywhere), name in zip(inputs, names, strict=True):
        found += _there(given, name) if is_address(given) else _here(given, everywhere, name)
    return found


def _here(given: str, everywhere: str, name: str) -> Iterator[Source]:
    find_articles([everywhere])
    for file in files_of(everywhere, name):
        shown = given + file.where.removeprefix(everywhere)
        if isinstance(file, InputError):
            yield Source(file.where, shown, file.where, 0, "", unread=Unread.of(file).reason)
            continue
        about = Path(file.where).stat()
        yield Source(file.where, shown, file.name, about.st_size, str(about.st_mtime_ns))


def _there(given: str, name: str) -> Iterator[Source]:
    place = Place(given)
    files = [file for file in place.files() if not file.name or is_wanted(file.name)]
    if not files:
        raise InputError(given, expected="a file of articles or a folder of them, but there is none")
    for file in files:
        found = place / file.name if file.name else place
        yield Source(found.address, found.address, f"{name}/{file.name}".rstrip("/"), file.size, file.mark)


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
    """Parts that follow one another, together until they have `most` bytes, and mostly about half of that.

    Whether a piece ends with a part is told by the name of the part, too: so a file that is new, or gone, leaves the
    pieces before and behind it as they are.

    >>> files = [Source("", "", f"{number}.txt", 3, "") for number in range(12)]
    >>> [len(piece) for piece in pieces(files, 15)]
    [5, 1, 1, 5]
    """
    found, waiting, size = list[Piece](), list[Source](), 0
    for part in parts:
        waiting.append(part)
        own = part.size if part.stop is None else part.stop - part.start
        size += own
        if size >= most or _drawn(part.name) < 2 * own / most:
            found.append(tuple(waiting))
            waiting, size = [], 0
    return [*found, tuple(waiting)] if waiting else found


def _drawn(name: str) -> float:
    """A number from 0 to 1 that a name always draws."""
    return crc32(name.encode("utf-8", "surrogatepass")) / 2**32


def piece_size(total: int) -> int:
    """Bytes of a piece, for an input of `total` bytes: pieces are larger, and more, the larger that is.

    It is a power of two, so that an input that grows a little is cut as before.

    >>> [piece_size(total) // 1024 for total in (10**5, 2 * 10**7, 2 * 10**10, 2 * 10**12)]
    [16, 128, 4096, 32768]
    """
    return min(max(1 << round(log2(28 * sqrt(total + 1))), 1 << 14), 1 << 26)
