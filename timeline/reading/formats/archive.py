"""Archives and packed files: each gives the files in it, one by one, and none is written to disk by its name."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BufferedReader
from pathlib import PurePosixPath
from typing import IO, Any, cast

from timeline.errors import InputError
from timeline.reading.files import LARGEST, File
from timeline.reading.folders import is_wanted
from timeline.reading.formats import xlsx
from timeline.reading.formats.metered import Counted, Metered
from timeline.reading.records import Found

IN_MEMORY = 16 * 2**20  # bytes of an archive in an archive that are held without a file
UNPACKED = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
_OPENERS: tuple[tuple[bytes, Callable[..., Any]], ...] = (
    (b"\x1f\x8b", lambda packed: gzip.GzipFile(fileobj=packed)), (b"BZh", bz2.BZ2File), (b"\xfd7zXZ", lzma.LZMAFile),
)  # fmt: skip
OFFICE = {"word/": "a Word document: save it as text, HTML or PDF", "ppt/": "slides: save them as PDF"}


def read_packed(stream: BufferedReader, file: File) -> Found:
    """The one file that was packed with gzip, bzip2 or xz."""
    head = stream.peek(8)
    opener = next(opener for magic, opener in _OPENERS if head.startswith(magic))
    path = PurePosixPath(file.name)
    name = str(path.with_suffix(UNPACKED.get(path.suffix.lower(), ""))) if path.suffix else file.name
    packed = Counted(stream)

    def unpack() -> IO[bytes]:
        return cast(IO[bytes], Metered(opener(packed), lambda: packed.count, file.where))

    yield replace(file, name=name, open=unpack, path=None)


def read_zip(stream: BufferedReader, file: File) -> Found:
    """The files of an archive, or the rows of a workbook, which is one too."""
    with _seekable(stream, file) as whole, zipfile.ZipFile(whole) as archive:
        names = archive.namelist()
        if "[Content_Types].xml" in names:
            if any(name.startswith("xl/") for name in names):
                whole.seek(0)
                _check(archive, file)
                yield from xlsx.read(cast(BufferedReader, whole), file)
                return
            kind = next((words for part, words in OFFICE.items() if any(n.startswith(part) for n in names)), "")
            raise InputError(
                "", file.where, f"a file of articles, but this is {kind or 'a package of another program'}"
            )
        for member in archive.infolist():
            if not member.is_dir() and is_wanted(member.filename):
                yield _member(archive, member, file)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: File) -> File | InputError:
    where = f"{file.where}, {member.filename}"
    if member.flag_bits & 1:
        return InputError("", where, "a file without a password, but this one needs one")

    def unpack() -> IO[bytes]:
        return cast(IO[bytes], Metered(archive.open(member), lambda: member.compress_size, where))

    return replace(file, where=where, name=_below(file.name, member.filename), open=unpack, path=None)


def _check(archive: zipfile.ZipFile, file: File) -> None:
    """Raises InputError for a workbook that unpacks to far more than its size."""
    for member in archive.infolist():
        with archive.open(member) as raw:
            counted = Metered(raw, lambda size=member.compress_size: size, file.where)  # type: ignore[misc]
            while counted.read(2**20):
                pass


def read_tar(stream: BufferedReader, file: File) -> Found:
    """The files of an archive, in its order; links and devices are left alone."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            if member.isfile() and is_wanted(member.name):
                yield _stored(archive, member, file)


def _stored(archive: tarfile.TarFile, member: tarfile.TarInfo, file: File) -> File | InputError:
    where = f"{file.where}, {member.name}"
    if member.issparse():  # a few bytes may stand for any number of them
        return InputError("", where, "a file that is stored whole, but this one is stored with holes")

    def unpack() -> IO[bytes]:
        return cast(IO[bytes], archive.extractfile(member))

    return replace(file, where=where, name=_below(file.name, member.name), open=unpack, path=None)


def _below(name: str, member: str) -> str:
    """The name of a file in an archive; steps out of it lead nowhere.

    >>> _below("news.zip", "../../etc/a.txt"), _below("news.zip", "C:\\\\deep\\\\a.txt")
    ('news.zip/etc/a.txt', 'news.zip/deep/a.txt')
    """
    parts = [part for part in member.replace("\\", "/").split("/") if part not in ("", ".", "..") and ":" not in part]
    return "/".join((name, *parts))


def _seekable(stream: BufferedReader, file: File) -> IO[bytes]:
    """The archive as a file in which one can go back and forth: a copy, where it lies in another archive."""
    if file.path:
        return cast(IO[bytes], stream)
    copy, size = tempfile.SpooledTemporaryFile(IN_MEMORY), 0  # noqa: SIM115 - its user closes it
    while content := stream.read(2**20):
        size += copy.write(content)
        if size > LARGEST:
            raise InputError("", file.where, f"an archive in an archive of at most {LARGEST // 2**20} MB")
    copy.seek(0)
    return cast(IO[bytes], copy)
