"""A table in parts: the files of a folder, or of an address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from timeline.errors import InputError
from timeline.storage.places import Place, is_address

MANIFEST = "_manifest.json"  # where it is, the files that it names are the table, and others are not


def is_in_parts(path: str) -> bool:
    """Whether a table is to be looked for below a folder, or at an address."""
    return is_address(path) or Path(path).is_dir()


def parts_of(folder: str) -> Iterator[tuple[str, bytes]]:
    """Where each file is, and its bytes. Raises InputError where there is none, or one is missing."""
    place = Place(folder)
    names = _named(place) or list(_found(place))
    if not names:
        raise InputError(folder, expected="a folder with a timeline in Parquet, but there is no such file in it")
    for part in (place / name if name else place for name in names):
        try:
            yield part.address, part.read()
        except FileNotFoundError:
            raise InputError("", part.address, "a part of a timeline, but there is no such file") from None


def _named(place: Place) -> list[str]:
    manifest = place / MANIFEST
    try:
        return list(json.loads(manifest.read())["files"])
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (ValueError, LookupError, TypeError):
        raise InputError("", manifest.address, "the names of the files of a timeline") from None


def _found(place: Place) -> Iterator[str]:
    for file in place.files():
        hidden = any(part.startswith((".", "_")) for part in file.name.split("/"))
        if (file.name or place.address).endswith(".parquet") and not hidden:
            yield file.name
