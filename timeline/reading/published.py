"""When an article was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from timeline.errors import InputError, PublishedError
from timeline.reading.records import Record

HOW = (
    "a publication date; there are three ways to give it: --published DATE, a `published` field (JSON, JSONL, CSV), "
    "or a date in the name of the file, such as 2022-08-15-title.txt"
)
_DAY = re.compile(r"(?<!\d)(\d{4})[-_.](\d\d)[-_.](\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Published:
    """The day in the source's own zone, the time if it is known with its zone, and how it is known."""

    day: date
    at: datetime | None
    basis: str


def published_of(record: Record, path: str, given: date | None) -> Published:
    """What the record says, else `given`, else the name of the file. Raises PublishedError where nothing tells."""
    told = record.text("published").strip()
    if told:
        return _read(told, record.where)
    if given:
        return Published(given, None, "given")
    day = day_in_name(path)
    if not day:
        raise PublishedError("", record.where, HOW)
    return Published(day, None, "file name")


def day_in_name(path: str) -> date | None:
    """
    >>> day_in_name("news/2022-08-15-letters.txt")
    datetime.date(2022, 8, 15)
    """
    found = _DAY.search(Path(path).name)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _read(told: str, where: str) -> Published:
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        raise InputError(told, f"{where}, field published", "a day such as 2022-08-15, or a day and time") from None
    return Published(at.date(), at if at.tzinfo else None, "metadata")
