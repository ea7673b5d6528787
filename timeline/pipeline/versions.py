"""What a row is made with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from timeline import __version__

READING = ("model", "dates", "actors", "actions", "events", "spelling.py")  # what makes events of an article
TAKING = ("model", "reading", "copies", "dates", "spelling.py")  # what makes articles of files, and finds copies
MERGING = ("model", "merge")
DATA, CODE = (".toml", ".npz"), (".py", ".toml", ".npz")


def built_with() -> Mapping[str, str]:
    """Versions of what makes a row: program, date grammar, gazetteer, language model with what knows acts."""
    from timeline.actions import model_version
    from timeline.actors import load_gazetteer

    return {
        "version": __version__,
        "grammar": _fingerprint(files("timeline.dates") / "languages"),
        "gazetteer": load_gazetteer().version,
        "model": f"{model_version()}; acts {_fingerprint(files('timeline.actions'))}",
    }


def read_with() -> Mapping[str, str]:
    """The same, and the code that reads: with other versions than these an article is read anew."""
    return {**built_with(), "code": _code(READING)}


@cache
def taken_with() -> str:
    """The version of what reads files: with another one they are read anew."""
    return _code(TAKING)


@cache
def merged_with() -> str:
    """The version of what joins events: with another one all are joined anew."""
    return _code(MERGING)


def _code(names: tuple[str, ...]) -> str:
    digest = sha256()
    for name in names:
        entry = files("timeline") / name
        digest.update((_fingerprint(entry, CODE) if entry.is_dir() else entry.read_text(encoding="utf-8")).encode())
    return digest.hexdigest()[:12]


def _fingerprint(folder: Traversable, endings: tuple[str, ...] = DATA) -> str:
    """A short hash of all files in a folder of the package that have these endings."""
    digest = sha256()
    for name, content in _contents(folder, endings):
        digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()[:12]


def _contents(folder: Traversable, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            yield entry.name, _fingerprint(entry, endings).encode()
        elif entry.name.endswith(endings):
            yield entry.name, entry.read_bytes()
