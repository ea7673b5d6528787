"""A selection in a sentence: how many events, when, between whom, of what kind."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.figures.words import counted
from timeline.model import EventType
from timeline.model.plover import definitions
from timeline.table.pairs import pair_of
from timeline.table.picked import Picked


def summary(picked: Picked) -> str:
    """What is picked, in a sentence; the numbers in it add up from the rows themselves.

    >>> from timeline.table.frame import to_frame
    >>> from timeline.table.picked import pick
    >>> summary(pick(to_frame([], {})))
    'No events.'
    """
    if not len(picked):
        return "No events."
    return f"{', '.join(_parts(picked))}."


def _parts(picked: Picked) -> Iterator[str]:
    years = picked.index.year[picked.rows]
    known = years[years != 0]
    yield counted(len(picked), "event")
    if len(known):
        yield " to ".join(str(end) for end in dict.fromkeys((known.min(), known.max())))
    dyad, number = _most(picked, "dyad")
    if dyad:
        names = [picked.index.names.get(code, code) for code in pair_of(dyad)]
        yield f"{number:,} of them between {' and '.join(names)}"
    kind, number = _most(picked, "type")
    yield f"most often {definitions()[EventType(kind)].label.lower()} ({number:,})"
    unchecked = picked.index.facets["checked"].count(picked.kept)["no"]
    if unchecked:
        yield "none checked yet" if unchecked == len(picked) else f"{unchecked:,} not checked yet"


def _most(picked: Picked, name: str) -> tuple[str, int]:
    """The most frequent value of a facet among what is picked, and in how many rows it is; "" where none has one."""
    facet = picked.index.facets[name]
    numbers = facet.numbers(picked.kept)
    best = int(numbers.argmax()) if len(numbers) else 0
    return (facet.values[best], int(numbers[best])) if numbers.any() else ("", 0)
