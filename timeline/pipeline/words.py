"""How far a build is, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from timeline.pipeline.progress import Progress

STAGES: Mapping[str, str] = MappingProxyType(
    {
        "read": "Reading articles",
        "copies": "Looking for copies",
        "extract": "Finding events",
        "connect": "Comparing events",
        "join": "Joining events",
        "write": "Writing rows",
    }
)


def counted(progress: Progress) -> str:
    """
    >>> counted(Progress(articles=1200, events=900, copies=3))
    '1,200 articles, 900 events, 3 copies'
    """
    found = {
        "articles": progress.articles,
        "events": progress.events,
        "joined": progress.merges,
        "copies": progress.copies,
        "set aside": progress.set_aside,
    }
    return ", ".join(f"{number:,} {name}" for name, number in found.items() if number)
