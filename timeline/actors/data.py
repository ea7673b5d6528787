"""Reads the tables: CSV for lists, TOML for what carries its own examples."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Any

CSV = ("states", "organisations", "entities", "bodies", "places", "people", "offices", "sources", "scripts")
TOML = ("heads", "groups", "lookalikes", "names", "scripts")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Data:
    """`rows` of each CSV table, `tables` of each TOML file; `version` is a short hash of all of them."""

    rows: Mapping[str, tuple[Row, ...]]
    tables: Mapping[str, Mapping[str, Any]]
    version: str


def read_data() -> Data:
    """The tables that the package ships."""
    folder = files("timeline.actors") / "tables"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in (*_names(CSV, "csv"), *_names(TOML, "toml"))}
    return Data(
        {name: tuple(csv.DictReader(io.StringIO(texts[f"{name}.csv"]))) for name in CSV},
        {name: tomllib.loads(texts[f"{name}.toml"]) for name in TOML},
        sha256("".join(texts.values()).encode()).hexdigest()[:10],
    )


def _names(stems: tuple[str, ...], suffix: str) -> list[str]:
    return [f"{stem}.{suffix}" for stem in stems]


def items(cell: str) -> list[str]:
    """The items of a cell, which ";" separates.

    >>> items("Kiev; Kyiv")
    ['Kiev', 'Kyiv']
    """
    return [item.strip() for item in cell.split(";") if item.strip()]
