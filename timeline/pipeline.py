"""The whole road: articles and curated rows in, one merged table out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import pandas as pd

from timeline import __version__
from timeline.actors import load_gazetteer
from timeline.engines import run
from timeline.errors import LanguageError
from timeline.merge import merge_events
from timeline.model import Article, Event, Origin
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
    events = [event for result in results if not isinstance(result, SetAside) for event in result]
    merged = [event for event in merge_events([*events, *curated]) if _kept(event, focus)]
    as_of = max((article.published for article in articles if article.published), default=None)
    return Built(to_frame(merged, built_with(), as_of), tuple(r for r in results if isinstance(r, SetAside)))


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
    """Versions of what makes a row: program, date grammar, gazetteer, language model with what knows acts."""
    from timeline.actions import model_version

    return {
        "version": __version__,
        "grammar": _fingerprint(files("timeline.dates") / "languages"),
        "gazetteer": load_gazetteer().version,
        "model": f"{model_version()}; acts {_fingerprint(files('timeline.actions'))}",
    }


def _fingerprint(folder: Traversable) -> str:
    """A short hash of all data files in a folder of the package."""
    digest = sha256()
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            digest.update(_fingerprint(entry).encode())
        elif entry.name.endswith((".toml", ".npz")):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return digest.hexdigest()[:12]


def _events(article: Article) -> list[Event] | SetAside:
    from timeline.events import extract_events  # brings the parser, which is slow to load

    try:
        return extract_events(article)
    except LanguageError as error:
        return SetAside(article.id, str(error).removeprefix(f"{article.id}: "))


def _kept(event: Event, focus: Sequence[str]) -> bool:
    return event.origin is not Origin.EXTRACTED or event.dyad.issuperset(focus)
