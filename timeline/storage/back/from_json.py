"""An exported JSON: its events, or the bare list of them."""

from __future__ import annotations

import json
from typing import Any

from timeline.errors import InputError
from timeline.storage.back.values import nested
from timeline.table.columns import COLUMNS

EXPECTED = "a timeline in JSON, as tieline export writes it"


def read(content: bytes, where: str) -> dict[str, list[Any]]:
    """The columns; raises InputError for JSON that is broken, or holds no events."""
    try:
        found = json.loads(content)
    except ValueError as error:
        raise InputError(str(error), where, EXPECTED) from None
    except RecursionError:
        raise InputError(where, expected=f"{EXPECTED}, but this is nested too deeply") from None
    events = found.get("events") if isinstance(found, dict) else found
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise InputError(where, expected=f"{EXPECTED}, but this holds no list of events")
    kinds = {column.name: column.type for column in COLUMNS}
    names = list(dict.fromkeys(name for event in events for name in event)) if events else list(kinds)
    return {
        name: [nested(event.get(name), kinds[name]) if name in kinds else event.get(name) for event in events]
        for name in names
    }
