"""What a reader looks at, and the address that says so.

`?actor=RUS&actor=PRK&since=2022&until=2024-06&type=CONSULT&q=letter&event=RPRK-241`: days are EDTF, and what stands
for itself (`2022` for 1 January 2022 on) is kept short. What an address says wrongly is left out, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import TypeVar
from urllib.parse import parse_qs, urlencode

from timeline.errors import EdtfError
from timeline.model import EventType, Status, TimeValue
from timeline.table.filter import Filter

T = TypeVar("T")
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|/", re.IGNORECASE)
TYPES = frozenset(EventType)
STATUSES = frozenset(Status)
MOST = 200  # parameters and characters of a value: no honest address has more


@dataclass(frozen=True, slots=True)
class View:
    """A filter, and the event whose evidence is open ("" if none is)."""

    filter: Filter = field(default_factory=Filter)
    event: str = ""


def filter_from_url(url_or_query: str) -> Filter:
    """The filter of an address, or of the part of it after the question mark.

    >>> filter_from_url("http://127.0.0.1:8050/?actor=PRK&since=2022").since
    datetime.date(2022, 1, 1)
    """
    return view_from_url(url_or_query).filter


def url_from_filter(asked: Filter) -> str:
    """The query part of the address that shows `asked`: "" or from the question mark on.

    >>> url_from_filter(Filter(actors=("RUS",), until=date(2024, 12, 31)))
    '?actor=RUS&until=2024'
    """
    return url_from_view(View(asked))


def view_from_url(url_or_query: str) -> View:
    """The view that an address shows; whatever it says wrongly is left out."""
    said = _said(url_or_query)
    asked = Filter(
        actors=tuple(said.get("actor", ())),
        since=_first(said, "since", lambda text: TimeValue.from_edtf(text).start),
        until=_first(said, "until", lambda text: TimeValue.from_edtf(text).last),
        types=tuple(name for name in said.get("type", ()) if name in TYPES),
        statuses=tuple(name for name in said.get("status", ()) if name in STATUSES),
        min_confidence=_first(said, "confidence", _share) or 0.0,
        text=_first(said, "q", str) or "",
    )
    return View(asked, _first(said, "event", str) or "")


def not_understood(url_or_query: str) -> list[tuple[str, str]]:
    """What `view_from_url` leaves out: parameters and values that change nothing of the view.

    >>> not_understood("?actor=RUS&type=PARTY&since=soon")
    [('type', 'PARTY'), ('since', 'soon')]
    """
    pairs = ((key, value) for key, values in _said(url_or_query).items() for value in values)
    return [(key, value) for key, value in pairs if view_from_url(urlencode([(key, value)])) == View()]


def url_from_view(view: View) -> str:
    """The query part of the address that shows `view`."""
    pairs = list(_pairs(view))
    return f"?{urlencode(pairs)}" if pairs else ""


def permalink(href: str, event_id: str) -> str:
    """The address of one event, without the filters of the page at `href`.

    >>> permalink("http://127.0.0.1:8050/?actor=RUS", "RPRK-001")
    'http://127.0.0.1:8050/?event=RPRK-001'
    """
    return re.split(r"[?#]", href, maxsplit=1)[0] + url_from_view(View(event=event_id))


def _pairs(view: View) -> Iterator[tuple[str, str]]:
    asked = view.filter
    yield from (("actor", code) for code in asked.actors)
    if asked.since:
        yield "since", _short(asked.since, (1, 1))
    if asked.until:
        yield "until", _short(asked.until, (12, 31))
    yield from (("type", name) for name in asked.types)
    yield from (("status", name) for name in asked.statuses)
    if asked.min_confidence > 0:
        yield "confidence", repr(asked.min_confidence)
    if asked.text:
        yield "q", asked.text[:MOST]
    if view.event:
        yield "event", view.event[:MOST]


def _short(day: date, edge: tuple[int, int]) -> str:
    """The year alone, where the day is that edge of it."""
    return f"{day.year:04}" if (day.month, day.day) == edge else day.isoformat()


def _said(url_or_query: str) -> Mapping[str, Sequence[str]]:
    """What the query says, each value once."""
    head, mark, query = url_or_query.partition("?")
    if not mark:
        query = "" if ADDRESS.match(head) else head
    try:
        found = parse_qs(query.partition("#")[0], max_num_fields=MOST)
    except ValueError:
        return {}
    return {key: list(dict.fromkeys(value[:MOST] for value in values)) for key, values in found.items()}


def _first(said: Mapping[str, Sequence[str]], key: str, read: Callable[[str], T]) -> T | None:
    try:
        return read(said[key][0]) if key in said else None
    except (EdtfError, ValueError):
        return None


def _share(text: str) -> float:
    number = float(text)
    return min(max(number, 0.0), 1.0) if isfinite(number) else 0.0
