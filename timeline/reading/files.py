"""The bytes of a file as text, whole or line by line, or one line that says why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from timeline.errors import InputError

LARGEST = 256 * 2**20  # bytes of a file that is read whole, or of one line
NO_FILE = "a file of that name, but there is none"
_SIZE = "at most 256 MB at once; a larger archive can be given as JSON lines, of which each is read by itself"


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, open for reading. Raises InputError for one that is missing or cannot be read."""
    try:
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise InputError("", str(path), NO_FILE) from None
    except OSError as error:
        raise InputError("", str(path), f"a file that can be read ({error.strerror})") from None


def read_text(path: Path) -> str:
    """The whole text, line ends as they are; a byte order mark is no part of it.

    Raises InputError for a file that is missing, empty, larger than LARGEST, or not UTF-8 text.
    """
    with opened(path) as stream:
        return decode(read_whole(stream, str(path)), str(path))


def read_whole(stream: BinaryIO, where: str) -> bytes:
    """All of it, if it is not too large."""
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InputError("", where, _SIZE)
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


def lines_in(path: Path) -> Iterator[tuple[int, bytes | InputError]]:
    """The lines with anything on them, each with its number; one that is too long is an error in its place."""
    found = False
    with opened(path) as stream:
        for number, line in enumerate(iter(lambda: stream.readline(LARGEST), b""), 1):
            if len(line) == LARGEST and _skip(stream, line):
                yield number, InputError("", f"{path}, line {number}", _SIZE)
            elif not line.isspace():
                found = True
                yield number, line.rstrip()
    if not found:
        raise InputError("", str(path), "text, but this is empty")


def _skip(stream: BinaryIO, line: bytes) -> bool:
    """Goes on to the end of a line of which only the beginning was read."""
    skipped = False
    while not line.endswith(b"\n") and (line := stream.readline(LARGEST)):
        skipped = True
    return skipped
