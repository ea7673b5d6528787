"""Signatures of texts, and the groups of articles that print the same text.

A cluster holds signatures that hang together through likeness. One whose `cluster` is NULL is still to be put into one,
so that what was broken off goes on there; articles whose `head` is NULL are still to learn whom they copy.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from timeline.storage.store.events import put_events, unsettle_article


def put_print(db: sqlite3.Connection, article: int, signature: bytes, bands: Iterable[int]) -> None:
    """Gives an article its signature; one that is new gets its bands."""
    found = db.execute("SELECT print FROM prints WHERE signature = ?", (signature,)).fetchone()
    number = found[0] if found else None
    if number is None:
        number = db.execute("INSERT INTO prints (signature) VALUES (?)", (signature,)).lastrowid
        db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", ((band, number) for band in bands))
    db.execute("UPDATE articles SET print = ? WHERE article = ?", (number, article))


def forget_print(db: sqlite3.Connection, article: int) -> None:
    """Takes an article out of its group; a signature that nobody has any more goes, and its cluster is made anew."""
    (number,) = db.execute("SELECT print FROM articles WHERE article = ?", (article,)).fetchone()
    db.execute("UPDATE articles SET print = NULL WHERE article = ?", (article,))
    (cluster,) = db.execute("SELECT cluster FROM prints WHERE print = ?", (number,)).fetchone()
    _headless(db, cluster)
    if not db.execute("SELECT 1 FROM articles WHERE print = ? LIMIT 1", (number,)).fetchone():
        db.execute("DELETE FROM bands WHERE print = ?", (number,))
        db.execute("DELETE FROM prints WHERE print = ?", (number,))
        db.execute("UPDATE prints SET cluster = NULL WHERE cluster = ?", (cluster,))


def _headless(db: sqlite3.Connection, cluster: int | None) -> None:
    within = "SELECT print FROM prints WHERE cluster = ?"
    db.execute(f"UPDATE articles SET head = NULL WHERE print IN ({within}) AND head IS NOT NULL", (cluster,))


def loose_prints(db: sqlite3.Connection, limit: int) -> list[tuple[int, bytes]]:
    """Some of the signatures that are in no cluster."""
    return db.execute("SELECT print, signature FROM prints WHERE cluster IS NULL LIMIT ?", (limit,)).fetchall()


def neighbours(db: sqlite3.Connection, number: int) -> list[tuple[int, bytes]]:
    """(cluster, signature) of the signatures in clusters that share a band with this one."""
    shared = "SELECT b.print FROM bands a JOIN bands b USING (band) WHERE a.print = ? AND b.print <> a.print"
    found = f"SELECT cluster, signature FROM prints WHERE cluster IS NOT NULL AND print IN ({shared})"
    return db.execute(found, (number,)).fetchall()


def put_cluster(db: sqlite3.Connection, number: int, alike: set[int]) -> None:
    """Makes one cluster of a signature and of the clusters in which one is like it."""
    cluster = min(alike, default=number)
    for other in alike:
        _headless(db, other)
        if other != cluster:
            db.execute("UPDATE prints SET cluster = ? WHERE cluster = ?", (cluster, other))
    db.execute("UPDATE prints SET cluster = ? WHERE print = ?", (cluster, number))


def headless_clusters(db: sqlite3.Connection, limit: int) -> list[int]:
    """Some of the clusters in which an article does not know whom it copies."""
    found = "SELECT DISTINCT cluster FROM articles JOIN prints USING (print) WHERE head IS NULL LIMIT ?"
    return [cluster for (cluster,) in db.execute(found, (limit,))]


def members(db: sqlite3.Connection, cluster: int) -> list[tuple[int, bytes, int]]:
    """(article, signature, day of publication) of all in a cluster, the earliest first."""
    found = "SELECT article, signature, published FROM articles JOIN prints USING (print) WHERE cluster = ?"
    return db.execute(f"{found} ORDER BY published, id", (cluster,)).fetchall()


def put_heads(db: sqlite3.Connection, heads: Iterable[tuple[int, int]]) -> None:
    """Of each article, whom it copies: a head, which is its own, alone is read, the others stand beside it."""
    for article, head in heads:
        if article == head:
            db.execute("UPDATE articles SET head = article WHERE article = ?", (article,))
            unsettle_article(db, article)
        else:
            put_events(db, article, ())
            db.execute("UPDATE articles SET head = ?, version = NULL, reason = NULL WHERE article = ?", (head, article))


def copies_of(db: sqlite3.Connection, article: int) -> list[bytes]:
    """The cards of an article's copies, the earliest first."""
    found = "SELECT card FROM articles WHERE head = ? AND article <> head ORDER BY published, id"
    return [card for (card,) in db.execute(found, (article,))]
