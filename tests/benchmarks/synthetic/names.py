"""Names that nobody bears, of people, towns and companies; the states as the gazetteer has them; numbers and days."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from random import Random

from tests.benchmarks.synthetic.dating import MONTHS, WEEKDAYS, tell_day
from tests.benchmarks.synthetic.grammar import (
    Filler,
    Grammar,
    Table,
    Teller,
    compile_phrases,
    pick,
    read_parts,
    read_words,
    zipf,
)

PARTS = read_parts()
THE = {name: f"the {name}" for name in ("United States", "United Kingdom", "Netherlands", "Philippines", "Bahamas")}
THE |= {name: f"the {name}" for name in ("Czech Republic", "Dominican Republic", "United Arab Emirates", "Maldives")}
HOW_MANY = 24_000  # surnames; as many as give a new one in every few sentences, however long the archive
MANY = 1 << 16
AGO = (0, 0, 1, 1, 2, 3, 4, 6, 9, 12, 20, 30, 45, 70, 120, 300, 400, 800, 1500, 3000)


@dataclass(frozen=True, slots=True)
class State:
    """A state of the gazetteer: its code, and what a newspaper calls it."""

    code: str
    name: str
    people: str
    capital: str


@cache
def states() -> tuple[State, ...]:
    """All that exist today and have a capital: those that are in the news most come first."""
    path = files("timeline") / "actors" / "tables" / "states.csv"
    rows = [row for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()) if not row["today"]]
    first = PARTS["first_states"]
    rows.sort(key=lambda row: (first.index(row["code"]) if row["code"] in first else len(first), row["code"]))
    return tuple(
        State(
            row["code"], THE.get(row["name"], row["name"]), row["demonyms"].split(";")[0], row["capital"].split(";")[0]
        )
        for row in rows
        if row["capital"] and row["demonyms"]
    )


def made_up(endings: Sequence[str], count: int, chance: Random) -> list[str]:
    """Different names of two or three syllables, in the order in which they came up."""

    draw, found = chance.random, dict[str, None]()
    opening = [onset + vowel for onset in PARTS["onset"] for vowel in PARTS["vowel"]]
    while len(found) < count:
        parts = [opening, opening, PARTS["coda"], endings] if draw() < 0.4 else [opening, PARTS["coda"], endings]
        found["".join(pick(part, draw) for part in parts).capitalize()] = None
    return list(found)


@cache
def grammar() -> Grammar:
    """The words, phrases and names of the archive; the same at every call and on every machine."""
    words, chance = read_words(), Random("names")
    words["surname"] = zipf(made_up(PARTS["surname_end"], HOW_MANY, chance), MANY, 4)
    words["town"] = zipf(made_up(PARTS["town_end"], HOW_MANY // 4, chance), MANY, 4)
    named = made_up(["co", "ex", "tec"], HOW_MANY // 8, chance)
    words["company"] = zipf([f"{name} {pick(words['company_kind'], chance.random)}" for name in named], MANY, 4)
    words["state"], words["people"], words["capital"] = (
        zipf([getattr(state, field) for state in states()], head=3) for field in ("name", "people", "capital")
    )
    words |= SMALL
    return Grammar(compile_phrases(words, FILLERS), words)


def _number(teller: Teller) -> str:
    """Between 10 and 100,000, the small ones as frequent as the large."""
    size = 10 ** (1 + int(teller.draw() * 4))
    return f"{int(size * (1 + 9 * teller.draw())):,}"


def _between(low: int, high: int) -> Filler:
    return lambda teller: str(low + int(teller.draw() * (high - low)))


def _year(teller: Teller) -> str:
    return str(teller.published.year - int(60 * teller.draw() ** 3))


def _day(teller: Teller) -> str:
    """A day that has nothing to do with the news."""
    ago = pick(AGO, teller.draw)
    return tell_day(teller.published - timedelta(ago), teller.published, teller.draw)


SMALL: Mapping[str, Table] = {
    "weekday": WEEKDAYS,
    "month": MONTHS,
    "quarter": ("first", "second", "third", "fourth"),
    "rose_fell": ("rose", "fell", "climbed", "dropped", "grew", "slipped"),
    "weekday_ru": ("в понедельник", "во вторник", "в среду", "в четверг"),
    "weekday_de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag"),
    "weekday_fr": ("lundi", "mardi", "mercredi", "jeudi"),
}
FILLERS: Mapping[str, Filler] = {
    "number": _number,
    "number_small": _between(2, 30),
    "low": _between(2, 40),
    "age": _between(19, 84),
    "percent": lambda teller: f"{teller.draw() * 12:.1f}",
    "year": _year,
    "day": _day,
    "decade": lambda teller: f"{teller.published.year // 10 * 10 - 10 * int(1 + 5 * teller.draw())}s",
}


@cache
def leader(state: State, office: str, year: int) -> str:
    """Who holds the office: another one every five years."""
    draw = Random(f"{state.code} {office} {year // 5}").random
    return f"{grammar().word('given', draw)} {grammar().word('surname', draw)}"
