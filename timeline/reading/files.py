"""A file, or what stands for one inside an archive: its bytes whole or line by line, or one line that says why not."""

from __future__ import annotations

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from timeline.errors import InputError

LARGEST = 256 * 2**20  # bytes of a file that is read whole, or of one line
HEAD = 2**16  # bytes from which the kind of a file is told
NO_FILE = "a file of that name, but there is none"
_SIZE = "at most 256 MB at once; a larger archive can be given as JSON lines, of which each is read by itself"
_BROKEN = (
    EOFError, NotImplementedError, UnicodeDecodeError, struct.error, zlib.error, lzma.LZMAError, zipfile.BadZipFile,
    tarfile.TarError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file beside its bytes: where it was found, when it was fetched, what the server said.

    `fields` says what our fields are called in it, where they have other names: {"title": "headline"}.
    """

    url: str = ""
    saved: date | None = None
    charset: str = ""
    media: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


NOTHING = Hints()


@dataclass(frozen=True, slots=True)
class File:
    """`where` names it in messages, `name` among all that are read: an article without an id is called by it.

    `open` gives its bytes, which its user closes; `path` is where it lies, if it is a file on disk.
    """

    where: str
    name: str
    open: Callable[[], IO[bytes]]
    hints: Hints = NOTHING
    path: Path | None = None

    @classmethod
    def at(cls, path: Path, name: str = "") -> File:
        """A file on disk."""
        return cls(str(path), name or path.name, lambda: path.open("rb"), path=path)

    @property
    def suffix(self) -> str:
        """The end of the name, in small letters: ".html"."""
        return Path(self.name).suffix.lower()

    @contextmanager
    def opened(self) -> Iterator[BufferedReader]:
        """Its bytes. Raises InputError for what is missing, cannot be read, or breaks off."""
        try:
            with self.open() as raw, BufferedReader(cast(Any, raw), HEAD) as stream:
                yield stream
        except FileNotFoundError:
            raise InputError("", self.where, NO_FILE) from None
        except _BROKEN as error:
            raise InputError("", self.where, f"a file that is whole, but this one is damaged ({error})") from None
        except OSError as error:
            raise InputError("", self.where, f"a file that can be read ({error.strerror or error})") from None


def read_text(path: Path) -> str:
    """The whole text, line ends as they are; a byte order mark is no part of it.

    Raises InputError for a file that is missing, empty, larger than LARGEST, or not UTF-8 text.
    """
    with File.at(path).opened() as stream:
        return decode(read_whole(stream, str(path)), str(path))


def read_whole(stream: BinaryIO, where: str, largest: int = LARGEST) -> bytes:
    """All of it, if it is not too large."""
    content = stream.read(largest + 1)
    if len(content) > largest:
        raise InputError("", where, _SIZE if largest == LARGEST else f"at most {largest // 2**20} MB")
    return content


def decode(content: bytes, where: str) -> str:
    """UTF-8 as text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        holder = f"line {number}" if b"\n" in content.rstrip() else "it"
        raise InputError("", where, f"text in UTF-8, but {holder} holds other bytes") from None
    if "\0" in text:
        raise InputError("", where, "text, but this is binary")
    if not text.strip():
        raise InputError("", where, "text, but this is empty")
    return text


def lines_in(stream: BinaryIO, where: str) -> Iterator[tuple[int, bytes | InputError]]:
    """The lines with anything on them, each with its number; one that is too long is an error in its place."""
    found = False
    for number, line in enumerate(iter(lambda: stream.readline(LARGEST), b""), 1):
        if len(line) == LARGEST and _skip(stream, line):
            yield number, InputError("", f"{where}, line {number}", _SIZE)
        elif not line.isspace():
            found = True
            yield number, line.rstrip()
    if not found:
        raise InputError("", where, "text, but this is empty")


def _skip(stream: BinaryIO, line: bytes) -> bool:
    """Goes on to the end of a line of which only the beginning was read."""
    skipped = False
    while not line.endswith(b"\n") and (line := stream.readline(LARGEST)):
        skipped = True
    return skipped
