"""The sources of a selection, each once, with a key that stays the same in every export."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from timeline.figures.links import web_address

Row = Mapping[str, Any]
_NAME = 24  # letters of a key that come from the outlet's name


@dataclass(frozen=True, slots=True)
class Source:
    """title is "" where only the outlet is known; url is "" or a web address; events: the ids that rest on it."""

    key: str
    title: str
    outlet: str
    url: str
    published: date | None
    events: tuple[str, ...] = ()


def source_of(report: Row, row: Row) -> Source:
    """The source of one report of an event.

    The key is made of outlet, day and address (where there is none, the article's id), and of nothing else.
    """
    outlet, url, published = report["source"] or report["id"], web_address(report["url"]), report["published"]
    founding = "\n".join((outlet, url or report["id"], str(published or "")))
    day = published.isoformat().replace("-", "") if published else "nd"
    name = re.sub(r"[^a-z0-9]", "", outlet.lower())[:_NAME] or "source"
    key = f"{name}-{day}-{sha256(founding.encode(errors='replace')).hexdigest()[:6]}"
    return Source(key, report["title"] if was_read(report, row) else "", outlet, url, published, (row["event_id"],))


def was_read(report: Row, row: Row) -> bool:
    """Whether title and quote are those of an article, and not the words of those who compiled the row."""
    return bool(report["trigger"]) or report["quote"] not in ("", row["summary"], row["title"])


def sources_of(row: Row) -> list[Source]:
    """The sources of one event, in the order of its reports."""
    return list(distinct([row]).values())


def distinct(rows: Iterable[Row]) -> dict[str, Source]:
    """All sources by their keys, in the order of their first appearance, each with its events."""
    found: dict[str, Source] = {}
    events: dict[str, dict[str, None]] = {}
    for row in rows:
        for report in row["articles"]:
            source = source_of(report, row)
            found.setdefault(source.key, source)
            events.setdefault(source.key, {})[row["event_id"]] = None
    return {key: Source(key, s.title, s.outlet, s.url, s.published, tuple(events[key])) for key, s in found.items()}
