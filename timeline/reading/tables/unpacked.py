"""The bytes of a table as text in UTF-8, out of a plain file, gzip, or a zip archive."""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, cast

from timeline.errors import InputError
from timeline.reading.files import File
from timeline.reading.formats.metered import Counted, Metered

STDIN = "-"
PARQUET = b"PAR1"
BLOCK = 4 * 2**20  # bytes that are read at a time


def is_table(path: str) -> bool:
    """Whether a file may hold a table of text: it is there, and is no Parquet."""
    if path == STDIN:
        return bool(cast("io.BufferedReader", sys.stdin.buffer).peek(4)[:4] != PARQUET)
    if not Path(path).is_file():
        return False
    with file_at(path).opened() as stream:
        return stream.read(4) != PARQUET


def file_at(path: str) -> File:
    """The file of that name; "-" is standard input."""
    return File("standard input", path, lambda: sys.stdin.buffer) if path == STDIN else File.at(Path(path))


@contextmanager
def table_stream(file: File) -> Iterator[io.BufferedReader]:
    """The text of a table. A zip archive holds one file. Raises InputError for what is missing or damaged."""
    with ExitStack() as stack:
        raw = stack.enter_context(file.opened())
        yield io.BufferedReader(_Utf8(_unpacked(raw, stack, file.where)), BLOCK)


def _unpacked(raw: io.BufferedReader, stack: ExitStack, where: str) -> IO[bytes]:
    magic = raw.peek(4)[:4]
    if magic.startswith(b"\x1f\x8b"):
        packed = Counted(raw)
        content = cast("IO[bytes]", gzip.GzipFile(fileobj=cast("IO[bytes]", packed)))
        return stack.enter_context(io.BufferedReader(Metered(content, lambda: packed.count, where)))
    if not magic.startswith(b"PK\x03\x04"):
        return raw
    archive = stack.enter_context(zipfile.ZipFile(raw if raw.seekable() else io.BytesIO(raw.read())))
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) != 1:
        raise InputError("", where, f"an archive that holds one table, but there are {len(members)} files in it")
    if members[0].flag_bits & 1:
        raise InputError("", where, "a table without a password, but this one needs one")
    unpacked = Metered(archive.open(members[0]), lambda: members[0].compress_size, where)
    return stack.enter_context(io.BufferedReader(unpacked))


class _Utf8(io.RawIOBase):
    """Bytes that are UTF-8 for certain: what is none is read as U+FFFD."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw, self._decode = raw, codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._rest:
            self._rest = self._more()
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)

    def _more(self) -> bytes:
        """The next bytes; none only at the end."""
        while chunk := self._raw.read(BLOCK):
            if made := self._decode(chunk).encode():
                return made
        return self._decode(b"", True).encode()
