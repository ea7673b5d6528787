"""One Event for each thing that happened, all evidence kept."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import Event


def merge_events(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda e: e.event_id)
