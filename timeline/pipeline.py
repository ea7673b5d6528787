"""The whole road: articles and curated rows in, one merged table out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

import pandas as pd

from timeline import __version__
from timeline.engines import run
from timeline.errors import LanguageError
from timeline.merge import merge_events
from timeline.model import Article, Event
from timeline.reading import read_articles, read_curated
from timeline.storage.shipped import shipped_data
from timeline.table.frame import to_frame

Progress = Callable[[int, int], None]
SHIPPED_FOCUS = ("RUS", "PRK")


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that gave no rows because it could not be read for events, and why."""

    article_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """The table, and what is not in it."""

    frame: pd.DataFrame
    set_aside: tuple[SetAside, ...] = ()


def build(
    articles: Iterable[Article],
    *,
    curated: Iterable[Event] = (),
    focus: Sequence[str] = (),
    progress: Progress | None = None,
) -> Built:
    """Extracts the events of all articles, merges them with each other and with the curated ones.

    focus     codes: only events in which all of them take part; curated ones stay in any case
    progress  is told (articles done, of how many)
    """
    articles = list(articles)
    results = list(run(_events, articles, progress))
    events = [e for result in results if not isinstance(result, SetAside) for e in result if _in_focus(e, focus)]
    merged = merge_events([*events, *curated])
    return Built(to_frame(merged, built_with()), tuple(r for r in results if isinstance(r, SetAside)))


def build_timeline(
    articles: Iterable[Article],
    *,
    curated: Iterable[Event] = (),
    focus: Sequence[str] = (),
    progress: Progress | None = None,
) -> pd.DataFrame:
    """The table alone; see `build`, which also says what was set aside."""
    return build(articles, curated=curated, focus=focus, progress=progress).frame


def build_shipped(progress: Progress | None = None) -> pd.DataFrame:
    """The timeline that comes with the program: its curated rows, and what its articles tell of SHIPPED_FOCUS."""
    data = shipped_data()
    curated = [event for path in sorted((data / "curated").glob("*.csv")) for event in read_curated(path)]
    return build_timeline(read_articles([data / "articles"]), curated=curated, focus=SHIPPED_FOCUS, progress=progress)


def built_with() -> Mapping[str, str]:
    """Versions of what makes a row: program, date grammar, gazetteer, language model."""
    return {"version": __version__}


def _events(article: Article) -> list[Event] | SetAside:
    events = import_module("timeline.events")  # the parser is slow to load: only where there are articles
    try:
        found: list[Event] = events.extract_events(article) if hasattr(events, "extract_events") else []
    except LanguageError as error:
        return SetAside(article.id, str(error))
    return found


def _in_focus(event: Event, focus: Sequence[str]) -> bool:
    return event.dyad.issuperset(focus)
