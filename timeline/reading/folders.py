"""The files below a folder, in an order that is the same everywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from timeline.errors import InputError
from timeline.reading.files import HEAD, File
from timeline.reading.kinds import SUFFIXES, kind_of

ABOUT = re.compile(r"(readme|licen[cs]e|copying|changelog|notice)\b", re.IGNORECASE)  # they tell of a folder
PARTS = re.compile(r"(.+)(_files|_Dateien|_fichiers|-files| Files|\.files)$")  # pictures and scripts of a saved page
STRONG = frozenset({"html", "mhtml", "pdf", "feed", "warc"})  # what is read whatever its name
OTHERS = frozenset({
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".woff", ".woff2", ".mp3",
    ".mp4", ".docx", ".xls", ".pptx", ".parquet", ".py", ".toml", ".yaml", ".yml", ".build", ".corrections",
})  # fmt: skip


def files_below(folder: Path, named: str = "") -> Iterator[File | InputError]:
    """Each file that may hold articles, named by its place below the folder, "deep/a.txt"; others are left alone.

    Sorted by name, folder by folder: no more than the names in one folder are held. A folder that cannot be
    looked into is an error in its place. Links to folders are not followed: they may lead in circles. Hidden
    files, a README and the parts of a saved page are no articles.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        yield InputError("", str(folder), f"a folder that can be looked into ({error.strerror})")
        return
    stems = {Path(entry.name).stem for entry in entries if entry.name.lower().endswith((".html", ".htm"))}
    for entry in entries:
        path, name = folder / entry.name, f"{named}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            parts = PARTS.match(entry.name)
            if not (parts and parts[1] in stems):
                yield from files_below(path, f"{name}/")
        elif entry.is_file() and may_hold(path):
            yield File.at(path, name)


def is_wanted(name: str) -> bool:
    """Whether a file of an archive is to be read: no hidden one, no README, no part of a saved page.

    >>> is_wanted("news/a.html"), is_wanted("__MACOSX/._a.html"), is_wanted("a_files/frame.html"), is_wanted("logo.png")
    (True, False, False, False)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in path.parts):
        return False
    parts = any(PARTS.match(part) for part in path.parts[:-1])
    return path.suffix.lower() in SUFFIXES and not parts and not ABOUT.match(path.name)


def may_hold(path: Path) -> bool:
    """Whether a file of a folder is to be read: by its name, or where that says nothing by how it begins."""
    suffix = path.suffix.lower()
    if ABOUT.match(path.name) or suffix in OTHERS:
        return False
    if suffix in SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            return kind_of(stream.read(HEAD)) in STRONG
    except OSError:
        return False
