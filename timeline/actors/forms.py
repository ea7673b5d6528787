"""From the tables to forms: every string that is looked for, and all that it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from timeline.actors.data import Data, items
from timeline.actors.people import surnames
from timeline.actors.scripts import foreign_names
from timeline.actors.values import FullName, Head, Lookalike, Meaning, Name, Person, Surname
from timeline.actors.words import Words
from timeline.model import Actor, Place
from timeline.spelling import expanded

Forms = dict[str, list[Meaning]]


def all_forms(
    data: Data, people: Mapping[str, Person], words: Words
) -> tuple[dict[str, Actor], dict[str, Place], Forms, Forms]:
    """Actors by code, places by name, the forms of proper names, and the phrases, which stand in any case."""
    actors = _actors(data)
    places = _places(data)
    names: Forms = {}
    for form, meaning in chain(
        _proper(data, actors, places), foreign_names(data, actors, places), _people(people), _lookalikes(data)
    ):
        if form not in words.unsure:
            _add(names, proper_cases(form), meaning)
    phrases: Forms = {}
    for phrase, meaning in _phrases(data):
        _add(phrases, {phrase}, meaning)
    return actors, places, names, phrases


def _add(forms: Forms, spellings: Iterable[str], meaning: Meaning) -> None:
    for spelling in spellings:
        meanings = forms.setdefault(spelling, [])
        if meaning not in meanings:
            meanings.append(meaning)


def proper_cases(form: str) -> set[str]:
    """A proper name as it is, and in capitals where it is too long to be taken for a word or an acronym.

    >>> sorted(proper_cases("Seoul"))
    ['SEOUL', 'Seoul']
    """
    return {form, form.upper()} if len(form) > 3 else {form}


def _actors(data: Data) -> dict[str, Actor]:
    actors = {row["code"]: Actor(row["today"] or row["code"], row["name"]) for row in data.rows["states"]}
    for table in ("organisations", "entities"):
        for row in data.rows[table]:
            actors.setdefault(row["code"], Actor(row["code"], row["name"], sector=row["sector"]))
    return actors


def _places(data: Data) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for row in data.rows["places"]:
        place = Place(row["name"], _degrees(row["lat"]), _degrees(row["lon"]), row["country"])
        for form in (row["name"], *items(row["forms"])):
            places[form] = place
    for row in data.rows["states"]:
        capitals = items(row["capital"])
        lat, lon = _degrees(row["lat"]), _degrees(row["lon"])
        for form in capitals:
            places.setdefault(form, Place(capitals[0], lat, lon, row["code"]))
        town = {} if capitals else {"lat": lat, "lon": lon}
        for form in (row["name"], *items(row["forms"])):
            places.setdefault(form, Place(row["name"], country=row["today"] or row["code"], **town))
    return places


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def _lookalikes(data: Data) -> Iterator[tuple[str, Meaning]]:
    yield from ((phrase, Lookalike()) for phrase in data.tables["lookalikes"]["phrases"])


def _proper(data: Data, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> Iterator[tuple[str, Meaning]]:
    for row in data.rows["states"]:
        actor = (actors[row["code"]],)
        for kind, cells in (("state", f"{row['name']};{row['forms']}"), ("capital", row["capital"])):
            yield from ((form, Name(kind, actor, places[form])) for form in items(cells))
        yield from ((form, Name("demonym", actor)) for form in _demonyms(row["demonyms"]))
    for table in ("organisations", "entities", "bodies"):
        for row in data.rows[table]:
            state = actors[row["code"]]
            actor = (Actor(state.code, state.name, sector=row["sector"]),)
            needs = frozenset(items(row["needs"]))
            own = [row["name"]] if table != "bodies" and not needs else []
            roles = tuple(items(row.get("roles", "")))
            yield from ((form, Name(row["kind"], actor, None, needs, roles)) for form in (*own, *items(row["forms"])))
    for row in data.rows["places"]:
        for form in (row["name"], *items(row["forms"])):
            yield form, Name("place", (), places[form])
    for group in data.tables["groups"]["group"]:
        name = Name("group", tuple(actors[code] for code in group["codes"]))
        yield from ((phrase, name) for phrase in group["phrases"])


def names_of(data: Data, actors: Mapping[str, Actor]) -> dict[str, tuple[str, ...]]:
    """The names and demonyms of each state and organisation, by its code; that of today where it has another."""
    called: dict[str, tuple[str, ...]] = {}
    for table in ("states", "organisations", "entities"):
        for row in data.rows[table]:
            code = actors[row["code"]].code
            forms = (row["name"], *items(row["forms"]), *_demonyms(row.get("demonyms", "")))
            called[code] = called.get(code, ()) + forms
    return called


def _demonyms(cell: str) -> Iterator[str]:
    """Those that end in -an or -i have a plural in -s; other plurals stand in the table."""
    for form in items(cell):
        yield form
        if form.endswith(("an", "i")):
            yield f"{form}s"


def _phrases(data: Data) -> Iterator[tuple[str, Meaning]]:
    groups = data.tables["groups"]
    for phrase in groups["references"]["phrases"]:
        yield phrase, Name("reference")
    for table in (*data.tables["heads"]["head"], *data.tables["scripts"]["head"]):
        head = Head(table["kind"], table["sector"], tuple(table.get("roles", ())), tuple(table.get("takes", ())))
        yield from ((noun, head) for entry in table["nouns"] for noun in expanded(entry))


def _people(people: Mapping[str, Person]) -> Iterator[tuple[str, Meaning]]:
    for name, person in people.items():
        words = name.split(" ")
        short = person.surname_first and len(words) == 2 and "-" not in name
        yield name, FullName(person, glued=len(words) > 2, short=short)
    for surname, bearers in surnames(people).items():
        yield surname, Surname(bearers)
