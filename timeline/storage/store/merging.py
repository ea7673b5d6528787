"""What hangs together with what, and the rows that were made of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from timeline.storage.store.events import dissolve


def skip_lonely_blocks(db: sqlite3.Connection) -> None:
    """Done with the touched blocks that hold one event or none: nothing can meet in them."""
    two = "SELECT 1 FROM members WHERE members.block = blocks.block LIMIT 1 OFFSET 1"
    lonely = f"SELECT block FROM blocks WHERE touched AND NOT EXISTS ({two})"
    db.execute(f"DELETE FROM edges WHERE block IN ({lonely})")
    db.execute(f"UPDATE blocks SET touched = 0 WHERE block IN ({lonely})")


def block_events(db: sqlite3.Connection, block: int) -> list[tuple[int, bytes]]:
    """The events of a block, in an order that does not hang on when they came."""
    found = "SELECT event, told FROM members JOIN events USING (event) WHERE block = ? ORDER BY id, told"
    return db.execute(found, (block,)).fetchall()


def put_edges(db: sqlite3.Connection, block: int, edges: set[tuple[int, int]]) -> None:
    """These edges in place of those that the block had; parts at whose events something changed are dissolved."""
    had = set(db.execute("SELECT one, other FROM edges WHERE block = ?", (block,)).fetchall())
    for event in {event for edge in had ^ edges for event in edge}:
        dissolve(db, db.execute("SELECT part FROM events WHERE event = ? AND part IS NOT NULL", (event,)).fetchall())
    db.executemany("DELETE FROM edges WHERE block = ? AND one = ? AND other = ?", ((block, *e) for e in had - edges))
    db.executemany("INSERT INTO edges VALUES (?, ?, ?)", ((block, *edge) for edge in edges - had))
    db.execute("UPDATE blocks SET touched = 0 WHERE block = ?", (block,))


def part_events(db: sqlite3.Connection, part: int) -> list[tuple[int, bytes]]:
    """(article, event) of a part, in an order that does not hang on when they came."""
    return db.execute("SELECT article, told FROM events WHERE part = ? ORDER BY id, told", (part,)).fetchall()


def put_rows(db: sqlite3.Connection, part: int, rows: Iterable[tuple[int, bytes, bytes]]) -> None:
    """The rows (first day as an ordinal, id, bytes) of a part that had none."""
    db.executemany("INSERT INTO rows VALUES (?, ?, ?, ?)", ((part, *row) for row in rows))
    db.execute("UPDATE parts SET settled = 1 WHERE part = ?", (part,))


def rows_in_order(db: sqlite3.Connection) -> Iterator[bytes]:
    """The bytes of all rows, by first day and id."""
    for (told,) in db.execute("SELECT told FROM rows ORDER BY start, id"):
        yield told


def touched_blocks(db: sqlite3.Connection) -> Iterator[int]:
    """The blocks to which an event came, or from which one went."""
    for (block,) in db.execute("SELECT block FROM blocks WHERE touched ORDER BY block"):
        yield block


def loose_events(db: sqlite3.Connection) -> Iterator[int]:
    """The events that are in no part, in order."""
    for (event,) in db.execute("SELECT event FROM events WHERE part IS NULL ORDER BY event"):
        yield event


def loose_edges(db: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """The edges between these, some more than once; none leads to an event that is in a part."""
    yield from db.execute("SELECT one, other FROM events JOIN edges ON one = event WHERE part IS NULL")


def put_part(db: sqlite3.Connection, events: Sequence[int]) -> None:
    """Makes a part of events, the least first; it is to be settled."""
    db.execute("INSERT INTO parts (part) VALUES (?)", (events[0],))
    db.executemany("UPDATE events SET part = ? WHERE event = ?", ((events[0], event) for event in events))


def unsettled_parts(db: sqlite3.Connection) -> Iterator[int]:
    """The parts that have no rows."""
    for (part,) in db.execute("SELECT part FROM parts WHERE NOT settled ORDER BY part"):
        yield part


def forget_merging(db: sqlite3.Connection) -> None:
    """Back to events as they were told."""
    for table in ("members", "blocks", "edges", "rows", "parts"):
        db.execute(f"DELETE FROM {table}")
    db.execute("UPDATE events SET part = NULL WHERE part IS NOT NULL")


def keyless_events(db: sqlite3.Connection) -> Iterator[tuple[int, bytes]]:
    """(number, bytes) of the events that are in no block."""
    members = "SELECT 1 FROM members WHERE members.event = events.event"
    numbers = db.execute(f"SELECT event FROM events WHERE NOT EXISTS ({members})").fetchall()
    for number in numbers:
        yield db.execute("SELECT event, told FROM events WHERE event = ?", number).fetchone()


def count_rows(db: sqlite3.Connection) -> tuple[int, int]:
    """How many events articles told, and how many rows were made of them."""
    events, rows = (db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("events", "rows"))
    return events, rows
