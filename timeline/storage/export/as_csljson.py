"""CSL-JSON of the sources, as Zotero, pandoc and others read it; `custom` says for which events, and how chosen."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from timeline.storage.export.about import About
from timeline.storage.export.rows import Rows
from timeline.storage.export.sources import Source, distinct


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the sources in the order in which the events name them."""
    items = [_item(source, about) for source in distinct(rows.records()).values()]
    file.write((json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode())


def _item(source: Source, about: About) -> dict[str, Any]:
    day = source.published
    known = {
        "id": source.key,
        "type": "article-newspaper" if source.title else "webpage",
        "title": source.title or source.outlet,
        "container-title": source.outlet if source.title else "",
        "URL": source.url,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "custom": {"events": list(source.events), "selection": about.selection},
    }
    return {name: value for name, value in known.items() if value}
