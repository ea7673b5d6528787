"""ACLED: its CSV export, with a header.

time_precision says how far event_date is to be believed: 1 to the day, 2 to the week, 3 to the month.
Source: the header of the export, and the ACLED Codebook (2024), which also says that actors are named in words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pyarrow as pa

from timeline.model import TimeValue
from timeline.reading.tables.cells import Cells, actors, kinds, whens
from timeline.reading.tables.days import read_day
from timeline.reading.tables.layout import Layout
from timeline.reading.tables.sheet import Sheet
from timeline.reading.tables.types import of_acled
from timeline.reading.tables.who import of_name

NEEDED = frozenset(
    {"event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "actor2"}
)
UNITS: Mapping[str, Callable[[date], TimeValue]] = {
    "1": TimeValue.day,
    "2": TimeValue.week,
    "3": lambda day: TimeValue.month(day.year, day.month),
}


def read(sheet: Sheet) -> Cells:
    """What the rows tell."""
    return {
        "id": sheet["event_id_cnty"],
        "when": whens(sheet, "event_date", _when, "time_precision"),
        "date_basis": sheet.all("explicit"),
        "source": actors(sheet, ("actor1", "assoc_actor_1"), _who),
        "target": actors(sheet, ("actor2", "assoc_actor_2"), _who),
        "publisher": sheet["source"],
        "title": sheet.each(("sub_event_type", "actor1", "actor2"), _title, pa.string()),
        "summary": sheet["notes"],
        "quote": sheet["notes"],
        "note": sheet.each(("event_type", "sub_event_type"), lambda *kind: f"ACLED, {': '.join(kind)}", pa.string()),
        "place": sheet["location"],
        "lat": sheet.number("latitude", 90),
        "lon": sheet.number("longitude", 180),
        **kinds(sheet, ("event_type", "sub_event_type"), of_acled, "a type of event that ACLED has, such as Battles"),
    }


def _when(text: str, precision: str) -> TimeValue | None:
    """
    >>> _when("13 July 2022", "3").edtf, _when("2022-07-13", "2").edtf, _when("2022-07-13", "").edtf
    ('2022-07', '2022-07-11/2022-07-17', '2022-07-13')
    """
    day = read_day(text)
    return UNITS.get(precision, TimeValue.day)(day) if day else None


def _who(name: str, others: str) -> list[str]:
    """An actor, and those who act with it, which ";" separates."""
    return [of_name(each.strip()) for each in (name, *others.split(";"))]


def _title(kind: str, one: str, other: str) -> str:
    """
    >>> _title("Armed clash", "Military Forces of Russia (2000-)", "Military Forces of Ukraine (2019-)")
    'Armed clash: Military Forces of Russia (2000-), Military Forces of Ukraine (2019-)'
    """
    return ": ".join(filter(None, (kind, ", ".join(filter(None, (one, other))))))


LAYOUT = Layout("ACLED", read, NEEDED.issubset)
