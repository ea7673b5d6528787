"""The parameters of an address: which field each one says, how it is read and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from types import MappingProxyType
from typing import Any

from timeline.errors import EdtfError
from timeline.model import EventType, Granularity, Status, TimeValue
from timeline.table.filter import BUILD

MOST = 200  # parameters and characters of a value: no honest address has more


@dataclass(frozen=True, slots=True)
class Parameter:
    """field   of the view or the filter
    read   from the values of an address, at least one, to that of the field; None where they say nothing
    write  from the value of the field to those of an address
    """

    field: str
    read: Callable[[Sequence[str]], Any]
    write: Callable[[Any], Sequence[str]]


def words(field: str) -> Parameter:
    """Any text."""
    return Parameter(field, lambda said: said[0] or None, lambda value: [value])


def many(field: str, known: Collection[str] | None = None) -> Parameter:
    """Any number of values, of a closed set or of any.

    >>> many("types", {"AID"}).read(["PARTY", "AID"])
    ('AID',)
    """
    return Parameter(field, lambda said: tuple(s for s in said if known is None or s in known) or None, list)


def name_of(field: str, known: Collection[str]) -> Parameter:
    """One of a closed set."""
    return Parameter(field, lambda said: said[0] if said[0] in known else None, lambda value: [value])


def flag(field: str) -> Parameter:
    """`1` where it is so."""
    return Parameter(field, lambda said: True if said[0] == "1" else None, lambda value: ["1"])


def answer(field: str) -> Parameter:
    """`yes` or `no`."""
    return Parameter(field, lambda said: {"yes": True, "no": False}.get(said[0]), lambda v: ["yes" if v else "no"])


def day(field: str, edge: Callable[[TimeValue], date | None], short: tuple[int, int]) -> Parameter:
    """The first or last day of an EDTF date; a year alone, where the day is that edge of it."""

    def read(said: Sequence[str]) -> date | None:
        try:
            return edge(TimeValue.from_edtf(said[0]))
        except EdtfError:
            return None

    def write(value: date) -> list[str]:
        return [f"{value.year:04}" if (value.month, value.day) == short else value.isoformat()]

    return Parameter(field, read, write)


def share(field: str) -> Parameter:
    """A number above 0, up to 1; one that is greater is 1."""

    def read(said: Sequence[str]) -> float | None:
        try:
            number = float(said[0])
        except ValueError:
            return None
        return min(number, 1.0) if isfinite(number) and number > 0 else None

    return Parameter(field, read, lambda value: [repr(value)])


def build(field: str) -> Parameter:
    """A day, or a build of that day."""
    return Parameter(field, lambda said: said[0] if BUILD.fullmatch(said[0]) else None, lambda value: [value])


FILTER: Mapping[str, Parameter] = MappingProxyType(
    {
        "actor": many("actors"),
        "since": day("since", lambda value: value.start, (1, 1)),
        "until": day("until", lambda value: value.last, (12, 31)),
        "type": many("types", frozenset(EventType)),
        "status": many("statuses", frozenset(Status)),
        "disputed": answer("disputed"),
        "said_by": many("said_by"),
        "confidence": share("min_confidence"),
        "precision": many("precisions", frozenset(Granularity)),
        "publisher": many("publishers"),
        "place": many("places"),
        "checked": answer("checked"),
        "new_since": build("new_since"),
        "q": words("text"),
    }
)
