"""Why two reports were taken for one event, in words: of the same aspects that make the score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from timeline.merge.apart import Apart
from timeline.merge.compare import ASPECTS, needed, score
from timeline.merge.join import join, order
from timeline.merge.lexicon import load_lexicon
from timeline.merge.steps import Rows
from timeline.merge.traits import Traits, named, together, told
from timeline.merge.words import words
from timeline.model import Event, Granularity, Joined
from timeline.model.plover import definitions

MOST_WORDS = 8  # that are named of those in common
SHORT = 2  # letters; such words do not count
Words = Callable[[Traits, Traits], str]


def joined(rows: Rows, group: Sequence[int], beside: Mapping[int, Sequence[int]], apart: Apart) -> Traits:
    """The rows of a group as one; each report but those of the founding row says why it is one of them.

    group   numbers of rows
    beside  for each of them, those that it was found alike: just enough to hang the group together
    """
    found = _parents(min(group, key=lambda number: order(rows[number].event)), beside)
    events = (
        _explained(rows[number], rows[parent]) if parent != number else rows[number].event for number, parent in found
    )
    return together([rows[number] for number in group], join(list(events)), apart)


def _parents(root: int, beside: Mapping[int, Sequence[int]]) -> list[tuple[int, int]]:
    """All that hang together with the root, each with the next one on the way there; the root with itself."""
    found, seen = [(root, root)], {root}
    for parent, _ in found:
        new = [number for number in beside[parent] if number not in seen]
        found += [(number, parent) for number in new]
        seen.update(new)
    return found


def _explained(row: Traits, other: Traits) -> Event:
    """The row's event, whose founding report now says to which it was found alike; what joined it before stays."""
    why = Joined(other.event.event_id, round(score(row, other), 3), round(needed(row, other), 3), reasons(row, other))
    return replace(
        row.event,
        evidence=tuple(report if report.joined else replace(report, joined=why) for report in row.event.evidence),
    )


def reasons(a: Traits, b: Traits) -> str:
    """In what two comparable reports are alike, and in what not.

    Made of the days, the actors, and each aspect of the score that is not 0: "same day; same actors; same kind: visit".
    """
    return "; ".join(filter(None, (_days(a, b), _actors(a, b), *_weighed(a, b))))


def _weighed(a: Traits, b: Traits) -> Iterator[str]:
    against = []
    for name, weigh in ASPECTS.items():
        weight = weigh(a, b)
        if weight > 0 and name in ALIKE:
            yield ALIKE[name](a, b)
        elif weight < 0 and name in UNLIKE:
            against.append(UNLIKE[name])
    if against:
        yield f"although {' and '.join(against)}"


def _days(a: Traits, b: Traits) -> str:
    """How the dates go together, as they are told."""
    guesses = [row.event.date_basis == "publication" for row in (a, b)]
    if any(guesses):
        return f"{'both' if all(guesses) else 'one'} without a date, from about the same time"
    fine, coarse = sorted((a, b), key=lambda row: row.last - row.first)
    if a.event.when == b.event.when:
        return f"same {_unit(a)}"
    within = coarse.first <= fine.first and fine.last <= coarse.last
    return f"{_unit(fine)} within the {_unit(coarse)}" if within else "days that overlap"


def _unit(row: Traits) -> str:
    unit = row.event.when.granularity
    return "days" if unit is Granularity.INTERVAL else unit.value


def _actors(a: Traits, b: Traits) -> str:
    if a.dyad == b.dyad:
        return "same actors"
    names = {actor.code: actor.name for actor in (*a.event.source, *a.event.target)}
    return f"actors in common: {_listed(names[code] for code in a.dyad & b.dyad)}"


def _kind(row: Traits) -> str:
    kind = definitions()[row.type]
    return kind.modes.get(row.mode, kind.label.lower())


def _kinds(a: Traits, b: Traits) -> str:
    """The type; and the mode, where it is that of both."""
    if a.type is not b.type:
        return f"kinds that reports mix up: {_listed((_kind(a), _kind(b)))}"
    return f"same kind: {_kind(a) if a.mode == b.mode else definitions()[a.type].label.lower()}"


def _people(a: Traits, b: Traits) -> str:
    return _listed(name for name in named(a.event) if name.casefold() in b.persons)


def _words(a: Traits, b: Traits) -> str:
    """The words in common, as the first of the two has them."""
    stem, common = load_lexicon().stem, a.words & b.words
    found: dict[str, str] = {}
    for word in words(told(a.event)):
        if len(word) > SHORT and stem(word) in common:
            found.setdefault(stem(word), word)
    more = f" and {len(found) - MOST_WORDS} more" * (len(found) > MOST_WORDS)
    return f"words in common: {', '.join(sorted(found.values())[:MOST_WORDS])}{more}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


ALIKE: Mapping[str, Words] = MappingProxyType(
    {
        "type": _kinds,
        "persons": _people,
        "place": lambda a, b: f"both in {a.event.place.name}" if a.event.place else "",
        "words": _words,
        "article": lambda a, b: "same article",
    }
)
UNLIKE: Mapping[str, str] = MappingProxyType(
    {
        "type": "the kinds differ",
        "side": "the other side acts",
        "persons": "other people are named",
        "place": "another place is named",
    }
)
