"""The actors that others name, by the codes of tieline."""

from __future__ import annotations

from functools import cache

from timeline.actors import find_actors, load_gazetteer
from timeline.reading.tables.types import resource

NOBODY = frozenset({"", "none", "null", "nan", "---"})  # what tables write where there is nobody


def of_code(code: str) -> str:
    """Our code for a three-letter code of CAMEO or ISO, of a state or an organisation; "" where we have none.

    >>> of_code("PRK"), of_code("ROM"), of_code("UNO"), of_code("AFR")
    ('PRK', 'ROU', 'UNO', '')
    """
    actor = load_gazetteer().actor(resource("countries").get(code, code))
    return actor.code if actor else ""


@cache
def of_name(name: str) -> str:
    """Our code for a name, or a code: of the state or organisation named first in it; "" where we know none.

    >>> of_name("Russian Federation"), of_name("Civilians (Ukraine)"), of_name("PRK"), of_name("Unknown crowd")
    ('RUS', 'UKR', 'PRK', '')
    """
    if name.lower() in NOBODY:
        return ""
    found = (actor.code for mention in find_actors(name) for actor in mention.actors)
    return of_code(name) or next(found, "")


def name_of(code: str) -> str:
    """The name of an actor; its code where that is a name itself."""
    actor = load_gazetteer().actor(code)
    return actor.name if actor else code


def person_of(name: str) -> str:
    """The name of a person that the gazetteer has, in our spelling; "" for any other name.

    >>> person_of("Kim Jong-un"), person_of("Citizen (Russia)")
    ('Kim Jong Un', '')
    """
    person = load_gazetteer().people.get(name)
    return person.name if person else ""
