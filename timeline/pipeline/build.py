"""The whole road: articles and curated rows in, one merged table out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.engines import Engine
from timeline.engines.here import Here
from timeline.model import Article, Event
from timeline.pipeline.census import Found, Input, census
from timeline.pipeline.copies import find_copies
from timeline.pipeline.extract import extract, put_curated
from timeline.pipeline.merge import merge, same_version
from timeline.pipeline.notebook import shown
from timeline.pipeline.progress import Meter, Progress, Tell
from timeline.pipeline.today import today
from timeline.pipeline.versions import built_with
from timeline.storage.store import Store, open_store
from timeline.storage.store.articles import set_aside
from timeline.storage.store.editions import begin_edition, edition_name, finish_edition

if TYPE_CHECKING:
    import pandas as pd

SHIPPED_FOCUS = ("RUS", "PRK")
Apart = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that gave no rows because it could not be read for events, and why; where it stands, or its id."""

    article_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """The table, and what is not in it."""

    frame: pd.DataFrame
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: how much there is now, what of it is new, and the seconds of each stage."""

    there: Progress
    new: int
    removed: int
    read: int
    edition: str
    seconds: Mapping[str, float]


def gather(
    articles: Iterable[Input],
    store: Store,
    *,
    engine: Engine | None = None,
    curated: Iterable[Event] = (),
    apart: Apart = (),
    add: bool = False,
    meter: Meter | None = None,
) -> tuple[Found, int]:
    """Brings a store up to the input; it goes on where another call was broken off, and does nothing twice.

    curated  rows that people wrote, which are merged with what the articles tell
    apart    pairs of event_ids that are not one event
    add      articles that the input does not name stay, instead of being taken away

    What the input has, and how many articles were read for events.
    """
    engine, meter = engine or Here(), meter or Meter()
    same_version(store)
    found = census(store, articles, engine, meter, add)
    find_copies(store, meter)
    read = extract(store, engine, meter)
    put_curated(store, curated)
    merge(store, engine, meter, apart)
    return found, read


def build(
    articles: Iterable[Input],
    *,
    curated: Iterable[Event] = (),
    focus: Sequence[str] = (),
    apart: Apart = (),
    engine: Engine | None = None,
    progress: Tell | None = None,
) -> Built:
    """Extracts the events of all articles, merges them with each other and with the curated ones; in memory.

    focus     codes: only events in which all of them take part; curated ones stay in any case
    apart     pairs of event_ids that are not one event
    progress  is told how far it is
    """
    from timeline.pipeline.rows import Wanted, rows
    from timeline.table.frame import from_batches

    meter = Meter(progress)
    with open_store() as store:
        gather(articles, store, engine=engine, curated=curated, apart=apart, meter=meter)
        frame = from_batches(rows(store, Wanted(built_with(), focus), meter))
        return Built(frame, tuple(SetAside(*each) for each in set_aside(store.db)))


def build_file(
    articles: Iterable[Input],
    out: str | Path,
    store: Store,
    *,
    focus: Sequence[str] = (),
    apart: Apart = (),
    add: bool = False,
    engine: Engine | None = None,
    progress: Tell | None = None,
) -> Report:
    """The same, of whatever size, into a Parquet file; the store holds what was done, so that it is not done again.

    "-" is standard output. Where no article was built, nothing is written.
    """
    meter = Meter(progress)
    with store.transaction() as db:
        edition = begin_edition(db, today()) if store.lasting else 0
    found, read = gather(articles, store, engine=engine, apart=apart, add=add, meter=meter)
    if meter.progress.articles:
        _write(store, out, focus, edition, meter)
    return Report(meter.progress, found.new, found.removed, read, edition_name(store.db, edition), meter.seconds)


def _write(store: Store, out: str | Path, focus: Sequence[str], edition: int, meter: Meter) -> None:
    from timeline.pipeline.rows import Wanted, rows
    from timeline.storage.atomic import replacing_or_out
    from timeline.storage.parquet import write_parquet

    with store.transaction() as db:
        with replacing_or_out(out) as file:
            write_parquet(file, rows(store, Wanted(built_with(), focus, edition), meter))
        finish_edition(db, edition)


def build_timeline(
    articles: Iterable[Article],
    *,
    curated: Iterable[Event] = (),
    focus: Sequence[str] = (),
    progress: Tell | None = None,
) -> pd.DataFrame:
    """The table alone; see `build`, which also says what was set aside. In a notebook a bar shows how far it is."""
    with shown(progress) as tell:
        return build(articles, curated=curated, focus=focus, progress=tell).frame


def build_shipped(progress: Tell | None = None) -> pd.DataFrame:
    """The timeline that comes with the program: its curated rows, and what its articles tell of SHIPPED_FOCUS."""
    from timeline.reading import read_articles, read_curated
    from timeline.storage.shipped import shipped_data

    data = shipped_data()
    curated = [event for path in sorted((data / "curated").glob("*.csv")) for event in read_curated(path)]
    return build_timeline(read_articles([data / "articles"]), curated=curated, focus=SHIPPED_FOCUS, progress=progress)
