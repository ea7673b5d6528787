"""RSS and Atom: an item is an article, as far as the feed tells it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from io import BufferedReader
from typing import Any

from timeline.damage import PARSED, shielded
from timeline.errors import InputError
from timeline.reading.extras import extra
from timeline.reading.files import File, read_whole
from timeline.reading.page.body import plain_text
from timeline.reading.records import Found, Record

LARGEST = 64 * 2**20
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read(stream: BufferedReader, file: File) -> Found:
    """An article an item. Raises InputError for what is no feed, or declares entities: these can grow without end."""
    content = read_whole(stream, file.where, LARGEST)
    if _ENTITY.search(content):
        raise InputError("", file.where, "a feed, but it declares entities of its own, which no feed needs")
    with shielded(file.where, "a feed (RSS or Atom)", PARSED):
        feed = extra("feeds", "feedparser", file.where).parse(io.BytesIO(content))
    if not feed.entries and not feed.get("version"):
        reason = feed.get("bozo_exception", "it has no items")
        raise InputError("", file.where, f"a feed (RSS or Atom), but it cannot be read as one ({reason})")
    for number, entry in enumerate(feed.entries, 1):
        where, name = f"{file.where}, item {number}", f"{file.name}-{number}"
        yield Record(_fields(entry, feed.feed), where, name, hints=file.hints)


def _fields(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, str]:
    bodies = [str(content.get("value", "")) for content in entry.get("content", ())]
    bodies.append(str(entry.get("summary", "")))
    title = plain_text(str(entry.get("title", "")))
    text = max((plain_text(body, title) for body in bodies), key=len)
    return {
        "text": text or title,
        "title": title,
        "source": plain_text(str((entry.get("source") or {}).get("title") or feed.get("title", ""))),
        "url": str(entry.get("link", "")),
        "published": str(entry.get("published") or entry.get("updated") or ""),
        "language": str(feed.get("language", "")),
    }
