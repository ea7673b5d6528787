"""The file in which a build keeps what it has done: SQLite, so that a power cut leaves it whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from timeline.errors import InputError

IN_MEMORY = ":memory:"
MARK, FORMAT = 0x74696562, 1  # "tieb"; the format is raised when schema.sql changes
HEADER, PAGE = b"SQLite format 3\0", 4096
BUSY = "a store that no other build is using"
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",  # kB
)


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. What is done in one `transaction` is there as a whole, or not at all, whatever happens."""

    db: sqlite3.Connection
    path: str

    @property
    def lasting(self) -> bool:
        """Whether it is a file, and not only memory."""
        return self.path != IN_MEMORY

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Writing, all or nothing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def number(self, query: str, values: Sequence[object] = ()) -> int:
        """The one number that a query gives; 0 where it gives none."""
        row = self.db.execute(query, values).fetchone()
        return int(row[0] or 0) if row else 0

    def fact(self, name: str) -> str:
        """What `keep_fact` kept; "" where nothing was."""
        row = self.db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def keep_fact(self, name: str, value: str) -> None:
        """Keeps a text by its name."""
        self.db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


@contextmanager
def open_store(path: str | Path = IN_MEMORY) -> Iterator[Store]:
    """The store in a file, made if there is none; without a path, one in memory that is gone afterwards.

    Raises InputError for a file that is no store, that another version of tieline made, or that another build uses.
    """
    _check_file(Path(path))
    try:
        db = sqlite3.connect(path, timeout=1, isolation_level=None)
    except sqlite3.Error as error:
        raise InputError(path, expected=f"a place for a store ({error})") from None
    try:
        _prepare(db, path)
        yield Store(db, str(path))
    except sqlite3.Error as error:
        busy = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY
        raise InputError(path, expected=BUSY if busy else f"a store that can be read and written ({error})") from None
    finally:
        db.close()


def forget_store(path: str | Path) -> None:
    """Takes a store away, of whatever version. Raises InputError for a file that is something else."""
    _check_file(Path(path), MARK.to_bytes(4, "big"))
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _check_file(path: Path, mark: bytes = b"") -> None:
    """SQLite would take a file of a few bytes for a database that is still to be made, and write over it."""
    if path.is_file():
        with path.open("rb") as file:
            start = file.read(100)
        begun = path.stat().st_size <= PAGE  # killed before it had tables
        if start and not (start.startswith(HEADER) and (begun or start[68:72].startswith(mark))):
            raise InputError(path, expected="a store of earlier builds, but this file is something else")


def _prepare(db: sqlite3.Connection, path: str | Path) -> None:
    for setting in _SETTINGS:
        db.execute(setting)
    db.execute("BEGIN IMMEDIATE")  # from here on no other build may use it
    mark, made = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if not made and not db.execute("SELECT 1 FROM sqlite_master").fetchone():
        _make(db)
    elif (mark, made) != (MARK, FORMAT):
        raise InputError(path, expected="a store of this version of tieline; --fresh begins a new one in its place")
    db.execute("COMMIT")


def _make(db: sqlite3.Connection) -> None:
    schema = (files("timeline.storage.store") / "schema.sql").read_text(encoding="utf-8")
    for statement in "\n".join(line.split("--")[0] for line in schema.splitlines()).split(";"):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {MARK}")
    db.execute(f"PRAGMA user_version = {FORMAT}")


def to_bytes(text: str) -> bytes:
    """Any text as bytes, half surrogate pairs too; bytes sort as the text does, but for these."""
    return text.encode("utf-8", "surrogatepass")


def to_text(content: bytes) -> str:
    """The text again."""
    return content.decode("utf-8", "surrogatepass")
