"""What a chart says in words, and what a click on it opens: carried in the figure, for pages that show it.

`layout.meta` holds `words`, the chart in a few sentences, and `items`, its marks as a list, so that all that a mouse
can do is open to a keyboard and a screen reader too. What a mark opens stands in its `customdata`: the id of an event,
or the part of an address that asks for the events behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict
from urllib.parse import urlencode

ITEMS = 60  # of a list: more than that nobody walks through


class Item(TypedDict):
    """A mark in words, and what it opens."""

    label: str
    opens: str


def meaning(words: Iterable[str], items: Sequence[Item]) -> dict[str, Any]:
    """The `meta` of a layout.

    >>> meaning(["Nothing yet.", ""], [])
    {'words': 'Nothing yet.', 'items': []}
    """
    return {"words": " ".join(filter(None, words)), "items": list(items)}


def asks(**said: str | Sequence[str]) -> str:
    """The part of an address that shows such events on the timeline; days are EDTF.

    >>> asks(since="2022-07", until="2022-07")
    '?since=2022-07&until=2022-07&look=timeline'
    >>> asks(actor=["PRK", "RUS"])
    '?actor=PRK&actor=RUS&look=timeline'
    """
    return f"?{urlencode(said | {'look': 'timeline'}, doseq=True)}"
