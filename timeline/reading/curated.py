"""Events that people wrote down, with their sources: a CSV file, one event a row.

id                          own id, kept for ever
date                        EDTF
title, summary              one line; one sentence
type                        PLOVER event type
actor_source, actor_target  codes, separated by ";"; a mutual act has the same on both sides
actor_note                  what a reader should know of the actors
persons                     people named, separated by ";"
place, lat, lon             the town, or empty
source_names, source_urls   separated by " | "; a name may end in the day of publication: "KCNA, 2022-08-15"
confidence                  high or medium
checked                     true where date and act were read in a source, else false
tags                        separated by ";": those that name a mode become the mode, the others are dropped

Other columns are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from pathlib import Path

from timeline.actors import load_gazetteer
from timeline.errors import EdtfError
from timeline.model import Actor, Event, EventType, Evidence, Origin, Place, Span, TimeValue
from timeline.reading.rows import Row, read_rows

NEEDED = (
    "id", "date", "title", "summary", "type", "actor_source", "actor_target", "actor_note", "persons", "place",
    "lat", "lon", "source_names", "source_urls", "confidence", "checked", "tags",
)  # fmt: skip
TYPES = {kind.value: kind for kind in EventType}
CONFIDENCE = {"high": 0.95, "medium": 0.7}
CHECKED = {"true": True, "false": False}
MODES = {EventType.CONSULT: {"summit": "meet", "visits": "visit", "letters": "letter"}}


def read_curated(path: str | Path) -> list[Event]:
    """The events of a CSV file, in its order. Raises InputError, which names file, row, column and value."""
    first_seen: dict[str, str] = {}
    events = []
    for row in read_rows(Path(path), NEEDED):
        other = first_seen.setdefault(row["id"], row.where)
        if other != row.where:
            raise row.wrong("id", f"an id that no other row has, but {other} has it")
        events.append(_event(row))
    return events


def _event(row: Row) -> Event:
    kind = row.one_of("type", TYPES)
    when = _when(row)
    return Event(
        type=kind,
        when=when,
        source=_actors(row, "actor_source"),
        target=_actors(row, "actor_target"),
        trigger=Span(0, 0, ""),
        evidence=tuple(_evidence(row, when.edtf)),
        mode=_mode(kind, row.items("tags")),
        place=_place(row),
        confidence=row.one_of("confidence", CONFIDENCE),
        event_id=row.filled("id"),
        origin=Origin.CURATED,
        title=row.filled("title"),
        summary=row["summary"],
        note=row["actor_note"],
        checked=row.one_of("checked", CHECKED),
        persons=row.items("persons"),
    )


def _when(row: Row) -> TimeValue:
    try:
        return TimeValue.from_edtf(row.filled("date"))
    except EdtfError as error:
        raise row.wrong("date", error.expected) from None


def _actors(row: Row, column: str) -> tuple[Actor, ...]:
    codes = row.items(column)
    if not codes:
        raise row.wrong(column, "a code such as PRK, or several: RUS;PRK")
    return tuple(load_gazetteer().actor(code) or Actor(code, code) for code in codes)


def _mode(kind: EventType, tags: tuple[str, ...]) -> str:
    return next((mode for tag, mode in MODES.get(kind, {}).items() if tag in tags), "")


def _place(row: Row) -> Place | None:
    lat, lon = row.number("lat", 90), row.number("lon", 180)
    return Place(row["place"], lat, lon) if row["place"] else None


def _evidence(row: Row, edtf: str) -> Iterator[Evidence]:
    """One report for each source that is named."""
    quote = row["summary"] or row["title"]
    for name, url in _pairs(row.items("source_names", " | "), row.items("source_urls", " | ")):
        source, published = split_day(name)
        yield Evidence(
            article_id=row["id"],
            source=source,
            title=row["title"],
            url=url,
            published=published,
            quote=quote,
            start=0,
            end=len(quote),
            date_edtf=edtf,
            date_basis="explicit",
            event_id=row["id"],
        )


def _pairs(names: tuple[str, ...], urls: tuple[str, ...]) -> list[tuple[str, str]]:
    """Names with their addresses. Where there are fewer addresses, one goes to the name that its host contains.

    >>> _pairs(("Red Star", "Sputnik"), ("https://sputniknews.com/1",))
    [('Red Star', ''), ('Sputnik', 'https://sputniknews.com/1')]
    """
    if len(names) <= len(urls):
        return list(zip_longest(names, urls, fillvalue=""))
    found = [""] * len(names)
    for url in urls:
        free = [number for number, taken in enumerate(found) if not taken]
        found[max(free, key=lambda number: (_hosted(names[number], url), -number))] = url
    return list(zip(names, found, strict=True))


def _hosted(name: str, url: str) -> bool:
    host = url.lower().split("://")[-1].split("/")[0]
    return any(len(word) > 2 and word in host for word in split_day(name)[0].lower().split())


def split_day(name: str) -> tuple[str, date | None]:
    """A source, and the day of publication that its name ends in.

    >>> split_day("KCNA, 2022-08-15")
    ('KCNA', datetime.date(2022, 8, 15))
    """
    source, _, day = name.rpartition(", ")
    try:
        return (source, date.fromisoformat(day)) if source else (name, None)
    except ValueError:
        return name, None
