"""A calendar (RFC 5545): all-day events, uncertain dates as spans over all days in question.

A calendar's last day is the day after ours. What goes on without a known end stands on the first day that is known, and
what has no day at all is a journal entry, which may do without. Lines are folded after 75 bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, BinaryIO

from timeline.figures.words import PRECISION_WORDS, shown_precision
from timeline.model import EventType, Status
from timeline.model.plover import definitions
from timeline.storage.export.about import About
from timeline.storage.export.chronology import Entry, entry
from timeline.storage.export.markup import printable
from timeline.storage.export.rows import Rows

Row = Mapping[str, Any]
WIDTH = 75  # bytes of a line
STAMP = "20000101T000000Z"  # the clock changes no bytes
_STATES = {Status.ACTUAL: "CONFIRMED", Status.NEGATED: "CANCELLED"}
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the rows as they come."""
    said = "\n".join(f"{label}: {words}" for label, words in about.lines())
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tieline//timeline//EN", "CALSCALE:GREGORIAN")
    names = (f"NAME:{text(about.title)}", f"X-WR-CALNAME:{text(about.title)}")
    file.write(folded((*head, *names, f"DESCRIPTION:{text(said)}", f"X-WR-CALDESC:{text(said)}")))
    for row in rows.records():
        file.write(folded(_component(row)))
    file.write(b"END:VCALENDAR\r\n")


def text(value: str) -> str:
    r"""A value of the type TEXT.

    >>> text("Kim, Putin; talks\nin Moscow")
    'Kim\\, Putin\\; talks\\nin Moscow'
    """
    return printable(value).translate(_ESCAPES)


def folded(lines: Iterator[str] | tuple[str, ...]) -> bytes:
    """Lines as bytes, none longer than WIDTH; no letter is cut in two."""
    return b"".join(_fold(line.encode()) for line in lines)


def _fold(line: bytes) -> bytes:
    pieces, width = [], WIDTH
    while len(line) > width:
        cut = width
        while line[cut] & 0xC0 == 0x80:  # inside a letter
            cut -= 1
        pieces.append(line[:cut])
        line, width = line[cut:], WIDTH - 1  # a line that goes on begins with a space
    return b"\r\n ".join((*pieces, line)) + b"\r\n"


def _component(row: Row) -> Iterator[str]:
    days = _days(row["date_start"], row["date_end"])
    kind = "VEVENT" if days else "VJOURNAL"
    told = entry(row)
    yield f"BEGIN:{kind}"
    yield f"UID:{text(row['event_id'])}@tieline"
    yield f"DTSTAMP:{STAMP}"
    yield from days
    yield f"SUMMARY:{text(row['title'])}"
    yield f"DESCRIPTION:{text(_described(row, told))}"
    yield f"CATEGORIES:{text(definitions()[EventType(row['type'])].label)}"
    if days:
        yield f"STATUS:{_STATES.get(row['status'], 'TENTATIVE')}"
        yield "TRANSP:TRANSPARENT"
        yield from _where(row)
    yield from (f"URL:{note.url}" for note in told.notes[:1] if note.url)
    yield f"END:{kind}"


def _days(first: date | None, last: date | None) -> tuple[str, ...]:
    """First day, and the day after the last one where both are known."""
    begin = first or last
    if begin is None:
        return ()
    end = last if first and last and last < date.max else None
    start = f"DTSTART;VALUE=DATE:{_day(begin)}"
    return (start, f"DTEND;VALUE=DATE:{_day(end + timedelta(1))}") if end else (start,)


def _day(day: date) -> str:
    """
    >>> _day(date(988, 7, 28))
    '09880728'
    """
    return day.isoformat().replace("-", "")


def _where(row: Row) -> Iterator[str]:
    if row["place"]:
        yield f"LOCATION:{text(row['place'])}"
    if row["lat"] is not None and row["lon"] is not None:
        yield f"GEO:{row['lat']:.4f};{row['lon']:.4f}"


def _described(row: Row, told: Entry) -> str:
    precision = PRECISION_WORDS[shown_precision(row["date_precision"], row["date_edtf"], row["origin"])]
    lines = [f"{told.when}, {precision}", *told.remarks, told.text]
    return "\n".join(filter(None, (*lines, *(f"{note.citation} {note.url}".strip() for note in told.notes))))
