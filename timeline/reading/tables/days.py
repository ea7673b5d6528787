"""Days as others write them."""

from __future__ import annotations

import re
from datetime import date, datetime

from timeline.errors import EdtfError
from timeline.model import TimeValue

DAY = "a day such as 2022-07-13, 20220713 or 13 July 2022"
WHEN = "a day such as 2022-07-13 or 13 July 2022, a month or year, or another EDTF date"
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
_NUMBER = re.compile(r"\d{8}(\d{6})?")


def read_day(text: str) -> date | None:
    """The day that is written, with or without a time of day; None for what is none. 01/02/2022 may be two days: none.

    >>> [str(read_day(text)) for text in ("2022-07-13", "20220713104500", "13 July 2022", "13-Jul-2022", "2022-07-32")]
    ['2022-07-13', '2022-07-13', '2022-07-13', '2022-07-13', 'None']
    """
    if _NUMBER.fullmatch(text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    elif found := _CLOCK.fullmatch(text):
        text = found[1]
    try:
        return date.fromisoformat(text)
    except ValueError:
        return _in_words(text)


def _in_words(text: str) -> date | None:
    words = text.replace("-", " ")
    for form in ("%d %B %Y", "%d %b %Y", "%B %d, %Y"):
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def read_when(text: str) -> TimeValue | None:
    """A day, or any EDTF date.

    >>> read_when("2022-07").edtf, read_when("13 July 2022").edtf, read_when("soon")
    ('2022-07', '2022-07-13', None)
    """
    day = read_day(text)
    if day:
        return TimeValue.day(day)
    try:
        return TimeValue.from_edtf(text)
    except EdtfError:
        return None
