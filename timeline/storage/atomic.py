"""Writing a file so that, whatever happens, either the old one is there or the new one: never half of it."""

from __future__ import annotations

import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from timeline.errors import InputError

if sys.platform != "win32":
    import fcntl

STDOUT = "-"


def write_bytes(path: str | Path, content: bytes) -> None:
    """Puts `content` in the place of `path` at once; a link stays, and the file that it leads to is replaced.

    Raises InputError where that cannot be.
    """
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: str | Path, mode: int | None = None) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` when the block ends, and is gone where that ends in an error.

    mode  its permissions; None: those of the old file, and for a new one what the user's mask allows

    Raises InputError where that cannot be.
    """
    target = check_place(Path(path))
    try:
        with _replaced(target, mode) as file:
            yield file
    except OSError as error:
        raise InputError(path, expected=f"a place where one can write ({error.strerror or error})") from None


@contextmanager
def replacing_or_out(path: str | Path) -> Iterator[BinaryIO]:
    """The same; "-" is standard output, which gets all at once too, when the block ends."""
    if str(path) != STDOUT:
        with replacing(path) as file:
            yield file
        return
    with tempfile.TemporaryFile() as file:
        yield file
        file.seek(0)
        shutil.copyfileobj(file, sys.stdout.buffer)


def check_place(path: Path) -> Path:
    """The file that is to be written, at the end of all links.

    Raises InputError where no file can be written; work that takes long asks before it begins.
    """
    if path.is_dir():
        raise InputError(path, expected="the name of a file, but this is a folder")
    if path.exists() and not path.is_file():
        raise InputError(path, expected="the name of a file, but this is a device or a pipe")
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise InputError(path, expected="the name of a file, but this is a link that leads round in a circle")
    if not target.parent.is_dir():
        raise InputError(
            path, expected=f"a folder {target.parent if path.is_symlink() else path.parent}, but there is none"
        )
    return target


@contextmanager
def _replaced(path: Path, mode: int | None) -> Iterator[BinaryIO]:
    _sweep(path)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        _claim(descriptor)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_permissions(path) if mode is None else mode)
        Path(name).replace(path)
        _sync_folder(path.parent)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _sweep(path: Path) -> None:
    """Takes away what writers left that were killed; what one is writing now is claimed by it, and stays."""
    if sys.platform == "win32":
        return
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        with suppress(OSError), left.open("rb") as file:
            _claim(file.fileno())
            left.unlink()


def _claim(descriptor: int) -> None:
    """Raises OSError where another process has claimed the file."""
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sync_folder(folder: Path) -> None:
    """A name is on the disk only when its folder is; Windows keeps folders itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _permissions(path: Path) -> int:
    """Those of the old file; a new one gets what the user's mask allows (mkstemp would give 600)."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
