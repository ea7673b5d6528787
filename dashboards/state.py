"""What a reader looks at, and the address that says so.

`?actor=RUS&actor=PRK&since=2022&until=2024-06&type=CONSULT&q=letter&event=RPRK-241`: days are EDTF, and what stands
for itself (`2022` for 1 January 2022 on) is kept short. What an address says wrongly is left out, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dashboards.parameters import FILTER, MOST, Parameter, flag, name_of, words
from timeline.table.filter import Filter

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|/", re.IGNORECASE)
LOOKS = ("timeline", "calendar", "relations", "trend", "map")
LANES = ("actor", "dyad", "type")
SCHEMES = ("light", "dark")
Pairs = Mapping[tuple[str, str], None]


@dataclass(frozen=True, slots=True)
class View:
    """A filter, and how what passes it is looked at.

    event   the id of the event whose evidence is open; "" if none is
    look    one of LOOKS
    lanes   one of LANES: what has a lane of its own
    story   whether the most salient events are walked one by one
    scheme  "light" or "dark"; "" for that of the reader's system
    embed   whether it is shown without what stands around it, inside another page
    """

    filter: Filter = field(default_factory=Filter)
    event: str = ""
    look: str = LOOKS[0]
    lanes: str = LANES[0]
    story: bool = False
    scheme: str = ""
    embed: bool = False


VIEW: Mapping[str, Parameter] = MappingProxyType(
    {
        "look": name_of("look", LOOKS),
        "lanes": name_of("lanes", LANES),
        "story": flag("story"),
        "scheme": name_of("scheme", SCHEMES),
        "embed": flag("embed"),
        "event": words("event"),
    }
)


def text_of(said: object) -> str:
    """A text that a browser sent, without lone surrogates, which no encoding takes; "" for whatever is no text.

    >>> text_of("a\\ud800b"), text_of(None), text_of({"a": 1})
    ('ab', '', '')
    """
    return said.encode(errors="ignore").decode() if isinstance(said, str) else ""


def filter_from_url(url_or_query: object) -> Filter:
    """The filter of an address, or of the part of it after the question mark.

    >>> filter_from_url("http://127.0.0.1:8050/?actor=PRK&since=2022").since
    datetime.date(2022, 1, 1)
    """
    return view_from_url(url_or_query).filter


def url_from_filter(asked: Filter) -> str:
    """The query part of the address that shows `asked`: "" or from the question mark on.

    >>> from datetime import date
    >>> url_from_filter(Filter(actors=("RUS",), until=date(2024, 12, 31)))
    '?actor=RUS&until=2024'
    """
    return url_from_view(View(asked))


def view_from_url(url_or_query: object) -> View:
    """The view that an address shows; whatever it says wrongly is left out."""
    said = _said(url_or_query)
    return replace(View(), filter=replace(Filter(), **_read(said, FILTER)), **_read(said, VIEW))


def not_understood(url_or_query: object) -> list[tuple[str, str]]:
    """What `view_from_url` leaves out: parameters and values that change nothing of the view.

    >>> not_understood("?actor=RUS&type=PARTY&since=soon&look=map&look=trend")
    [('type', 'PARTY'), ('since', 'soon'), ('look', 'trend')]
    """
    read, rest = _pairs_of(url_or_query)
    first = dict(reversed([*read]))
    wrong = [(key, value) for key, value in read if not _understood(key, value, first[key] == value)]
    return [*wrong, *rest]


def url_from_view(view: View) -> str:
    """The query part of the address that shows `view`."""
    pairs = [*_pairs(view.filter, Filter(), FILTER), *_pairs(view, View(), VIEW)]
    return f"?{urlencode(pairs)}" if pairs else ""


def changed(view: View, query: str) -> View:
    """The view with what `query` says in place of what it says of the same parameters.

    >>> url_from_view(changed(View(Filter(actors=("RUS",), text="letter")), "?actor=PRK&look=map"))
    '?actor=PRK&q=letter&look=map'
    """
    said = _said(query)
    return replace(view, filter=replace(view.filter, **_read(said, FILTER)), **_read(said, VIEW))


def permalink(href: object, event_id: str) -> str:
    """The address of one event, without the filters of the page at `href`.

    >>> permalink("http://127.0.0.1:8050/?actor=RUS", "RPRK-001")
    'http://127.0.0.1:8050/?event=RPRK-001'
    """
    return re.split(r"[?#]", text_of(href), maxsplit=1)[0] + url_from_view(View(event=event_id))


def _understood(key: str, value: str, first: bool) -> bool:
    """Whether a value says something of its own: the first of its parameter, or one of many. What is said of a view by
    default is said rightly too."""
    known = FILTER.get(key) or VIEW.get(key)
    read = known and known.read([value])
    return isinstance(read, tuple) or (first and read is not None)


def _read(said: Mapping[str, Sequence[str]], known: Mapping[str, Parameter]) -> dict[str, Any]:
    """What is said of each field that is known; what says nothing is left out."""
    found = ((parameter.field, parameter.read(said[key])) for key, parameter in known.items() if key in said)
    return {name: value for name, value in found if value is not None}


def _pairs(value: object, default: object, known: Mapping[str, Parameter]) -> Iterator[tuple[str, str]]:
    for key, parameter in known.items():
        said = getattr(value, parameter.field)
        if said != getattr(default, parameter.field):
            yield from ((key, text[:MOST]) for text in parameter.write(said))


def _said(url_or_query: object) -> Mapping[str, Sequence[str]]:
    """What the query says, each value once."""
    found: dict[str, list[str]] = {}
    for key, value in _pairs_of(url_or_query)[0]:
        found.setdefault(key, []).append(value)
    return found


def _pairs_of(url_or_query: object) -> tuple[Pairs, Pairs]:
    """The parameters that are read, and those that are not: after the first MOST, or longer than MOST; each once, in
    their order."""
    head, mark, query = text_of(url_or_query).partition("?")
    if not mark:
        query = "" if ADDRESS.match(head) else head
    parts = [part for part in query.partition("#")[0].split("&") if part]
    pairs, rest = (dict.fromkeys(parse_qsl("&".join(some))) for some in (parts[:MOST], parts[MOST:]))
    read = dict.fromkeys(pair for pair in pairs if len(pair[1]) <= MOST)
    return read, dict.fromkeys(pair for pair in (*pairs, *rest) if pair not in read)
