"""Events as articles tell them, and what hangs together with what."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.storage.store.store import to_bytes

PEOPLE = 0  # the article that stands for rows that people wrote


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it is kept: its id, its bytes, and the keys of its blocks."""

    id: str
    event: bytes
    keys: tuple[str, ...]


def put_events(db: sqlite3.Connection, article: int, told: Sequence[Told]) -> None:
    """These events in place of those that the article had; what did not change is left as it is."""
    had = {number: bytes(event) for number, event in _events_of(db, article)}
    new = Counter(one.event for one in told)
    gone = list[int]()
    for number, event in had.items():
        if new[event]:
            new[event] -= 1
        else:
            gone.append(number)
    _drop(db, gone)
    for one in told:
        if new[one.event]:
            new[one.event] -= 1
            _add(db, article, one)


def _events_of(db: sqlite3.Connection, article: int) -> list[tuple[int, bytes]]:
    return db.execute("SELECT event, told FROM events WHERE article = ?", (article,)).fetchall()


def _add(db: sqlite3.Connection, article: int, one: Told) -> None:
    added = "INSERT INTO events (article, id, told) VALUES (?, ?, ?)"
    put_keys(db, db.execute(added, (article, to_bytes(one.id), one.event)).lastrowid or 0, one.keys)


def put_keys(db: sqlite3.Connection, event: int, keys: Iterable[str]) -> None:
    """Puts an event into the blocks of its keys."""
    for key in map(to_bytes, keys):
        touched = "INSERT INTO blocks (key, touched) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET touched = 1"
        (block,) = db.execute(f"{touched} RETURNING block", (key,)).fetchall()[0]
        db.execute("INSERT INTO members VALUES (?, ?)", (block, event))


def _drop(db: sqlite3.Connection, events: Iterable[int]) -> None:
    for one in ((event,) for event in events):
        db.execute("UPDATE blocks SET touched = 1 WHERE block IN (SELECT block FROM members WHERE event = ?)", one)
        dissolve(db, db.execute("SELECT part FROM events WHERE event = ? AND part IS NOT NULL", one).fetchall())
        db.execute("DELETE FROM members WHERE event = ?", one)
        db.execute("DELETE FROM events WHERE event = ?", one)


def dissolve(db: sqlite3.Connection, parts: Iterable[tuple[int]]) -> None:
    """Parts whose events may hang together otherwise from now on: their rows go, to be made anew."""
    for part in parts:
        db.execute("DELETE FROM rows WHERE part = ?", part)
        db.execute("DELETE FROM parts WHERE part = ?", part)
        db.execute("UPDATE events SET part = NULL WHERE part = ?", part)


def unsettle(db: sqlite3.Connection, parts: Iterable[tuple[int]]) -> None:
    """Parts of the same events as before, whose rows may be others from now on."""
    for part in parts:
        db.execute("DELETE FROM rows WHERE part = ?", part)
        db.execute("UPDATE parts SET settled = 0 WHERE part = ?", part)


def unsettle_article(db: sqlite3.Connection, article: int) -> None:
    """The same for all parts to which an article contributes: its copies may be others."""
    found = "SELECT DISTINCT part FROM events WHERE article = ? AND part IS NOT NULL"
    unsettle(db, db.execute(found, (article,)).fetchall())


def unsettle_ids(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """The same for the parts in which these events are: an editor may have told them apart."""
    found = "SELECT DISTINCT part FROM events WHERE id = ? AND part IS NOT NULL"
    for id in ids:
        unsettle(db, db.execute(found, (to_bytes(id),)).fetchall())
