"""Ids that outlive better models: they hang on the evidence, never on what was made of it."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import urlsplit

from timeline.model import Article

LENGTH = 12


def event_id(article: Article, sentence: str, ordinal: int) -> str:
    """The short hash of publisher, address or content, trigger sentence, and place within it.

    >>> from timeline.model import Article
    >>> a = Article("Kim met Putin.", None, url="https://www.example.org/a/?utm=1")
    >>> b = Article("Kim met Putin. More.", None, url="http://example.org/a")
    >>> event_id(a, "Kim  met Putin.", 0) == event_id(b, "Kim met Putin.", 0)
    True
    """
    founding = (plain(article.source), address(article), plain(sentence), str(ordinal))
    return sha256("\x1f".join(founding).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def address(article: Article) -> str:
    """Host and path of the article's address; where it has none, the hash of its text."""
    try:
        parts = urlsplit(article.url.strip())
        host, path = parts.hostname or "", parts.path
    except ValueError:  # an address that is none
        host = path = ""
    if host:
        return host.removeprefix("www.") + path.rstrip("/")
    return sha256(plain(article.text).encode("utf-8", "surrogatepass")).hexdigest()


def plain(text: str) -> str:
    """Without differences of case and blanks."""
    return re.sub(r"\s+", " ", text).strip().casefold()
