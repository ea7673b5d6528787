"""The JSON that TimelineJS3 reads. It takes texts as HTML, so all are escaped; what is known to a month has no day.

TimelineJS has no place for an event without any day: the first slide says how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from typing import Any, BinaryIO

from timeline.figures.words import date_words
from timeline.model import EventType, Granularity
from timeline.model.plover import definitions
from timeline.storage.export.about import About
from timeline.storage.export.cells import as_json
from timeline.storage.export.chronology import Entry, Note, entry
from timeline.storage.export.rows import Rows

Row = Mapping[str, Any]
_MONTHS = frozenset({Granularity.MONTH.value, Granularity.QUARTER.value, Granularity.SEASON.value})
_YEARS = frozenset({Granularity.YEAR.value, Granularity.DECADE.value, Granularity.CENTURY.value})


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the slides as the rows come, the title last."""
    file.write(b'{"events": [')
    between, left_out = "\n", 0
    for row in rows.records():
        if row["date_start"] or row["date_end"]:
            file.write((between + as_json(_slide(row))).encode())
            between = ",\n"
        else:
            left_out += 1
    file.write(f'\n],\n"title": {as_json(_title(about, left_out))}}}\n'.encode())


def _title(about: About, left_out: int) -> dict[str, Any]:
    lines = [f"{label}: {text}" for label, text in about.lines() if label != "Title"]
    if left_out:
        lines.append(f"Without any day, and not shown: {left_out:,}")
    return {"text": {"headline": escape(about.title), "text": _paragraphs(map(escape, lines))}}


def _slide(row: Row) -> dict[str, Any]:
    told, first, last = entry(row), row["date_start"], row["date_end"]
    parts = _parts(row["date_precision"])
    slide = {
        "unique_id": _name(row["event_id"]),
        "start_date": _date(first or last, parts),
        "display_date": escape(date_words(row["date_edtf"])),
        "group": definitions()[EventType(row["type"])].label,
        "text": {"headline": escape(row["title"]), "text": _paragraphs(_said(told))},
    }
    return slide | ({"end_date": _date(last, parts)} if first and last and first != last else {})


def _name(event_id: str) -> str:
    """An id as an address can hold it; no two become one.

    >>> _name("RPRK-001"), _name("a/1"), _name("a_2f_1")
    ('RPRK-001', 'a_2f_1', 'a_5f_2f_5f_1')
    """
    return re.sub(r"[^A-Za-z0-9-]", lambda found: f"_{ord(found[0]):x}_", event_id)


def _parts(precision: str) -> int:
    """How much of a date is known: 1 its year, 2 its month, 3 its day."""
    return 1 if precision in _YEARS else 2 if precision in _MONTHS else 3


def _date(day: date, parts: int) -> dict[str, int]:
    """
    >>> _date(date(2022, 7, 1), 2)
    {'year': 2022, 'month': 7}
    """
    return dict(list({"year": day.year, "month": day.month, "day": day.day}.items())[:parts])


def _said(told: Entry) -> Iterator[str]:
    if told.remarks:
        yield f"<em>{escape('; '.join(told.remarks))}</em>"
    yield escape(told.text)
    yield from map(_source, told.notes)


def _source(note: Note) -> str:
    link = f' <a href="{escape(note.url)}" target="_blank" rel="noopener noreferrer">Source</a>' if note.url else ""
    quote = f" “{escape(note.quote)}”" if note.quote else ""
    return f"{escape(note.citation)}{quote}{link}"


def _paragraphs(parts: Any) -> str:
    return "".join(f"<p>{part}</p>" for part in parts if part)
