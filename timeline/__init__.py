"""tieline: articles in, a timeline that one can defend out.

The public names are here; each is imported when it is first used, so that `import timeline` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.actions.relation import Relation as Relation
    from timeline.actions.relation import code_relation as code_relation
    from timeline.dates import find_dates as find_dates
    from timeline.events import extract_events as extract_events
    from timeline.figures.plot import plot as plot
    from timeline.merge import cluster_mentions as cluster_mentions
    from timeline.merge import merge_events as merge_events
    from timeline.model import Actor as Actor
    from timeline.model import Article as Article
    from timeline.model import DateMention as DateMention
    from timeline.model import Event as Event
    from timeline.model import EventType as EventType
    from timeline.model import Evidence as Evidence
    from timeline.model import Place as Place
    from timeline.model import Span as Span
    from timeline.model import Status as Status
    from timeline.model import TimeValue as TimeValue
    from timeline.pipeline import build_timeline as build_timeline
    from timeline.reading import read_articles as read_articles
    from timeline.storage import read_timeline as read_timeline
    from timeline.storage import write_timeline as write_timeline
    from timeline.table.days import rank_dates as rank_dates

__version__ = "0.1.0"

_HOMES = {
    "timeline.model": "Actor Article DateMention Event EventType Evidence Place Span Status TimeValue",
    "timeline.dates": "find_dates",
    "timeline.events": "extract_events",
    "timeline.actions.relation": "Relation code_relation",
    "timeline.figures.plot": "plot",
    "timeline.merge": "cluster_mentions merge_events",
    "timeline.pipeline": "build_timeline",
    "timeline.reading": "read_articles",
    "timeline.storage": "read_timeline write_timeline",
    "timeline.table.days": "rank_dates",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}
__all__ = sorted(_HOME)  # noqa: PLE0605 - made from the table above


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
