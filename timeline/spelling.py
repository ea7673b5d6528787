"""The shorthand in which the tables write the spellings of a word."""

from __future__ import annotations

from collections.abc import Iterator


def expanded(entry: str) -> Iterator[str]:
    """All spellings of an entry with endings in braces.

    >>> list(expanded("past{,s} day{,s}"))
    ['past day', 'past days', 'pasts day', 'pasts days']
    """
    head, _, rest = entry.partition("{")
    endings, _, tail = rest.partition("}")
    for ending in endings.split(","):
        yield from (head + ending + end for end in (expanded(tail) if tail else ("",)))
