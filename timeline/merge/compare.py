"""How much two reports look like reports of one event."""

from __future__ import annotations

from timeline.merge.traits import Traits
from timeline.model import EventType, Status

# Types that reports of one event mix up, and the mode of the first for which that holds ("" for all).
NEIGHBOURS = {
    (EventType.CONSULT, EventType.SUPPORT): "letter",
    (EventType.AGREE, EventType.SUPPORT): "",
    (EventType.AGREE, EventType.COOPERATE): "",
    (EventType.AID, EventType.COOPERATE): "",
}
FACE_TO_FACE = {"visit", "meet"}
WEIGHTS = {"type": 1.0, "neighbour": 0.4, "mode": 0.5, "persons": 0.5, "place": 0.4, "words": 2.0, "article": 0.3}
# What is needed: days known, nearly known, known to the month or year; and more where the actors are not the same.
SAME_DAY, SAME_WEEK, COARSE, OTHER_ACTORS, DENIAL = 1.3, 1.6, 1.9, 0.4, 2.0


def comparable(a: Traits, b: Traits) -> bool:
    """Whether nothing in days, actors, type and mode speaks against one event. Their status is not looked at."""
    return overlap(a, b) and _kinds(a, b) > 0 and _modes(a, b) is not None and _dyads(a, b) and _directions(a, b)


def score(a: Traits, b: Traits) -> float:
    """How alike two comparable reports are. A denial is like what it denies."""
    return _kinds(a, b) + (_modes(a, b) or 0.0) + _persons(a, b) + _place(a, b) + _words(a, b) + _article(a, b)


def needed(a: Traits, b: Traits) -> float:
    """The score from which on two reports are of one event."""
    days = max(a.last - a.first, b.last - b.first) + 1
    need = SAME_DAY if days == 1 else COARSE if a.coarse or b.coarse else SAME_WEEK
    return need + OTHER_ACTORS * (a.dyad != b.dyad)


def joinable(a: Traits, b: Traits) -> bool:
    """Whether one row may hold both: rows that people wrote stay apart, and so do an act and its denial."""
    return a.happens is b.happens and not (a.human and b.human) and overlap(a, b)


def contradict(a: Traits, b: Traits) -> bool:
    """Whether, of two comparable reports, one tells what the other denies."""
    return {a.happens, b.happens} == {Status.ACTUAL, Status.NEGATED} and score(a, b) >= DENIAL


def overlap(a: Traits, b: Traits) -> bool:
    """Whether there is a day on which both can have been."""
    return a.first <= b.last and b.first <= a.last


def _kinds(a: Traits, b: Traits) -> float:
    if a.type is b.type:
        return WEIGHTS["type"]
    if a.sentences & b.sentences:  # one sentence that tells of two acts means two
        return 0.0
    for one, other in ((a, b), (b, a)):
        mode = NEIGHBOURS.get((one.type, other.type))
        if mode is not None and mode in ("", one.mode):
            return WEIGHTS["neighbour"]
    return 0.0


def _dyads(a: Traits, b: Traits) -> bool:
    return a.dyad == b.dyad or (len(a.dyad & b.dyad) > 1 and (a.dyad <= b.dyad or b.dyad <= a.dyad))


def _directions(a: Traits, b: Traits) -> bool:
    """A mutual act and one told from one side are alike; two told from opposite sides are not."""
    return a.mutual or b.mutual or bool(a.sources & b.sources and (a.targets & b.targets or not a.targets | b.targets))


def _modes(a: Traits, b: Traits) -> float | None:
    """None where they differ."""
    if a.type is not b.type or not (a.mode and b.mode):
        return 0.0
    if a.mode == b.mode:
        return WEIGHTS["mode"]
    return 0.8 * WEIGHTS["mode"] if {a.mode, b.mode} <= FACE_TO_FACE else None


def _persons(a: Traits, b: Traits) -> float:
    if not a.persons or not b.persons:
        return 0.0
    return WEIGHTS["persons"] if a.persons & b.persons else -WEIGHTS["persons"]


def _place(a: Traits, b: Traits) -> float:
    if not a.place or not b.place:
        return 0.0
    return WEIGHTS["place"] if a.place == b.place else -WEIGHTS["place"]


def _words(a: Traits, b: Traits) -> float:
    if a.sentences & b.sentences or not a.words or not b.words:
        return 0.0
    shorter = max(min(len(a.words), len(b.words)), 4)  # a row of two words is soon contained
    return WEIGHTS["words"] * len(a.words & b.words) / shorter


def _article(a: Traits, b: Traits) -> float:
    """Within one article, a report that is vague about the date looks back to what is dated elsewhere in it."""
    return WEIGHTS["article"] if a.articles & b.articles else 0.0
