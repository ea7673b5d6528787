"""What the surroundings say of a mention: that it is none, or who held the office."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.values import Found
from timeline.model import Actor

_JOINTS = (" ", "", "'s ", ", ")
_OF = (" of ", " of the ")
_STATES = ("state", "demonym")
_BODIES = ("organisation", "government")


def longest(found: list[Found]) -> list[Found]:
    """The first of each place, the longest of those that begin there; none overlap.

    A reference gives way to any name: "the leader" to "leader of North Korea".

    >>> [item.end for item in longest([Found(0, 5, "state"), Found(0, 9, "office"), Found(6, 9, "person")])]
    [9]
    """
    names = _in_order([item for item in found if item.kind != "reference"])
    references = [item for item in found if item.kind == "reference"]
    return _in_order([*names, *(item for item in references if not _overlaps(item, names))]) if references else names


def _in_order(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end, not item.roles)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _overlaps(item: Found, names: list[Found]) -> bool:
    """Whether it shares a character with one of the names, which are in order."""
    at = bisect_left(names, item.end, key=lambda name: name.start)
    return at > 0 and names[at - 1].end > item.start


def in_context(text: str, found: list[Found], gazetteer: Gazetteer) -> list[Found]:
    """Without the look-alikes, the qualities ("US-led"), and the names whose context is not here."""
    codes = {actor.code for item in found if not item.needs for actor in item.actors}
    known = {item.start for item in found}
    return [
        item
        for item in found
        if not item.hidden
        and (not item.needs or (item.needs & codes and not _goes_on(text, item.end, known)))
        and not gazetteer.words.endings.match(text, item.end)
        and not gazetteer.words.beginnings.search(text, max(0, item.start - 6), item.start)
        and not (text[item.start : item.end] in gazetteer.words.given_names and _goes_on(text, item.end, known))
    ]


def _goes_on(text: str, end: int, known: set[int]) -> bool:
    """Whether a capitalised word of no known name follows: then both are one name ("the South Pacific")."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and end + 1 not in known


def join_bodies(text: str, found: list[Found]) -> Iterator[Found]:
    """A body and its own state beside it are one mention: "Japan's Self-Defense Forces", "the Knesset of Israel"."""
    last: Found | None = None
    for item in found:
        if last and _own(last, item) and not last.actors[0].sector and text[last.end : item.start] in _JOINTS[:3]:
            last = replace(item, start=last.start)
        elif last and _own(item, last) and text[last.end : item.start] in _OF:
            last = replace(last, end=item.end)
        else:
            if last:
                yield last
            last = item
    if last:
        yield last


def _own(state: Found, body: Found) -> bool:
    """Whether the second is a body or an office with a name of its own, the first its state or the body above it."""
    return (
        body.kind in (*_BODIES, "office")
        and state.kind in (*_STATES, *_BODIES)
        and len(state.actors) == len(body.actors) == 1
        and bool(body.actors[0].sector)
        and state.actors[0].code == body.actors[0].code
    )


def join_offices(text: str, found: Iterable[Found], gazetteer: Gazetteer, day: date | None) -> Iterator[Found]:
    """An office and the person beside it are one mention; an office alone gets its holder on the day."""
    last: Found | None = None
    for item in found:
        if last and item.person and _joined(text, last, item):
            last = replace(item, start=last.start)
            continue
        if last:
            yield last
        if last and _apposed(text, last, item):
            last = replace(item, actors=last.actors, roles=())
        else:
            last = item if item.person or not item.roles else _held(text, item, gazetteer, day)
    if last:
        yield last


def _apposed(text: str, last: Found, item: Found) -> bool:
    """Whether the office explains the person before it: "No Kwang Chol, minister of National Defence of the DPRK"."""
    if not last.person or not item.roles or item.actors[0].code != last.actors[0].code:
        return False
    held = {office.role for office in last.person.offices}
    return text[last.end : item.start] in (", ", ", the ") and not held.isdisjoint(item.roles)


def _joined(text: str, last: Found, item: Found) -> bool:
    same = not last.person and len(last.actors) == 1 and last.actors[0].code == item.actors[0].code
    if not same or last.kind in ("organisation", "place"):
        return False
    joints = _JOINTS if last.kind == "office" else _JOINTS[:3]
    return text[last.end : item.start] in joints


def _held(text: str, item: Found, gazetteer: Gazetteer, day: date | None) -> Found:
    """Not where a capitalised word follows: that is the name of somebody whom the gazetteer does not know."""
    if _goes_on(text, item.end, set()):
        return replace(item, roles=())
    if day is None:
        return item
    actor = item.actors[0]
    holder = gazetteer.holder(actor.code, item.roles, day)
    return replace(item, actors=(Actor(actor.code, actor.name, holder.name, actor.sector),)) if holder else item
