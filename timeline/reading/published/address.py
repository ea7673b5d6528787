"""A day in an address or in the name of a file."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_PARTS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-](\d{1,2}|[a-z]{3,9})[/_.-](\d{1,2})(?!\d)", re.IGNORECASE)
_RUN = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=\d{3,9}(?!\d)|(?!\d))")  # a number may count on after the day
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"(?<!\d)(\d{4})[-_.](\d\d)[-_.](\d\d)(?!\d)")


def day_in_address(url: str) -> date | None:
    """The day in the path of an address, or in what is asked of it.

    >>> [day_in_address(f"https://a.org/{path}").day for path in ("2022/08/15/talks", "2022/aug/15", "20220815-talks")]
    [15, 15, 15]
    >>> day_in_address("https://a.org/view/AEN20220815000900315").month, day_in_address("https://a.org/15/08/2022")
    (8, None)
    """
    if not _YEAR.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    where = f"{parts.path}?{parts.query}"
    for found in (*_PARTS.finditer(where), *_RUN.finditer(where)):
        if day := _day(*found.groups()):
            return day
    return None


def day_in_name(name: str) -> date | None:
    """
    >>> day_in_name("news/2022-08-15-letters.txt")
    datetime.date(2022, 8, 15)
    """
    found = _NAME.search(name.rpartition("/")[2])
    return _day(*found.groups()) if found else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        return date(int(year), number, int(day))
    except ValueError:
        return None
