"""Files at addresses: on this machine, or wherever fsspec reaches, as s3://bucket/folder or memory://folder.

A file is written whole or not at all, so that what was broken off leaves nothing that looks finished.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO
from uuid import uuid4

from timeline.errors import EngineError, InputError
from timeline.storage.atomic import replacing, write_bytes

MISSING = "addresses need one more package: pip install 'tieline[cluster]'"
_ADDRESS = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]+://", re.IGNORECASE)
# What libraries behind fsspec raise that is no OSError.
FOREIGN = MappingProxyType(
    {
        "botocore.exceptions": ("BotoCoreError", "ClientError"),
        "aiohttp": ("ClientError",),
        "requests": ("RequestException",),
        "google.auth.exceptions": ("GoogleAuthError",),
        "gcsfs.retry": ("HttpError",),
        "azure.core.exceptions": ("AzureError",),
    }
)
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

    @property
    def everywhere(self) -> str:
        """The address as processes know it that are at work in other folders."""
        return str(self.local.resolve()) if self.local else self.address

    def read(self, start: int = 0, stop: int | None = None) -> bytes:
        """The bytes of a file, or those from `start` to `stop`. Raises FileNotFoundError where there is none."""
        if self.local:
            with _clear(self.address), self.local.open("rb") as file:
                file.seek(start)
                return file.read(-1 if stop is None else stop - start)
        with _reached(self.address) as (system, path):
            content: bytes = system.cat_file(path, start=start, end=stop) if start or stop else system.cat_file(path)
            return content

    def write(self, content: bytes, *, lasting: bool = True) -> None:
        """Puts `content` there at once; folders that it needs are made.

        lasting  on this machine it waits until the disk has it; else a power cut, and nothing but that, may break it
        """
        if self.local:
            with _clear(self.address):
                self.local.parent.mkdir(parents=True, exist_ok=True)
                write_bytes(self.local, content) if lasting else _replace(self.local, content)
            return
        with _reached(self.address) as (system, path):
            system.pipe_file(path, content)

    def files(self) -> list[File]:
        """All files below a folder, by their names, folder by folder; of a file itself, of name "". Or nothing."""
        found = self._local_files(self.local) if self.local else self._remote_files()
        return sorted(found, key=lambda file: file.name.split("/"))

    def _local_files(self, path: Path) -> Iterator[File]:
        with _clear(self.address):
            for file in path.rglob("*") if path.is_dir() else [path]:
                if file.is_file():
                    about = file.stat()
                    name = file.relative_to(path).as_posix() if file != path else ""
                    yield File(name, about.st_size, str(about.st_mtime_ns))

    def _remote_files(self) -> Iterator[File]:
        with _reached(self.address) as (system, path):
            system.invalidate_cache()
            found, root = system.find(path, detail=True), path.rstrip("/")
        for name, about in found.items():
            yield File(name[len(root) :].lstrip("/"), int(about["size"]), _mark(about))

    @contextmanager
    def replaced(self) -> Iterator[BinaryIO]:
        """A new file that takes the place of this one when the block ends, and is gone where that ends in an error."""
        if self.local:
            with replacing(self.local) as file:
                yield file
            return
        buffer = io.BytesIO()
        yield buffer
        self.write(buffer.getvalue())

    def remove(self) -> None:
        """Takes away a file, or a folder with all that is in it, if it is there."""
        if self.local:
            with _clear(self.address):
                shutil.rmtree(self.local) if self.local.is_dir() else self.local.unlink(missing_ok=True)
            return
        with _reached(self.address) as (system, path):
            system.invalidate_cache()
            if system.exists(path):
                system.rm(path, recursive=True)


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.{uuid4().hex}.part")
    part.write_bytes(content)
    part.replace(path)


def _mark(about: dict[str, Any]) -> str:
    return str(next((about[name] for name in _MARKS if name in about), ""))


@contextmanager
def _reached(address: str) -> Iterator[tuple[Any, str]]:
    """The file system of an address, and the path in it."""
    try:
        import fsspec
    except ImportError:
        raise EngineError(f"{address}: {MISSING}") from None
    with _clear(address):
        yield fsspec.url_to_fs(address)


def _errors() -> tuple[type[Exception], ...]:
    """What may go wrong at a place: Python's errors, and those of the file systems that are in use."""
    found = [(sys.modules[module], names) for module, names in FOREIGN.items() if module in sys.modules]
    return (OSError, ValueError, RuntimeError, *(getattr(module, name) for module, names in found for name in names))


@contextmanager
def _clear(address: str) -> Iterator[None]:
    """Errors become one line that names the address, but for a file that is missing, which is often no error."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError, InputError):
        raise
    except ImportError as error:  # of a package that knows this kind of address
        package = "pip install 'tieline[s3]'" if address.startswith(("s3:", "s3a:")) else str(error)
        raise InputError(address, expected=f"an address for which all is installed: {package}") from None
    except _errors() as error:
        told = f"{type(error).__name__}: {error}".rstrip(": ").replace("\n", " ")
        raise InputError(address, expected=f"a place that can be reached ({told})") from None
