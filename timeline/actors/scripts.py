"""Names in Cyrillic, Hangul and Han letters: from scripts.csv, and how they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from timeline.actors.data import Data, Row, items
from timeline.actors.values import Name
from timeline.model import Actor, Place
from timeline.spelling import expanded

_HANGUL = re.compile("[가-힣]")
_HAN = re.compile("[一-鿿]")


def has_letters(name: str) -> bool:
    """Whether the name is in an alphabet with spaces between words: Latin or Cyrillic.

    >>> has_letters("Ким Чен Ын"), has_letters("김정은")
    (True, False)
    """
    return name[0] < "\u1100"


def foreign_people(data: Data) -> Iterator[tuple[str, str]]:
    """(form, person) of every form of a person's name."""
    for row in data.rows["scripts"]:
        if row["kind"] == "person":
            yield from ((form, row["of"]) for form in _forms(row))


def foreign_names(data: Data, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> Iterator[tuple[str, Name]]:
    """(form, what it names) of states, towns and organisations; persons apart."""
    capitals = {row["code"]: items(row["capital"])[:1] for row in data.rows["states"]}
    for row in data.rows["scripts"]:
        if row["kind"] != "person":
            name = _name(row, actors, places, capitals)
            yield from ((case, name) for form in _forms(row) for case in {form, form[0].upper() + form[1:]})


def _forms(row: Row) -> Iterator[str]:
    return (form for entry in items(row["forms"]) for form in expanded(entry))


def _name(
    row: Row, actors: Mapping[str, Actor], places: Mapping[str, Place], capitals: Mapping[str, list[str]]
) -> Name:
    kind, named = row["kind"], row["of"]
    if kind == "place":
        return Name(kind, (), places[named])
    if kind == "group":
        return Name(kind, tuple(actors[code] for code in named.split()))
    known = actors[named]
    where = {"state": [known.name], "capital": capitals.get(named, [])}.get(kind, [])
    sector = row["sector"] or known.sector
    return Name(kind, (Actor(known.code, known.name, sector=sector),), next(map(places.get, where), None))


def tail_pattern(data: Data) -> re.Pattern[str]:
    """What may be written on to a name in Hangul: nouns of office, then a particle."""
    table = data.tables["scripts"]
    heads = [noun for head in table["head"] for noun in head["nouns"] if _HANGUL.match(noun)]
    nouns, particles = (
        "|".join(sorted(words, key=len, reverse=True)) for words in ([*heads, *table["nouns"]], table["particles"])
    )
    return re.compile(f"(?:{nouns}){{0,3}}(?:{particles})?(?![가-힣])")


def stands_unspaced(text: str, start: int, end: int, tail: re.Pattern[str], *, inner: bool) -> bool:
    """Whether a form that touches other letters is a name all the same.

    Chinese writes without spaces. Korean writes particles and some nouns on; `inner`: the form is such a noun,
    which may follow a name directly.
    """
    if _HAN.match(text, start):
        return True
    if not inner and start and text[start].isalnum() and text[start - 1].isalnum():
        return False
    return bool(_HANGUL.match(text, end) or _HANGUL.match(text, start)) and bool(tail.match(text, end))
