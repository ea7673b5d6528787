"""What a file says of itself: which events it holds, how they were chosen, and what made them. Never the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pandas as pd
import pyarrow as pa

from timeline.table.index import Index

EVERYTHING = "all events"
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class About:
    """title     what the timeline is about
    words     the filter in words; "" where nothing was left out
    address   the same as the query part of a dashboard's address: "?actor=RUS&since=2022"
    count     how many events the file holds, and `total` among how many they were chosen
    versions  of program, grammar, gazetteer and model that built the table
    """

    title: str = "Timeline"
    words: str = ""
    address: str = ""
    count: int = 0
    total: int = 0
    versions: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    @property
    def selection(self) -> str:
        """Filter and address in one line.

        >>> About(words="Russia; from 2022", address="?actor=RUS&since=2022").selection
        'Russia; from 2022 (?actor=RUS&since=2022)'
        >>> About().selection
        'all events'
        """
        return f"{self.words or EVERYTHING}{f' ({self.address})' if self.address else ''}"

    @property
    def made_with(self) -> str:
        """
        >>> About(versions={"version": "0.1.0", "model": "m", "grammar": ""}).made_with
        'tieline 0.1.0; model m'
        """
        known = {part: version for part, version in self.versions.items() if version}
        return "; ".join(f"{'tieline' if part == 'version' else part} {version}" for part, version in known.items())

    @property
    def program(self) -> str:
        """The version of the program alone."""
        return self.made_with.partition(";")[0]

    @property
    def events(self) -> str:
        """
        >>> About(count=12, total=1297).events, About(count=1, total=1).events
        ('12 of 1,297 events', '1 event')
        """
        if self.count == self.total:
            return f"{self.count:,} event{'s' * (self.count != 1)}"
        return f"{self.count:,} of {self.total:,} events"

    def record(self) -> dict[str, Any]:
        """All of it as plain values, for formats that hold such."""
        return {
            "title": self.title,
            "filter": self.words or EVERYTHING,
            "address": self.address,
            "events": self.count,
            "of": self.total,
            "made_with": dict(self.versions),
        }

    def lines(self) -> list[tuple[str, str]]:
        """The same for readers: a label and its text."""
        said = [("Title", self.title), ("Events", self.events), ("Filter", self.words or EVERYTHING)]
        said += [("Address", self.address), ("Made with", self.made_with)]
        return [(label, text) for label, text in said if text]


def versions_of(frame: pd.DataFrame) -> dict[str, str]:
    """What the first row says it was built with; nothing for a table without rows."""
    first = pa.array(frame["built_with"].iloc[:1]).to_pylist()
    return {part: version for part, version in (first[0] or {}).items() if version} if first else {}


def title_of(index: Index) -> str:
    """What a table is about: its two most frequent actors; "Timeline" where it has none."""
    top = [index.names.get(code, code) for code in index.facets["actor"].values[:2]]
    return " and ".join(top) or "Timeline"
