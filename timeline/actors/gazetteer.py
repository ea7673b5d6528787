"""All that is known of actors, in one frozen value that is passed as an argument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from timeline.actors.data import Data, read_data
from timeline.actors.forms import all_forms, names_of
from timeline.actors.matcher import Matcher, lower
from timeline.actors.people import read_people
from timeline.actors.values import Hit, Office, Person
from timeline.actors.words import Words, read_words
from timeline.model import Actor, Place


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Actors, places, people, and every form that names them.

    `version` is a short hash of the data files. `called` are the names and demonyms of each state and organisation,
    by its code. Forms are matched all at once: the cost of a text does not grow with their number.
    """

    version: str
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    people: Mapping[str, Person]
    words: Words
    called: Mapping[str, tuple[str, ...]] = field(repr=False)
    _holders: Mapping[tuple[str, str], tuple[tuple[Office, Person], ...]] = field(repr=False)
    _names: Matcher = field(repr=False)
    _phrases: Matcher = field(repr=False)

    def actor(self, code: str) -> Actor | None:
        """The actor with that code; "SUN", say, is Russia as the Soviet Union.

        >>> load_gazetteer().actor("PRK")
        Actor(code='PRK', name='North Korea', person='', sector='')
        """
        return self.actors.get(code)

    def place(self, name: str) -> Place | None:
        """The town, region or state of that name, in any spelling that the gazetteer has."""
        return self.places.get(name)

    def who(self, name: str, day: date | None = None) -> Actor | None:
        """The person of that full name, and for whom they acted on the day.

        >>> load_gazetteer().who("Choi Sun-hee", date(2024, 6, 1)).person
        'Choe Son Hui'
        """
        person = self.people.get(name)
        return self.acting(person, day) if person else None

    def acting(self, person: Person, day: date | None) -> Actor:
        """The person as an actor, for the state and in the sector of the office of that day."""
        office = person.office(day)
        state = self.actors[office.state]
        return Actor(state.code, state.name, person.name, self.words.sectors.get(office.role, "GOV"))

    def holder(self, state: str, roles: tuple[str, ...], day: date, last: date | None = None) -> Person | None:
        """Who held the first of the roles that anybody held for the state on that day.

        With `last`: on the days from `day` to that one; None where several people held it.
        """
        for role in roles:
            held = [
                (office.start, person)
                for office, person in self._holders.get((state, role), ())
                if office.held(day, last)
            ]
            if held:
                several = last not in (None, day) and len({person.name for _, person in held}) > 1
                return None if several else max(held, key=lambda item: item[0])[1]
        return None

    def scan(self, text: str) -> list[Hit]:
        """Every form that stands in the text, overlapping ones too, inside of words too."""
        return self._names.hits(text) + self._phrases.hits(lower(text))


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that the package ships; read once."""
    return build_gazetteer(read_data())


def build_gazetteer(data: Data) -> Gazetteer:
    """A gazetteer from data files of one's own."""
    words = read_words(data)
    people = read_people(data)
    actors, places, names, phrases = all_forms(data, people, words)
    holders: dict[tuple[str, str], tuple[tuple[Office, Person], ...]] = {}
    for person in dict.fromkeys(people.values()):
        for office in person.offices:
            key = (actors[office.state].code, office.role)
            holders[key] = (*holders.get(key, ()), (office, person))
    called = names_of(data, actors)
    return Gazetteer(
        data.version, actors, places, people, words, called, holders, Matcher.of(names), Matcher.of(phrases)
    )
