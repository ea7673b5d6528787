"""What the gazetteer knows, and what a form in the text may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.model import Actor, Place


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody held. `start` and `end` are as precise as they are known ("2004", "2004-03");
    "" where the beginning is not known, or the end had not come by January 2026. `state` is a code of the gazetteer,
    former states included ("SUN"). `source` names the work where the dates can be checked."""

    state: str
    role: str
    title: str
    start: str
    end: str
    source: str

    def begun(self, day: date) -> bool:
        """Whether it had begun by that day, as far as is known."""
        return self.start <= day.isoformat()[: len(self.start)]

    def held(self, day: date, last: date | None = None) -> bool:
        """Whether it was held on that day, both ends included; with `last`, on a day from the one to the other.

        >>> Office("RUS", "president", "President of Russia", "2008-05-07", "2012-05-07", "").held(date(2010, 7, 1))
        True
        """
        begun = bool(self.start) and self.begun(last or day)
        return begun and (not self.end or day.isoformat()[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds or held offices. `alone`: the surname is enough to name this person."""

    name: str
    alone: bool
    surname_first: bool
    offices: tuple[Office, ...]

    def office(self, day: date | None) -> Office:
        """The last office that had begun by the day; without a day, the last of all."""
        begun = [office for office in self.offices if day is None or office.begun(day)]
        return begun[-1] if begun else self.offices[0]


@dataclass(frozen=True, slots=True)
class Name:
    """A form that stands for actors or a place. `needs`: it does so only where one of these codes is in the text.

    `roles`: it names an office ("the Kremlin chief"), whose holder it stands for."""

    kind: str
    actors: tuple[Actor, ...] = ()
    place: Place | None = None
    needs: frozenset[str] = frozenset()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that makes an actor of the state beside it; see heads.toml."""

    kind: str
    sector: str
    roles: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's full name. `glued`: so distinctive that it counts even without a space beside it."""

    person: Person
    glued: bool
    short: bool


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname, which the text before or the day gives to one of the people that bear it."""

    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A phrase that is no actor, and hides every name inside it."""


Meaning = Name | Head | FullName | Surname | Lookalike


@dataclass(frozen=True, slots=True)
class Hit:
    """A form, where it stands, and one thing that it may mean."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Found:
    """A mention on its way: what it stands for, and what is still open (who held the office, the context)."""

    start: int
    end: int
    kind: str
    actors: tuple[Actor, ...] = ()
    place: Place | None = None
    needs: frozenset[str] = frozenset()
    roles: tuple[str, ...] = ()
    person: Person | None = None
    takes: tuple[str, ...] = ()
    hidden: bool = False
