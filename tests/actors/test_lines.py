"""Offices without gaps: who governs the states of Northeast Asia and those that deal with them, since 1945."""

from __future__ import annotations

import calendar
from datetime import date
from itertools import pairwise

import pytest

from timeline.actors.data import read_data

# (from, to) of every time of more than a month in which the table names nobody, and why.
KNOWN: dict[tuple[str, str], list[tuple[str, str]]] = {
    ("KOR", "president"): [("1960-04-26", "1960-08-13"), ("2017-03-10", "2017-05-10"), ("2025-04-04", "2025-06-04")],
    ("CHN", "president"): [("1968-10-31", "1983-06-18")],  # the office stood empty, then was abolished
    ("JPN", "premier"): [("1980-06-12", "1980-07-17")],  # acting: Masayoshi Ito
    ("CHN", "defence"): [("1971-09-13", "1975-01"), ("2023-10-24", "2023-12-29")],  # vacant
    ("USA", "foreign"): [("1992-08-23", "1992-12-08")],  # acting: Lawrence Eagleburger
    ("USA", "defence"): [  # acting secretaries and deputies
        ("1973-05-24", "1973-07-02"),
        ("1989-01-20", "1989-03-21"),
        ("2018-12-31", "2019-07-23"),
        ("2020-11-09", "2021-01-22"),
    ],
    ("PRK", "foreign"): [("1953-03", "1953-08"), ("2007-01-02", "2007-05")],  # deputies acted
    ("PRK", "defence"): [("1995-02-25", "1995-10"), ("1997-02-21", "1998-09")],  # vacant
    ("KOR", "premier"): [  # acting premiers
        ("2002-07-10", "2002-09-10"),
        ("2004-05-24", "2004-06-30"),
        ("2006-03-14", "2006-04-20"),
        ("2010-08-10", "2010-10-01"),
        ("2015-04-27", "2015-06-18"),
        ("2025-05-01", "2025-07-03"),
    ],
    ("KOR", "defence"): [("2024-12-05", "2025-07")],  # acting: Kim Seon-ho
    ("UKR", "premier"): [("1993-09-22", "1994-06-16")],  # acting: Yukhym Zvyahilsky
    ("UKR", "foreign"): [("2007-01-30", "2007-03-21"), ("2009-03-03", "2009-10-09")],  # acting
}
# Since when the table has the line of an office: later than the state is old where the dates before are not sure.
SINCE = {
    ("SUN", "leader"): "1922-04-03",
    ("SUN", "premier"): "1941-05-06",
    ("SUN", "foreign"): "1939-05-03",
    ("SUN", "defence"): "1941-07-19",
    ("RUS", "president"): "1991-07-10",
    ("RUS", "premier"): "1992-06-15",
    ("RUS", "foreign"): "1990-10",
    ("RUS", "defence"): "1992-05-18",
    ("PRK", "leader"): "1948-09-09",
    ("PRK", "premier"): "1948-09-09",
    ("PRK", "foreign"): "1948-09-09",
    ("PRK", "defence"): "1948-09",
    ("KOR", "president"): "1948-07-24",
    ("KOR", "premier"): "1997-03-05",
    ("KOR", "foreign"): "1988-12",
    ("KOR", "defence"): "2003-02-27",
    ("CHN", "leader"): "1949-10-01",
    ("CHN", "president"): "1949-10-01",
    ("CHN", "premier"): "1949-10-01",
    ("CHN", "foreign"): "1949-10-01",
    ("CHN", "defence"): "1954-09",
    ("JPN", "premier"): "1945-08-17",
    ("JPN", "foreign"): "1982-11-27",
    ("JPN", "defence"): "2007-01-09",
    ("USA", "president"): "1945-04-12",
    ("USA", "foreign"): "1945-07-03",
    ("USA", "defence"): "1947-09-17",
    ("UKR", "president"): "1991-12-05",
    ("UKR", "premier"): "1992-10-13",
    ("UKR", "foreign"): "1994-08-25",
    ("UKR", "defence"): "2014-10-14",
}


def first(cell: str) -> date:
    """The first day that the cell allows."""
    return date.fromisoformat(f"{cell}-01-01"[:10])


def last(cell: str) -> date:
    """The last day that the cell allows; "" is now."""
    if not cell:
        return date.max
    year, month = first(cell).year, first(cell).month if len(cell) > 4 else 12
    return date.fromisoformat(cell) if len(cell) == 10 else date(year, month, calendar.monthrange(year, month)[1])


@pytest.mark.parametrize("office", SINCE, ids="-".join)
def test_line_of_an_office_has_no_gap_but_the_known_ones(office: tuple[str, str]) -> None:
    rows = [row for row in read_data().rows["offices"] if (row["state"], row["role"]) == office]
    terms = sorted((row["start"], row["end"]) for row in rows)
    assert terms[0][0] == SINCE[office]
    pairs = list(pairwise(terms))
    gaps = [(end, start) for (_, end), (start, _) in pairs if (first(start) - last(end)).days > 31]
    assert gaps == KNOWN.get(office, [])
    assert all((last(end) - first(start)).days <= 31 for (_, end), (start, _) in pairs), terms
