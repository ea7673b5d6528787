"""Who a surname alone stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.values import Found, FullName, Hit, Person, Surname
from timeline.actors.words import Words

_WORD_BEFORE = re.compile(r"([\w.'-]+) \Z")
_WORD_AFTER = re.compile(r" ([A-Z][\w'-]*)")
_LONG_WORD = re.compile(r"\b\w{4,}")
_REACH = 40


def full_names(hits: list[Hit], gazetteer: Gazetteer, day: date | None) -> list[Found]:
    """Every full name that stands in the text."""
    return [
        Found(hit.start, hit.end, "person", (gazetteer.acting(full.person, day),), person=full.person)
        for hit in hits
        if isinstance(full := hit.meaning, FullName)
    ]


def resolve_surnames(
    text: str, hits: list[Hit], taken: list[Found], gazetteer: Gazetteer, day: date | None
) -> list[Found]:
    """The surnames outside of `taken` that have an owner.

    In this order: the last full name before it; the one person in office on the day, if a title stands
    before it; the first full name after it; the one person who is known by the surname alone (on the day,
    where there are several: Kim).
    A surname with a given name that nobody here has ("Melania Trump") is another person's: it has no
    owner, and afterwards the surname belongs to nobody but one who is known by it alone.
    """
    inside = _Inside(taken)
    named = _Named(taken)
    strangers: dict[str, int] = {}
    result = []
    for hit, surname in _marks(hits, inside):
        if is_stranger(text, hit, inside, gazetteer.words):
            strangers[surname.people[0].name] = hit.start
            continue
        stranger = strangers.get(surname.people[0].name, -1)
        owner = _owner(text, hit, surname, named, stranger, gazetteer, day)
        if owner:
            result.append(Found(hit.start, hit.end, "person", (gazetteer.acting(owner, day),), person=owner))
    return result


def _marks(hits: list[Hit], inside: _Inside) -> list[tuple[Hit, Surname]]:
    """The surnames outside of other mentions, in order."""
    marks = [(hit, hit.meaning) for hit in hits if isinstance(hit.meaning, Surname) and not inside.covers(hit.start)]
    return sorted(marks, key=lambda mark: mark[0].start)


class _Named:
    """Where the text names each person in full."""

    def __init__(self, found: list[Found]) -> None:
        self._starts: dict[str, list[int]] = {}
        for item in sorted((item for item in found if item.person), key=lambda item: item.start):
            if item.person:
                self._starts.setdefault(item.person.name, []).append(item.start)

    def before(self, people: tuple[Person, ...], at: int) -> tuple[int, Person | None]:
        """The last of them that is named before the offset, and where; -1 and None if there is none."""
        found: tuple[int, Person | None] = (-1, None)
        for person in people:
            starts = self._starts.get(person.name, ())
            index = bisect_left(starts, at)
            if index and starts[index - 1] > found[0]:
                found = (starts[index - 1], person)
        return found

    def first(self, people: tuple[Person, ...]) -> Person | None:
        """The first of them that the text names."""
        named = [(self._starts[person.name][0], person) for person in people if person.name in self._starts]
        return min(named, key=lambda item: item[0])[1] if named else None


class _Inside:
    """Which offsets the spans cover, and where one ends."""

    def __init__(self, spans: list[Found]) -> None:
        self._covered = {at for span in spans for at in range(span.start, span.end)}
        self._ends = {span.end for span in spans}

    def covers(self, at: int) -> bool:
        return at in self._covered

    def ends_before(self, at: int) -> bool:
        return at - 1 in self._ends


def is_stranger(text: str, hit: Hit, inside: _Inside, words: Words) -> bool:
    """Whether a given name beside the surname makes it somebody else's."""
    before = _WORD_BEFORE.search(text, max(0, hit.start - _REACH), hit.start)
    if before and before[1][0].isupper() and not inside.ends_before(hit.start) and not _headline(text, hit):
        known = before[1] in words.titles or before[1] in words.openers
        if not known and not before[1].endswith((".", "'s", "'")):
            return True
    after = _WORD_AFTER.match(text, hit.end)
    first = hit.meaning.people[0] if isinstance(hit.meaning, Surname) else None
    if not after or first is None or not first.surname_first or inside.covers(after.start(1)):
        return False
    return after[1] not in words.closers and bool(words.given_shape.fullmatch(after[1]))


def _headline(text: str, hit: Hit) -> bool:
    """Whether every longer word around has a capital, so that a capital before the surname says nothing."""
    around = text[max(0, hit.start - _REACH) : hit.start].partition(" ")[2] + text[hit.end : hit.end + _REACH]
    words = _LONG_WORD.findall(around)
    return len(words) > 2 and all(word[0].isupper() for word in words)


def _owner(  # noqa: PLR0917
    text: str, hit: Hit, surname: Surname, named: _Named, stranger: int, gazetteer: Gazetteer, day: date | None
) -> Person | None:
    start, person = named.before(surname.people, hit.start)
    if start > stranger:
        return person
    titled = _titled(text, hit.start, gazetteer.words) and _only(_in_office(surname.people, day))
    if titled:
        return titled
    named_later = named.first(surname.people)
    if named_later and stranger < 0:
        return named_later
    alone = [person for person in surname.people if person.alone]
    leaders = _in_office(alone, day) if day and stranger < 0 else []
    return _only(alone) or _only(leaders)


def _titled(text: str, start: int, words: Words) -> bool:
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return bool(before and before[1] in words.titles)


def _in_office(people: tuple[Person, ...] | list[Person], day: date | None) -> list[Person]:
    return [person for person in people if day is None or any(office.held(day) for office in person.offices)]


def _only(people: list[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None
