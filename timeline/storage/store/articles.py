"""The articles that a build has read: the manifest."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.storage.store.events import Told, put_events
from timeline.storage.store.prints import forget_print, put_print
from timeline.storage.store.store import to_bytes, to_text

UNDATED = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Taken:
    """An article as it is kept. `card` is what a copy is known by, `text` the whole article, both as bytes."""

    id: str
    digest: str
    where: str
    published: date | None
    card: bytes
    text: bytes
    signature: bytes
    bands: tuple[int, ...]


def begin_run(db: sqlite3.Connection) -> int:
    """The number of this run; what earlier ones could not read is forgotten, since it is read again."""
    (run,) = db.execute("SELECT ifnull(max(seen), 0) + 1 FROM articles").fetchone()
    db.execute("DELETE FROM unread")
    return int(run)


def known(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[tuple[str, int] | None]:
    """For each id the digest of the article that has it, and the run that last saw it."""
    for id in ids:
        row = db.execute("SELECT digest, seen FROM articles WHERE id = ?", (to_bytes(id),)).fetchone()
        yield (row[0], row[1]) if row else None


def see(db: sqlite3.Connection, run: int, id: str, where: str) -> None:
    """An article of the input that is kept already."""
    db.execute("UPDATE articles SET seen = ?, place = ? WHERE id = ?", (run, to_bytes(where), to_bytes(id)))


def put_article(db: sqlite3.Connection, run: int, taken: Taken) -> None:
    """A new article, or one that changed: it is to be read, and what an older one of its id told is gone."""
    published = taken.published.toordinal() if taken.published else UNDATED
    old = db.execute("SELECT article FROM articles WHERE id = ?", (to_bytes(taken.id),)).fetchone()
    if old:
        drop_article(db, old[0])
    added = db.execute(
        "INSERT INTO articles (article, id, digest, place, published, card, seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (old[0] if old else None, to_bytes(taken.id), taken.digest, to_bytes(taken.where), published, taken.card, run),
    )
    db.execute("INSERT INTO texts VALUES (?, ?)", (added.lastrowid, taken.text))
    put_print(db, added.lastrowid or 0, taken.signature, taken.bands)


def drop_article(db: sqlite3.Connection, article: int) -> None:
    """Takes an article away, with its events; whoever copies it looks for another."""
    put_events(db, article, ())
    forget_print(db, article)
    db.execute("DELETE FROM texts WHERE article = ?", (article,))
    db.execute("DELETE FROM articles WHERE article = ?", (article,))


def unseen(db: sqlite3.Connection, run: int, limit: int) -> list[int]:
    """Some of the articles that the run did not find in its input."""
    found = db.execute("SELECT article FROM articles WHERE seen <> ? LIMIT ?", (run, limit))
    return [article for (article,) in found]


def put_unread(db: sqlite3.Connection, where: str, reason: str) -> None:
    """Something in the input that could not be read as an article."""
    db.execute("INSERT INTO unread VALUES (?, ?)", (to_bytes(where), to_bytes(reason)))


def version_of(db: sqlite3.Connection, told: Mapping[str, str]) -> int:
    """The number of a set of versions in the manifest."""
    content = json.dumps(told, sort_keys=True)
    db.execute("INSERT OR IGNORE INTO versions (told) VALUES (?)", (content,))
    (version,) = db.execute("SELECT version FROM versions WHERE told = ?", (content,)).fetchone()
    return int(version)


_WAITING = "head = article AND version IS NOT ?"  # first of their kind, not yet read with this version


def waiting(db: sqlite3.Connection, version: int, after: int, limit: int) -> list[tuple[int, bytes]]:
    """The next articles to be read, behind number `after`: (article, text)."""
    found = f"SELECT article, text FROM articles JOIN texts USING (article) WHERE article > ? AND {_WAITING}"
    return db.execute(f"{found} ORDER BY article LIMIT ?", (after, version, limit)).fetchall()


def count_waiting(db: sqlite3.Connection, version: int) -> int:
    """How many there are."""
    return int(db.execute(f"SELECT count(*) FROM articles WHERE {_WAITING}", (version,)).fetchone()[0])


def put_told(db: sqlite3.Connection, article: int, version: int, told: Sequence[Told] | str) -> None:
    """What was read from an article: its events, or the reason why it is set aside."""
    reason = to_bytes(told) if isinstance(told, str) else None
    put_events(db, article, () if isinstance(told, str) else told)
    db.execute("UPDATE articles SET version = ?, reason = ? WHERE article = ?", (version, reason, article))


def newest(db: sqlite3.Connection) -> date | None:
    """The latest day of publication of all articles."""
    (day,) = db.execute("SELECT max(published) FROM articles WHERE published < ?", (UNDATED,)).fetchone()
    return date.fromordinal(day) if day else None


def set_aside(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """(place, reason) of all that gave no events since it could not be read, in an order of their own."""
    unread = "SELECT place, reason FROM unread"
    silent = "SELECT place, reason FROM articles WHERE reason IS NOT NULL AND head = article"
    for place, reason in db.execute(f"{unread} UNION ALL {silent} ORDER BY 1, 2"):
        yield to_text(place), to_text(reason)


def count_articles(db: sqlite3.Connection, version: int) -> dict[str, int]:
    """How many articles were read with this version, how many are copies, and how many are set aside."""
    where = {
        "articles": "articles WHERE version = :version AND reason IS NULL AND head = article",
        "copies": "articles WHERE head <> article",
        "set_aside": "articles WHERE version = :version AND reason IS NOT NULL AND head = article",
    }
    found = {n: db.execute(f"SELECT count(*) FROM {w}", {"version": version}).fetchone()[0] for n, w in where.items()}
    found["set_aside"] += db.execute("SELECT count(*) FROM unread").fetchone()[0]
    return found


def count_read(db: sqlite3.Connection) -> tuple[int, int]:
    """How many articles need no reading any more, by whatever version, and how many there are."""
    done, total = db.execute(
        "SELECT count(*) FILTER (WHERE version IS NOT NULL OR head <> article), count(*) FROM articles"
    ).fetchone()
    return done, total
