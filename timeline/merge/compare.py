"""How much two reports look like reports of one event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.merge.apart import ids
from timeline.merge.traits import Traits
from timeline.model import EventType, Quad, Status

# Types that reports of one event mix up, and the mode of the first for which that holds ("" for all).
NEIGHBOURS = {
    (EventType.CONSULT, EventType.SUPPORT): "letter",
    (EventType.AGREE, EventType.SUPPORT): "",
    (EventType.AGREE, EventType.COOPERATE): "",
    (EventType.AID, EventType.COOPERATE): "",
}
COOPERATION = (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)
FACE_TO_FACE = {"visit", "meet"}
# What likeness in each respect adds; "side": types that have only cooperation or conflict in common.
WEIGHTS = {
    "type": 1.0, "neighbour": 0.4, "side": -0.2, "mode": 0.5, "persons": 0.5, "place": 0.4, "words": 2.0,
    "article": 0.3, "opposite": -0.3,
}  # fmt: skip
# What is needed: days known, nearly known, known to the month or year; more where the actors differ, less so where the
# same act on others, and more where one denies it.
SAME_DAY, SAME_WEEK, COARSE, OTHER_ACTORS, OTHER_TARGETS, DENIAL = 1.3, 1.6, 1.8, 0.3, 0.1, 0.2
DIGITS = 6  # beyond which a sum of weights is noise


def comparable(a: Traits, b: Traits) -> bool:
    """Whether nothing in days, actors, type and mode speaks against one event. Their status is not looked at."""
    return overlap(a, b) and _dyads(a, b) and _kinds(a, b) is not None and _modes(a, b) is not None and _directed(a, b)


def score(a: Traits, b: Traits) -> float:
    """How alike two comparable reports are. A denial is like what it denies."""
    return round(sum([weigh(a, b) for weigh in ASPECTS.values()]), DIGITS)


def needed(a: Traits, b: Traits) -> float:
    """The score from which on two reports are of one event."""
    one_day = a.first == a.last == b.first == b.last
    need = SAME_DAY if one_day else COARSE if a.coarse or b.coarse else SAME_WEEK
    others = 0.0 if a.dyad == b.dyad else OTHER_TARGETS if _same_source(a, b) else OTHER_ACTORS
    return round(need + others, DIGITS)


def _same_source(a: Traits, b: Traits) -> bool:
    """Whether just the same act in both, and reports only name more or fewer to whom they do it."""
    return a.sources == b.sources and not (a.mutual or b.mutual)


def joinable(a: Traits, b: Traits) -> bool:
    """Whether one row may hold both: rows that people wrote stay apart, and so do an act and its denial.

    Nor is what was announced when the act was over an announcement of it.
    """
    status = a.happens is b.happens and not _too_late(a, b) and not _too_late(b, a)
    return status and not (a.human and b.human) and not told_apart(a, b)


def _too_late(plan: Traits, act: Traits) -> bool:
    if plan.event.status is not Status.PLANNED or act.event.status is Status.PLANNED:
        return False
    return all(report.published and report.published.toordinal() > act.last for report in plan.event.evidence)


def told_apart(a: Traits, b: Traits) -> bool:
    """Whether a person said that they are not one event."""
    return bool(a.barred) and not a.barred.isdisjoint(ids(b.event))


def contradict(a: Traits, b: Traits) -> bool:
    """Whether, of two comparable reports, one tells what the other denies."""
    denied = {a.happens, b.happens} == {Status.ACTUAL, Status.NEGATED} and not told_apart(a, b)
    others = bool(a.persons and b.persons) and a.persons.isdisjoint(b.persons)  # of whom is it denied?
    return denied and not others and score(a, b) >= needed(a, b) + DENIAL


def overlap(a: Traits, b: Traits) -> bool:
    """Whether there is a day on which both can have been."""
    return a.first <= b.last and b.first <= a.last


def _kinds(a: Traits, b: Traits) -> float | None:
    """None where the types cannot be those of one event."""
    if a.type is b.type:
        return WEIGHTS["type"]
    if a.sentences & b.sentences:  # one sentence that tells of two acts means two
        return None
    for one, other in ((a, b), (b, a)):
        mode = NEIGHBOURS.get((one.type, other.type))
        if mode is not None and mode in ("", one.mode):
            return WEIGHTS["neighbour"]
    same_side = (a.type.quad in COOPERATION) == (b.type.quad in COOPERATION)
    return WEIGHTS["side"] if same_side and not (a.coarse or b.coarse) else None


def _dyads(a: Traits, b: Traits) -> bool:
    """Reports name more or fewer of those who take part, but two at least are the same."""
    return a.dyad == b.dyad or len(a.dyad & b.dyad) > 1


def _directed(a: Traits, b: Traits) -> bool:
    """Whether the same side acts in both; a meeting has no direction, and one visits whom the other receives."""
    folded = a.mutual or b.mutual or (_talk(a) and _talk(b))
    return folded or bool(a.sources & b.sources) or not (a.sources and b.sources)


def _talk(row: Traits) -> bool:
    return row.type is EventType.CONSULT and row.mode != "letter"


def _sides(a: Traits, b: Traits) -> float:
    """A visit and a visit in return are not alike, unless the day makes them one."""
    opposite = not (a.mutual or b.mutual or a.sources & b.sources)
    return WEIGHTS["opposite"] if opposite and (a.coarse or b.coarse) else 0.0


def _modes(a: Traits, b: Traits) -> float | None:
    """None where they differ; who visits also meets."""
    if a.type is not b.type or not (a.mode and b.mode):
        return 0.0
    return WEIGHTS["mode"] if a.mode == b.mode or {a.mode, b.mode} <= FACE_TO_FACE else None


def _persons(a: Traits, b: Traits) -> float:
    """All of the fewer in common counts in full, half of them for nothing, none against."""
    fewer = min(len(a.persons), len(b.persons))
    return WEIGHTS["persons"] * (2 * len(a.persons & b.persons) / fewer - 1) if fewer else 0.0


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
    alike = bool(_modes(a, b)) or not a.words.isdisjoint(b.words)
    return WEIGHTS["article"] if alike and (a.coarse or b.coarse) and a.articles & b.articles else 0.0


def _type(a: Traits, b: Traits) -> float:
    return _kinds(a, b) or 0.0


def _mode(a: Traits, b: Traits) -> float:
    return _modes(a, b) or 0.0


# In what two reports can be alike (more than 0) or unlike (less), and by how much.
ASPECTS: Mapping[str, Callable[[Traits, Traits], float]] = MappingProxyType(
    {
        "type": _type,
        "mode": _mode,
        "side": _sides,
        "persons": _persons,
        "place": _place,
        "words": _words,
        "article": _article,
    }
)
