"""What an expression means, before it is placed in the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.model import TimeValue

Args = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of DateMention that do not depend on the place. `None` instead: it is no time expression."""

    timex_type: str
    timex3: str
    value: TimeValue | None = None
    basis: str = "relative"
    base: TimeValue | None = None
    zone: str = ""


@lru_cache(maxsize=1 << 14)
def dated(value: TimeValue | None, basis: str = "relative", part: str = "") -> Reading:
    """A DATE, or a TIME where a part of the day follows (`TMO`); without a value, a DATE that names no days."""
    kind = "TIME" if part else "DATE"
    return Reading(kind, value.timex3 + part if value else "", value, basis)
