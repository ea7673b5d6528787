"""Writing a file so that, whatever happens, either the old one is there or the new one: never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from timeline.errors import InputError


def write_bytes(path: str | Path, content: bytes) -> None:
    """Puts `content` in the place of `path` at once; a link stays, and the file that it leads to is replaced.

    Raises InputError where that cannot be.
    """
    target = check_place(Path(path))
    try:
        _replace(target, content)
    except OSError as error:
        raise InputError(path, expected=f"a place where one can write ({error.strerror or error})") from None


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


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_permissions(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _permissions(path: Path) -> int:
    """Those of the old file; a new one gets what the user's mask allows (mkstemp would give 600)."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
