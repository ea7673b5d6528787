"""When an article was published: the first clue in ORDER is believed, and what speaks against it is told.

given by the user, a field or the front matter, JSON-LD and meta tags, the dateline, the address, the name of the file,
a date line under the title. Where there is none, a day may be inferred from the text, and is marked as that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NoReturn

from timeline.errors import InputError, PublishedError
from timeline.model.text import INFERRED
from timeline.reading.published import clues as basis
from timeline.reading.published.address import day_in_address, day_in_name
from timeline.reading.published.clues import Clue, choose
from timeline.reading.published.heads import dateline_day, line_day
from timeline.reading.published.infer import close_ones, propose_days
from timeline.reading.published.when import When, read_when
from timeline.reading.published.zones import localised, zone_of
from timeline.reading.records import Record

HOW = (
    "a publication date, but nothing tells it; give it with --published DATE, a `published` field, or in the name of "
    "the file, such as 2022-08-15-title.txt, or let --infer-dates propose one"
)
WHY = (
    "a publication date, but nothing tells it, and the text names no day together with what gives its year away; "
    "give it with --published DATE"
)


@dataclass(frozen=True, slots=True)
class Published:
    """The day in the source's own zone, the time if it is known with its zone, how it is known, and what to doubt."""

    day: date
    at: datetime | None
    basis: str
    note: str = ""


def published_of(record: Record, given: date | None = None, infer: bool = False, language: str = "en") -> Published:
    """The day of an article. Raises PublishedError where nothing tells it, InputError where its field tells none.

    With `infer` a day is proposed from the text, which is in `language`, where nothing else tells it.
    """
    zone = zone_of(record.text("url") or record.hints.url, record.text("source"))
    found = [Clue(clue.basis, localised(clue.when, zone)) for clue in _clues(record, given)]
    choice = choose(found, record.hints.saved)
    if choice:
        when = choice.clue.when
        return Published(when.day, when.at if when.at and when.at.tzinfo else None, choice.clue.basis, choice.note)
    return _inferred(record, language) if infer else _unknown(record, HOW)


def _inferred(record: Record, language: str) -> Published:
    proposals = close_ones(propose_days(record.text("text"), language))
    if not proposals:
        return _unknown(record, WHY)
    return Published(proposals[0].day, None, INFERRED, ", or ".join(map(str, proposals)))


def _unknown(record: Record, words: str) -> NoReturn:
    raise PublishedError("", record.where, words)


def _clues(record: Record, given: date | None) -> Iterator[Clue]:
    text, told = record.text("text"), record.text("published").strip()
    if given:
        yield Clue(basis.GIVEN, When(given))
    if told:
        yield Clue(record.basis, _read(told, f"{record.where}, field {record.called('published')}"))
    yield from record.clues
    if when := dateline_day(text):
        yield Clue(basis.DATELINE, when)
    if day := day_in_address(record.text("url") or record.hints.url):
        yield Clue(basis.ADDRESS, When(day))
    if not told and (day := day_in_name(record.name)):
        yield Clue(basis.FILE, When(day))
    if not told and (when := line_day(text)):
        yield Clue(basis.LINE, when)


def _read(told: str, where: str) -> When:
    when = read_when(told)
    if when is None:
        raise InputError(told, where, "a day such as 2022-08-15, or a day and time")
    return when
