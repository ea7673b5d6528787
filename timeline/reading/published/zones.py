"""In which zone an outlet lives: the day of publication is that of its own clocks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from zoneinfo import ZoneInfo

from timeline.reading.published.when import When

_HOST = re.compile(r"[a-zA-Z][\w+.-]*://(?:[^/?#@]*@)?([^/?#:@]+)")


@dataclass(frozen=True, slots=True)
class Outlets:
    """Zones by the end of a host ("kcna.kp", "kr") and by the name of the outlet; names by host."""

    hosts: Mapping[str, str]
    names: Mapping[str, str]
    called: Mapping[str, str]


@cache
def load_outlets() -> Outlets:
    """The outlets that come with the program."""
    raw = tomllib.loads((files("timeline.reading.published") / "outlets.toml").read_text(encoding="utf-8"))
    hosts, names, called = dict[str, str](raw["countries"]), dict[str, str](), dict[str, str]()
    for outlet in raw["outlet"]:
        hosts |= dict.fromkeys(outlet["hosts"], outlet["zone"])
        names |= dict.fromkeys(map(str.casefold, outlet["names"]), outlet["zone"])
        called |= dict.fromkeys(outlet["hosts"], outlet["names"][0])
    return Outlets(*map(MappingProxyType, (hosts, names, called)))


def host_of(url: str) -> str:
    """
    >>> host_of("https://www.Example.org:8080/a"), host_of("no address")
    ('example.org', '')
    """
    found = _HOST.match(url)
    return found[1].lower().removeprefix("www.") if found else ""


def zone_of(url: str, source: str, outlets: Outlets | None = None) -> ZoneInfo | None:
    """The zone of an outlet, by its name, else by its host.

    >>> str(zone_of("https://kcna.kp/en/article/q/1.html", "")), str(zone_of("", "TASS")), zone_of("https://a.com", "")
    ('Asia/Pyongyang', 'Europe/Moscow', None)
    """
    outlets = outlets or load_outlets()
    name = outlets.names.get(source.casefold()) or _by_host(host_of(url), outlets.hosts)
    return ZoneInfo(name) if name else None


def outlet_of(url: str, outlets: Outlets | None = None) -> str:
    """What an outlet is called, by its host; "" where it is not known."""
    return _by_host(host_of(url), (outlets or load_outlets()).called)


def _by_host(host: str, table: Mapping[str, str]) -> str:
    while host:
        if host in table:
            return table[host]
        host = host.partition(".")[2]
    return ""


def localised(when: When, zone: ZoneInfo | None) -> When:
    """The same by the outlet's own clocks: what is told in UTC, or without a zone, is as those show it.

    >>> from datetime import UTC, date, datetime
    >>> night = When(date(2022, 8, 15), datetime(2022, 8, 15, 15, 30, tzinfo=UTC))
    >>> localised(night, ZoneInfo("Asia/Pyongyang")).at.isoformat()
    '2022-08-16T00:30:00+09:00'
    """
    at = when.at
    if at is None or zone is None:
        return when
    if at.tzinfo is None:
        return When(when.day, at.replace(tzinfo=zone))
    if at.utcoffset() != timedelta(0):
        return when
    try:
        here = at.astimezone(zone)
    except OverflowError:  # in the last hours of the calendar, or its first
        return when
    return When(here.date(), here)
