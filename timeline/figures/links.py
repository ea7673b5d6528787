"""Addresses that may become links."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_KEPT = "!#$%&'()*+,/:;=?@[]~"


def is_web(url: str) -> bool:
    """Whether an address may become a link: http and https only, never `javascript:` or `data:`.

    >>> is_web("https://example.org/1"), is_web("javascript:alert(1)"), is_web("http://[")
    (True, False, False)
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def web_address(url: str) -> str:
    """The address with nothing in it that ends it early (spaces, quotes, brackets, braces); "" for no web address.

    >>> web_address("https://example.org/a b<c>"), web_address("javascript:alert(1)")
    ('https://example.org/a%20b%3Cc%3E', '')
    """
    return quote(url.strip(), safe=_KEPT) if is_web(url) else ""
