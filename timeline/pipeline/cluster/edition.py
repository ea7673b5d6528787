"""What a folder says of the timeline in it: which files are its own, and of which build it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date

from timeline.errors import InputError
from timeline.storage.parts import MANIFEST
from timeline.storage.places import Place

MARK = "_tieline"  # a file that tells a working folder from others


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in `_manifest.json` of the folder of a timeline.

    files     the names of its files, with the rows of each
    pieces    the pieces of the input that it was built of, with the articles of each
    editions  the builds that were finished, the last one last
    """

    files: Mapping[str, int] = field(default_factory=dict)
    pieces: Mapping[str, int] = field(default_factory=dict)
    editions: tuple[str, ...] = ()


def read_manifest(out: str) -> Manifest:
    """That of a folder; an empty one where there is none."""
    try:
        told = json.loads((Place(out) / MANIFEST).read())
    except FileNotFoundError:
        return Manifest()
    return Manifest(told["files"], told["pieces"], tuple(told["editions"]))


def open_work(item: tuple[str, bool]) -> None:
    """Makes a working folder, or checks that one is there; if asked to, what is in it is taken away first.

    Raises InputError for a folder of something else.
    """
    work, fresh = item
    mark = Place(work) / MARK
    try:
        mark.read()
    except FileNotFoundError:
        if Place(work).files():
            what = "a folder of earlier builds, or a name that nothing has, but this is something else"
            raise InputError(work, expected=what) from None
    else:
        if fresh:
            Place(work).remove()
    mark.write(b"What `tieline build` keeps, so that nothing is done twice.\n")


def begin_edition(item: tuple[str, Manifest, date]) -> str:
    """The edition that is being made: the one that was begun in a working folder, else a new one of a day."""
    work, before, day = item
    begun = Place(work) / "edition"
    with suppress(FileNotFoundError):
        name = begun.read().decode()
        if name not in before.editions:
            return name
    name = f"{day}.{sum(edition.startswith(f'{day}.') for edition in before.editions) + 1:02}"
    begun.write(name.encode())
    return name


def publish(item: tuple[str, str, Manifest]) -> None:
    """Puts a manifest in place, and what it makes needless away: files of the build before it, and what led here."""
    out, work, manifest = item
    before = read_manifest(out)
    (Place(out) / MANIFEST).write(json.dumps(asdict(manifest), indent=1).encode())
    for name in before.files.keys() - manifest.files.keys():
        (Place(out) / name).remove()
    (Place(work) / "edition").remove()
    (Place(work) / "steps").remove()


def sweep(item: tuple[str, frozenset[str]]) -> None:
    """Takes out of a folder the files whose names do not begin with one of these keys."""
    folder, keys = item
    for file in Place(folder).files():
        if file.name.split(".")[0] not in keys:
            (Place(folder) / file.name).remove()
