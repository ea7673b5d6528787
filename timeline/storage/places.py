"""Files at addresses: on this machine, or wherever fsspec reaches, as s3://bucket/folder or memory://folder.

A file is written whole or not at all, so that what was broken off leaves nothing that looks finished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.errors import EngineError, InputError
from timeline.storage.atomic import write_bytes

MISSING = "files in folders of a cluster need more packages: pip install 'tieline[cluster]'"
_ADDRESS = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_MARKS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "created")


def is_address(text: str) -> bool:
    """Whether it names a place of another file system than this machine's; pages of the web are none.

    >>> is_address("s3://news/2019"), is_address("news/2019"), is_address("https://example.org/a.html")
    (True, False, False)
    """
    return _ADDRESS.match(text) is not None


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name from the place on where it was looked for, its size in bytes, what changes when it does."""

    name: str
    size: int
    mark: str


@dataclass(frozen=True, slots=True)
class Place:
    """A file or a folder: a path of this machine, or an address.

    >>> (Place("s3://news/2019/") / "a.jsonl").address
    's3://news/2019/a.jsonl'
    """

    address: str

    def __truediv__(self, name: str) -> Place:
        return Place(f"{self.address.rstrip('/')}/{name}")

    @property
    def local(self) -> Path | None:
        """The path, if it is of this machine."""
        text = self.address.removeprefix("file://")
        return None if is_address(text) else Path(text)

    def read(self, start: int | None = None, stop: int | None = None) -> bytes:
        """The bytes of a file, or those from `start` to `stop`. Raises FileNotFoundError where there is none."""
        with _reached(self.address) as (system, path):
            content: bytes = system.cat_file(path, start, stop)
            return content

    def write(self, content: bytes) -> None:
        """Puts `content` there at once; folders that it needs are made."""
        with _reached(self.address) as (system, path):
            if self.local:
                self.local.parent.mkdir(parents=True, exist_ok=True)
                write_bytes(self.local, content)
            else:
                system.pipe_file(path, content)

    def copy_to(self, path: Path) -> None:
        """Copies a file to this machine."""
        with _reached(self.address) as (system, there):
            system.get_file(there, str(path))

    def files(self) -> list[File]:
        """All files below a folder, by their names, folder by folder; of a file itself, of name "". Or nothing."""
        with _reached(self.address) as (system, path):
            system.invalidate_cache()
            found = system.find(path, detail=True)
            root = system._strip_protocol(path).rstrip("/")
        files = [File(name[len(root) :].lstrip("/"), int(about["size"]), _mark(about)) for name, about in found.items()]
        return sorted(files, key=lambda file: file.name.split("/"))

    def remove(self) -> None:
        """Takes away a file, or a folder with all that is in it, if it is there."""
        with _reached(self.address) as (system, path):
            system.invalidate_cache()
            if system.exists(path):
                system.rm(path, recursive=True)


def _mark(about: dict[str, Any]) -> str:
    return str(next((about[name] for name in _MARKS if name in about), ""))


@contextmanager
def _reached(address: str) -> Iterator[tuple[Any, str]]:
    """The file system and the path in it. Errors but FileNotFoundError become a line that names the address."""
    try:
        import fsspec
    except ImportError:
        raise EngineError(MISSING) from None
    try:
        yield fsspec.url_to_fs(address)
    except (FileNotFoundError, InputError):
        raise
    except ImportError as error:
        package = "pip install 'tieline[s3]'" if address.startswith(("s3:", "s3a:")) else str(error)
        raise InputError(
            address, expected=f"an address for which all is installed, but it needs more: {package}"
        ) from None
    except Exception as error:  # noqa: BLE001 - each file system has errors of its own
        told = f"{type(error).__name__}: {error}".rstrip(": ").replace("\n", " ")
        raise InputError(address, expected=f"a place that can be reached ({told})") from None
