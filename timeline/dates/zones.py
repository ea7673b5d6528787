"""How far the local time of a zone is from UTC, on a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files


def offset_of(zone: str, day: date | None) -> str:
    """`zone` is an offset, or the name of a zone in zones.toml, whose offset hangs on the day; "" if it is not known.

    >>> offset_of("pyongyang", date(2015, 8, 14)), offset_of("pyongyang", date(2015, 8, 15))
    ('+09:00', '+08:30')
    >>> offset_of("pyongyang", date(2018, 5, 4)), offset_of("pyongyang", date(2018, 5, 5))
    ('+08:30', '+09:00')
    >>> offset_of("-05:00", None), offset_of("pyongyang", None), offset_of("moscow", date(1995, 5, 9))
    ('-05:00', '', '')
    """
    if zone[:1] in ("", "+", "-"):
        return zone
    offset = ""
    for first, since in _zones()[zone].items() if day else ():
        offset = since if first <= str(day) else offset
    return offset


@lru_cache(maxsize=1)
def _zones() -> Mapping[str, Mapping[str, str]]:
    path = files("timeline.dates") / "languages" / "zones.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
