"""What people put right: one SQLite file with a history that only grows.

A correction says of an event, by the id of one of its reports, what holds: a field and a value. These ids hang on the
evidence, so a correction outlives each new build, whatever is merged with what. Nothing is ever overwritten: a
correction that was wrong is undone by another entry.

`apart`: the event `value` is not the event `event_id`, so no row may hold both.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from timeline.errors import InputError
from timeline.storage.atomic import check_place

APART = "apart"
ENDING = ".corrections"
_APPLICATION, _VERSION = 0x7469656C, 1  # "tiel"; the version of the table
_TABLE = f"""
CREATE TABLE corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    event_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    why TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES corrections (number)
);
CREATE TRIGGER never_changed BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'history only grows'); END;
CREATE TRIGGER never_deleted BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'history only grows'); END;
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
"""
_ENTRY = """
INSERT INTO corrections (made_at, made_by, event_id, field, value, why, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_HISTORY = """
SELECT c.number, c.made_at, c.made_by, c.event_id, c.field, c.value, c.why, c.undoes, u.number
FROM corrections c LEFT JOIN corrections u ON u.undoes = c.number ORDER BY c.number
"""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the history.

    number     counts from 1 in the order in which they were made
    made_at    UTC, to the second: "2026-11-24T04:05:06Z"; made_by: a name, or ""
    undoes     the number of the entry that this one takes back, whose event, field and value it repeats
    undone_by  the number of the entry that takes this one back
    """

    number: int
    made_at: str
    made_by: str
    event_id: str
    field: str
    value: str
    why: str
    undoes: int | None = None
    undone_by: int | None = None

    @property
    def holds(self) -> bool:
        """Whether it is to be heeded: it was not undone, and is no taking back itself."""
        return self.undoes is None and self.undone_by is None


def corrections_beside(table: str | Path) -> Path:
    """Where the corrections of a timeline are, unless another place is named.

    >>> corrections_beside("out/events.parquet").name
    'events.parquet.corrections'
    """
    return Path(f"{table}{ENDING}")


def apart_pairs(path: str | Path) -> tuple[tuple[str, str], ...]:
    """The pairs of event_ids that a person told apart, for `merge_events(..., apart=...)`.

    Each pair once, the lesser id first, sorted: the same corrections give the same pairs, in whatever order they were
    made. Empty where there is no such file. Raises InputError for a file that holds no corrections.
    """
    told = (each for each in read_corrections(path) if each.holds and each.field == APART)
    return tuple(sorted({(min(c.event_id, c.value), max(c.event_id, c.value)) for c in told}))


def read_corrections(path: str | Path) -> list[Correction]:
    """The whole history, oldest first; empty where there is no such file."""
    if not Path(path).exists():
        return []
    with _opened(path) as file:
        return [Correction(*row) for row in file.execute(_HISTORY)]


def correct(path: str | Path, event_id: str, field: str, value: str, *, by: str = "", why: str = "") -> Correction:
    """Adds an entry; makes the file where there is none."""
    return _added(path, (by, event_id, field, value, why, None))


def undo(path: str | Path, number: int, *, by: str = "", why: str = "") -> Correction:
    """Takes an entry back by another one. Raises InputError for one that is not there, or does not hold."""
    found = next((each for each in read_corrections(path) if each.number == number), None)
    if found is None or not found.holds:
        expected = "a correction that holds" if found else "the number of a correction"
        raise InputError(number, str(path), f"{expected}; `tieline corrections list` shows them")
    return _added(path, (by, found.event_id, found.field, found.value, why, number))


def _added(path: str | Path, entry: tuple[str | int | None, ...]) -> Correction:
    made_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entry = tuple(_encodable(part) if isinstance(part, str) else part for part in entry)
    with _opened(path) as file, file:
        added = file.execute(_ENTRY, (made_at, *entry))
    return next(each for each in read_corrections(path) if each.number == added.lastrowid)


def _encodable(text: str) -> str:
    """The text with "?" for what UTF-8 cannot hold, such as a byte of the command line that is no letter."""
    return text.encode("utf-8", "replace").decode()


@contextmanager
def _opened(path: str | Path) -> Iterator[sqlite3.Connection]:
    """The file, made where there is none. Raises InputError for one that is something else."""
    try:
        with closing(sqlite3.connect(check_place(Path(path)))) as file:
            _check(file, path)
            yield file
    except sqlite3.IntegrityError:  # two undid the same at once
        raise InputError(path, expected="a correction that holds, but another program has just undone it") from None
    except sqlite3.DatabaseError as error:
        raise InputError(path, expected=f"a file of corrections that can be used ({error})") from None


def _check(file: sqlite3.Connection, path: str | Path) -> None:
    kind, version = (file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if not file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        file.executescript(f"BEGIN;{_TABLE}COMMIT;")
    elif (kind, version) != (_APPLICATION, _VERSION):
        raise InputError(path, expected=f"a file of corrections of version {_VERSION}, but this is something else")
