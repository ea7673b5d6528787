"""Which articles there are: those that are new or changed are taken in, those that are gone are taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from timeline.engines import Engine
from timeline.model import Article
from timeline.pipeline.progress import Meter
from timeline.pipeline.work import Kept, Placed, batches, mark, take
from timeline.storage.store import Store
from timeline.storage.store.articles import Taken, begin_run, drop_article, known, put_article, put_unread, see, unseen

BATCH = 100
TWICE = "expected an id of its own, but another article of this input has the same"


class Unreadable(Protocol):
    """Something in the input that could not be read as an article: where it stands, and why."""

    @property
    def where(self) -> str: ...
    @property
    def reason(self) -> str: ...


Input = Article | Placed | Unreadable


@dataclass(frozen=True, slots=True)
class Found:
    """How many articles were not there before, or not as they are now, and how many are gone."""

    new: int
    removed: int


def census(store: Store, articles: Iterable[Input], engine: Engine, meter: Meter, add: bool) -> Found:
    """Brings the store up to the input; with `add`, what the input does not name stays."""
    with store.transaction() as db:
        run = begin_run(db)
    count = new = 0
    with meter.stage("read"):
        for batch in engine.map(take, _batches(store, articles)):
            with store.transaction():
                fresh = [_put(store, run, item) for item in batch]
            count, new = count + len(batch), new + sum(fresh)
            meter.tell(count)
        removed = 0 if add or not count else _remove(store, run)
    return Found(new, removed)


def _batches(store: Store, items: Iterable[Input]) -> Iterator[list[Placed | Kept]]:
    """The articles; of those that are kept as they are no more than that they are there."""
    for batch in batches(items, BATCH):
        placed = [Placed(item.id, item) if isinstance(item, Article) else item for item in batch]
        with store.transaction() as db:
            for item in placed:
                if not isinstance(item, Placed):
                    put_unread(db, item.where, item.reason)
        yield [_kept(store, item) for item in placed if isinstance(item, Placed)]


def _kept(store: Store, item: Placed) -> Placed | Kept:
    (before,), own = known(store.db, [item.article.id]), mark(item.article)
    return Kept(item.article.id, own, item.where) if before and before[0] == own else item


def _put(store: Store, run: int, item: Taken | Kept) -> bool:
    """Whether it is new. Of two articles with one id the first is kept."""
    (before,) = known(store.db, [item.id])
    if before and before[1] == run:
        if before[0] != item.digest:
            put_unread(store.db, item.where, f"{item.id}: {TWICE}" if item.where != item.id else TWICE)
        return False
    if isinstance(item, Kept):
        see(store.db, run, item.id, item.where)
        return False
    put_article(store.db, run, item)
    return True


def _remove(store: Store, run: int) -> int:
    removed = 0
    while gone := unseen(store.db, run, BATCH):
        with store.transaction() as db:
            for article in gone:
                drop_article(db, article)
        removed += len(gone)
    return removed
