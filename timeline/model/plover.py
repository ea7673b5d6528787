"""What `plover.toml` says of each event type: label, definition, score, modes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from timeline.model.event import EventType


@dataclass(frozen=True, slots=True)
class Definition:
    """`score` is on the scale of Goldstein (1992): -10 conflict to +10 cooperation. `modes` are told in words."""

    label: str
    definition: str
    score: float
    modes: Mapping[str, str]


@cache
def definitions() -> Mapping[EventType, Definition]:
    """The definition of every type.

    >>> definitions()[EventType.AID].label
    'Aid'
    """
    raw = tomllib.loads((files("timeline.model") / "plover.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {EventType(name): Definition(**item | {"modes": MappingProxyType(item["modes"])}) for name, item in raw.items()}
    )
