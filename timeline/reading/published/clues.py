"""What speaks for a day of publication, and which of several clues is believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.reading.published.when import When

GIVEN, FIELD, FRONT, LINKED, META = "given", "metadata", "front matter", "JSON-LD", "meta tag"
DATELINE, ADDRESS, FILE, LINE, MADE = "dateline", "address", "file name", "date line", "file properties"
ORDER = (GIVEN, FIELD, FRONT, LINKED, META, DATELINE, ADDRESS, FILE, LINE, MADE)  # the first is believed
TAGS = frozenset({LINKED, META, LINE, MADE})  # what programs write, and may date to the day on which they ran
NEAR = timedelta(1)  # a dateline and a day of print lie no further apart
LATE = timedelta(30)  # a site that was moved dates its old articles anew


@dataclass(frozen=True, slots=True)
class Clue:
    """A day, and what tells it."""

    basis: str
    when: When


@dataclass(frozen=True, slots=True)
class Choice:
    """The clue that is believed, and in words what speaks against it."""

    clue: Clue
    note: str = ""


def choose(clues: Iterable[Clue], saved: date | None = None) -> Choice | None:
    """The first clue in ORDER, unless it is the day on which the page was saved or moved, as others show.

    >>> tag, place = Clue(META, When(date(2024, 11, 3))), Clue(ADDRESS, When(date(2022, 8, 15)))
    >>> choose([tag, place]).note
    'the address says 2022-08-15'
    >>> found = choose([tag, place], saved=date(2024, 11, 3))
    >>> found.clue.basis, found.note
    ('address', 'the meta tag says 2024-11-03, the day on which the page was saved')
    """
    left = sorted(clues, key=lambda clue: ORDER.index(clue.basis))
    why = dict[Clue, str]()
    for clue in left:
        others = [other for other in left if other is not clue]
        if reason := _posing(clue, others, saved):
            why[clue] = reason
    if not left:
        return None
    best = next((clue for clue in left if clue not in why), left[0])
    against = (clue for clue in left if abs(clue.when.day - best.when.day) > NEAR)
    said = dict.fromkeys(f"the {clue.basis} says {clue.when.day}{why.get(clue, '')}" for clue in against)
    return Choice(best, "; ".join(said))


def _posing(clue: Clue, others: Sequence[Clue], saved: date | None) -> str:
    """Why a day is no day of publication, for all that it is called one; "" where nothing says so."""
    day = clue.when.day
    if saved and day > saved + NEAR:
        return ", which is after the page was saved"
    if clue.basis not in TAGS:
        return ""
    earlier = [other.when.day for other in others if other.when.day < day - NEAR]
    if saved and abs(saved - day) <= NEAR and earlier:
        return ", the day on which the page was saved"
    moved = [one for one in earlier if one < day - LATE and sum(abs(one - other) <= NEAR for other in earlier) > 1]
    return ", long after the others agree that it appeared" if moved else ""
