"""Where a saved page came from, and when it was saved: browsers and archives write it down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from timeline.reading.published.when import read_when

_LOOKED = 20_000  # characters at the top of a page
_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->")  # Chrome, Edge
_SINGLE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]+?)\s*(?:-->|\n)", re.I)
_WAYBACK = re.compile(r"//web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?/(https?://[^\s\"'<>]+)")
_TOOLBAR = re.compile(
    r"<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->.*?<!--\s*END WAYBACK TOOLBAR INSERT\s*-->", re.S | re.I
)
_FILED = re.compile(r"FILE ARCHIVED ON\s+(.{5,60}?)\s+AND RETRIEVED FROM", re.S)
_PREFIX = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?://)")


@dataclass(frozen=True, slots=True)
class Saved:
    """The page without what an archive put into it."""

    text: str
    url: str = ""
    day: date | None = None


def unwrap(text: str) -> Saved:
    """The page itself, with the address and the day that a browser or archive noted on it.

    >>> page = unwrap("<!-- saved from url=(0024)https://example.org/talks --><html></html>")
    >>> page.url, page.day
    ('https://example.org/talks', None)
    """
    head = text[:_LOOKED]
    if found := _SINGLE.search(head):
        when = read_when(found[2].split("(")[0].split("GMT")[0])
        return Saved(text, found[1], when.day if when else None)
    if found := _FROM.search(head):
        return Saved(text, found[1])
    if "web.archive.org/web/" in text:
        return _from_archive(text)
    return Saved(text)


def _from_archive(text: str) -> Saved:
    """A page of the Wayback Machine: its toolbar goes, its addresses are those of the page again."""
    toolbar, filed = _TOOLBAR.search(text), _FILED.search(text)
    if not toolbar and not filed:
        return Saved(text)
    found = _WAYBACK.search(toolbar[0] if toolbar else text)
    when = read_when(filed[1].partition(" ")[2]) if filed else None
    plain = _PREFIX.sub("", _TOOLBAR.sub("", text))
    if not found:
        return Saved(plain, "", when.day if when else None)
    return Saved(plain, found[4], when.day if when else _day(found))


def _day(found: re.Match[str]) -> date | None:
    when = read_when(f"{found[1]}-{found[2]}-{found[3]}")
    return when.day if when else None
