"""Events as a chronology: a heading for each year, a sentence or two for each event, a note with its sources.

How it is laid out is for each format to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from timeline.figures.words import STATUS_WORDS, date_words
from timeline.model import Status
from timeline.storage.export.cite import apa_source
from timeline.storage.export.sources import Source, source_of, sources_of, was_read

Row = Mapping[str, Any]
UNDATED = "Beginning not known"


@dataclass(frozen=True, slots=True)
class Note:
    """A source as it is cited, with its address apart, and the sentence that the event rests on, if it was read."""

    citation: str
    url: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `remarks` say what a reader must know: that it was only planned, that its date is a guess."""

    event_id: str
    when: str
    title: str
    text: str
    remarks: tuple[str, ...]
    notes: tuple[Note, ...]


def years(rows: Iterable[Row]) -> Iterator[tuple[str, Iterator[Entry]]]:
    """The entries under a heading for each year in which they begin, in the order of the rows."""
    for year, group in groupby(rows, key=_year):
        yield year, map(entry, group)


def entry(row: Row) -> Entry:
    """The entry of one event."""
    text = row["summary"] if row["summary"] != row["title"] else ""
    return Entry(
        row["event_id"], date_words(row["date_edtf"]), row["title"], text, tuple(_remarks(row)), tuple(_notes(row))
    )


def _year(row: Row) -> str:
    return str(row["date_start"].year) if row["date_start"] else UNDATED


def _remarks(row: Row) -> Iterator[str]:
    if row["status"] != Status.ACTUAL:
        yield STATUS_WORDS[row["status"]].lower()
    if row["not_confirmed"]:
        yield "not confirmed"
    if row["disputed"]:
        yield "disputed"
    if row["date_basis"] == "publication":
        yield "the date is that of publication, a guess"
    if row["attributed_to"]:
        yield f"according to {', '.join(row['attributed_to'])}"


def _notes(row: Row) -> Iterator[Note]:
    quotes = {
        source_of(report, row).key: report["quote"] for report in reversed(row["articles"]) if was_read(report, row)
    }
    for source in sources_of(row):
        yield Note(apa_source(_unlinked(source)), source.url, quotes.get(source.key, ""))


def _unlinked(source: Source) -> Source:
    return Source(source.key, source.title, source.outlet, "", source.published)
