"""People and their names, in every order and spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from timeline.actors.data import Data, Row, items
from timeline.actors.scripts import foreign_people, has_letters
from timeline.actors.values import Office, Person

SURNAME_FIRST = ("korean", "east")


def read_people(data: Data) -> dict[str, Person]:
    """Every full name in every spelling -> the person. The first person of a name keeps it."""
    offices: dict[str, list[Office]] = {}
    for row in data.rows["offices"]:
        columns = {key: value for key, value in row.items() if key != "person"}
        offices.setdefault(row["person"], []).append(Office(**columns))
    people: dict[str, Person] = {}
    for row in data.rows["people"]:
        held = tuple(sorted(offices[row["person"]], key=lambda office: office.start))
        person = Person(row["person"], row["alone"] == "y", row["order"] in SURNAME_FIRST, held)
        for spelling in _spellings(row, data.tables["names"]["given"]):
            people.setdefault(spelling, person)
    known = {person.name: person for person in people.values()}
    for form, name in foreign_people(data):
        people.setdefault(form, known[name])
    return people


def surnames(people: Mapping[str, Person]) -> dict[str, tuple[Person, ...]]:
    """Surname -> all people who bear it.

    >>> from timeline.actors.data import read_data
    >>> [person.name for person in surnames(read_people(read_data()))["Lavrov"]]
    ['Sergei Lavrov']
    """
    found: dict[str, dict[Person, None]] = {}
    for name, person in people.items():
        if not has_letters(name):
            continue  # such scripts write the whole name, or the table has the surname as a form of its own
        parts = name.split()
        found.setdefault(parts[0] if person.surname_first else parts[-1], {})[person] = None
    return {surname: tuple(bearers) for surname, bearers in found.items()}


def _spellings(row: Row, given: Mapping[str, list[str]]) -> Iterator[str]:
    for name in (row["person"], *items(row["spellings"])):
        if row["order"] == "korean":
            yield from _korean(name)
        elif row["order"] == "japanese":
            first, _, last = name.partition(" ")
            yield from (name, f"{last} {first}")
        else:
            yield from _western(name, items(row["middle"]), given)


def _korean(name: str) -> Iterator[str]:
    yield name
    parts = name.replace("-", " ").split()
    if len(parts) == 3:
        family, first, second = parts
        yield from (f"{family} {first} {second}", f"{family} {first}-{second}")
        yield from (f"{family} {first}-{second.lower()}", f"{family} {first}-{second.capitalize()}")


def _western(name: str, middles: list[str], given: Mapping[str, list[str]]) -> Iterator[str]:
    first, _, rest = name.partition(" ")
    for start, middle in product((first, *given.get(first, ())), ("", *(f"{middle} " for middle in middles))):
        yield f"{start} {middle}{rest}" if rest else start
