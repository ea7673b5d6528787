"""The files below a folder, in an order that is the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from timeline.errors import InputError


def files_below(folder: Path, suffixes: Collection[str], named: str = "") -> Iterator[tuple[str, Path] | InputError]:
    """Each file of these kinds with its name below the folder, "deep/a.txt"; hidden ones are left alone.

    Sorted by name, folder by folder: no more than the names in one folder are held. A folder that cannot be
    looked into is an error in its place. Links to folders are not followed: they may lead in circles.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        yield InputError("", str(folder), f"a folder that can be looked into ({error.strerror})")
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(folder / entry.name, suffixes, f"{named}{entry.name}/")
        elif Path(entry.name).suffix.lower() in suffixes and entry.is_file():
            yield f"{named}{entry.name}", folder / entry.name
