"""Editions: the builds that were finished, and in which of them an event first stood in the table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from timeline.storage.store.store import to_bytes


def begin_edition(db: sqlite3.Connection, day: date) -> int:
    """The edition that is being made: the one that was begun and never finished, else a new one of this day.

    It is called after the day and its number on that day: "2026-11-24.01".
    """
    open_one = db.execute("SELECT edition FROM editions WHERE NOT finished").fetchone()
    if open_one:
        return int(open_one[0])
    (before,) = db.execute("SELECT count(*) FROM editions WHERE name LIKE ?", (f"{day}.%",)).fetchone()
    made = db.execute("INSERT INTO editions (name) VALUES (?)", (f"{day}.{before + 1:02}",))
    return int(made.lastrowid or 0)


def edition_name(db: sqlite3.Connection, edition: int) -> str:
    """Its name; "" for none."""
    row = db.execute("SELECT name FROM editions WHERE edition = ?", (edition,)).fetchone()
    return row[0] if row else ""


def finish_edition(db: sqlite3.Connection, edition: int) -> None:
    """The next build will be another edition."""
    db.execute("UPDATE editions SET finished = 1 WHERE edition = ?", (edition,))


def first_built(db: sqlite3.Connection, ids: Iterable[str], edition: int) -> str:
    """The name of the edition in which a row with one of these ids first stood; this one, where there was none.

    The ids are known from now on.
    """
    names = [to_bytes(id) for id in ids]
    places = ", ".join("?" * len(names))
    (first,) = db.execute(f"SELECT min(edition) FROM first_built WHERE id IN ({places})", names).fetchone()
    db.executemany("INSERT OR IGNORE INTO first_built VALUES (?, ?)", ((name, edition) for name in names))
    return edition_name(db, edition if first is None else first)
