"""What CAMEO and others call an act, as a type and mode of PLOVER."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from timeline.model import EventType
from timeline.model.plover import definitions

OUTSIDE = "acts that PLOVER does not have, such as statements"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type with its mode; `type` is None for an act that PLOVER does not have."""

    type: EventType | None
    mode: str = ""

    @classmethod
    def read(cls, words: str) -> Kind:
        """
        >>> Kind.read("CONSULT visit")
        Kind(type=<EventType.CONSULT: 'CONSULT'>, mode='visit')
        """
        name, _, mode = words.partition(" ")
        return cls(EventType(name) if name else None, mode)


@cache
def resource(name: str) -> Mapping[str, Any]:
    """A data file of this folder."""
    text = (files("timeline.reading.tables") / f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def of_cameo(code: str) -> Kind | None:
    """The kind of a CAMEO code, by the longest beginning of it that `cameo.toml` has; None for what is no code.

    >>> of_cameo("0871").mode, of_cameo("1121").type.value, of_cameo("010"), of_cameo("99")
    ('ceasefire', 'ACCUSE', Kind(type=None, mode=''), None)
    """
    known = resource("cameo")
    lengths = range(len(code), 1, -1) if code.isdigit() else ()
    return next((Kind.read(known[code[:size]]) for size in lengths if code[:size] in known), None)


def of_plover(name: str, mode: str = "") -> Kind | None:
    """The kind of PLOVER's own name for it, in either case; a mode that we do not have is left out.

    >>> of_plover("consult", "Visit")
    Kind(type=<EventType.CONSULT: 'CONSULT'>, mode='visit')
    """
    types = {kind.value: kind for kind in EventType}
    found = types.get(name.upper())
    if found is None:
        return None
    return Kind(found, mode.lower() if mode.lower() in definitions()[found].modes else "")


def of_acled(event: str, sub_event: str) -> Kind | None:
    """The kind of ACLED's event and sub-event.

    >>> of_acled("Strategic developments", "Arrests").type.value, of_acled("Strategic developments", "Other").type
    ('COERCE', None)
    """
    tables = resource("acled")
    words = tables["sub_events"].get(sub_event, tables["events"].get(event))
    return None if words is None else Kind.read(words)
