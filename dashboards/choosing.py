"""What there is to choose in the panel of filters, and what each choice would leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

from dashboards.picking import Picking
from dashboards.state import not_understood, url_from_filter
from timeline.figures.asked import parts
from timeline.figures.theme import SYMBOLS
from timeline.figures.words import QUAD_WORDS, STATUS_WORDS, UNIT_WORDS, day_words
from timeline.model import EventType, Status
from timeline.model.plover import definitions
from timeline.table.bits import count
from timeline.table.filter import Filter
from timeline.table.selection import Selection

LISTED = 1000  # values of a facet: rarer ones are found by words
NAMED = 40  # characters of a value that was not understood
SHARES = ("0.5", "0.7", "0.8", "0.9")
WHOLE: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "type": tuple(EventType),
        "status": tuple(Status),
        "disputed": ("yes", "no"),
        "checked": ("yes", "no"),
        "confidence": SHARES,
    }
)
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A value with its words; with a class for its mark, the group that it is listed in, and what more there is to
    say of it."""

    value: str
    label: str
    mark: str = ""
    group: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A list to choose from.

    key     its parameter in the address
    name    of the facet in the index
    label   its heading
    item    words for a value
    one     whether a choice takes the place of the one before
    about   a line below the heading
    closed  whether it is folded up until it is asked for
    """

    key: str
    name: str
    label: str
    item: Callable[[str, Names], Item]
    one: bool = False
    about: str = ""
    closed: bool = True


def _same(value: str, _: Names) -> Item:
    return Item(value, value)


def _type(value: str, _: Names) -> Item:
    kind, known = EventType(value), definitions()[EventType(value)]
    about = f"{known.definition} PLOVER code {value}."
    return Item(value, known.label, f"mark {SYMBOLS[value]} quad-{int(kind.quad)}", QUAD_WORDS[int(kind.quad)], about)


def _build(value: str, _: Names) -> Item:
    day, _dot, number = value.partition(".")
    try:
        words = day_words(date.fromisoformat(day))
    except ValueError:
        return Item(value, value)
    return Item(value, f"{words}, build {int(number)}" if number.isdigit() else words)


def _worded(words: Mapping[str, str]) -> Callable[[str, Names], Item]:
    return lambda value, _: Item(value, words[value].capitalize() if value in words else value)


FACETS: tuple[Facet, ...] = (
    Facet(
        "actor",
        "actor",
        "Who",
        lambda code, names: Item(code, names.get(code, code), about=code),
        about="Events that involve all of these. Who acts for a state counts as it.",
        closed=False,
    ),
    Facet("type", "type", "What happened", _type, closed=False),
    Facet("status", "status", "Did it happen?", _worded(STATUS_WORDS), closed=False),
    Facet("disputed", "disputed", "Disputed", _worded({"yes": "Disputed", "no": "Not disputed"}), one=True),
    Facet("said_by", "said_by", "Who says so", _same, about="Who is told to claim it, beside the publisher."),
    Facet("publisher", "publisher", "Published by", _same),
    Facet("checked", "checked", "Checked", _worded({"yes": "By a person", "no": "Not yet"}), one=True),
    Facet(
        "confidence", "confidence", "Confidence", lambda share, _: Item(share, f"{float(share):.0%} or more"), one=True
    ),
    Facet("precision", "precision", "How precise the date is", _worded(UNIT_WORDS)),
    Facet("new_since", "built", "New since", _build, one=True, about="What a build added, and those after it."),
)


def choices(table: Picking) -> dict[str, list[list[str]]]:
    """What the lists hold, once for the page: of each facet the most frequent values, each as [value, label, class of
    its mark, group, about]."""
    found = table.selection(Filter()).counts()
    return {
        facet.key: [_cells(facet.item(value, table.index.names)) for value in _values(facet, found)] for facet in FACETS
    }


def _cells(item: Item) -> list[str]:
    return [item.value, item.label, item.mark, item.group, item.about]


def _values(facet: Facet, found: Mapping[str, Mapping[str, int]]) -> Sequence[str]:
    """Those of a small closed set all, and else those that there are, the most frequent first."""
    if facet.key in WHOLE:
        return WHOLE[facet.key]
    return [value for value, count in found[facet.name].items() if count][:LISTED]


def left(selection: Selection, listed: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, list[int]]:
    """How many events each choice would leave, in the order of the lists."""
    found = selection.counts() | {"confidence": _by_confidence(selection)}
    return {facet.key: [found[facet.name].get(item[0], 0) for item in listed[facet.key]] for facet in FACETS}


def _by_confidence(selection: Selection) -> dict[str, int]:
    others = selection.without("confidence").bits
    return {share: count(others & selection.index.at_least(float(share))) for share in SHARES}


def chips(asked: Filter, names: Names) -> list[dict[str, Any]]:
    """What is filtered, in words, with what has to go from the address to take it away."""
    whole = _said(asked)
    return [
        {"words": part.words, "less": [list(pair) for pair in whole if pair not in _said(part.without)]}
        for part in parts(asked, names)
    ]


def _said(asked: Filter) -> list[tuple[str, str]]:
    return parse_qsl(url_from_filter(asked).removeprefix("?"))


def complaint(query: str) -> dict[str, Any]:
    """What of an address was not understood, and the words to say so; "" where all of it was.

    >>> complaint("?type=PARTY&since=soon")["words"]
    'Of this address, “type=PARTY” and “since=soon” were not understood and left out.'
    """
    wrong = not_understood(query)
    named = [f"“{key}={cut(value)}”" for key, value in wrong[:3]] + [f"{len(wrong) - 3} more"] * (len(wrong) > 3)
    said = " and ".join(filter(None, (", ".join(named[:-1]), named[-1]))) if named else ""
    verb = "was" if len(wrong) == 1 else "were"
    words = f"Of this address, {said} {verb} not understood and left out." if wrong else ""
    return {"words": words, "less": [list(pair) for pair in wrong]}


def cut(value: str) -> str:
    """A value that is short enough to be named.

    >>> cut("x" * 100)
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'
    """
    return value if len(value) <= NAMED else f"{value[: NAMED - 1]}…"
