"""Events as bytes and back; see `timeline.storage.blobs`."""

from __future__ import annotations

from timeline.model import Actor, Copy, Event, Evidence, Joined, Place, Span, TimeValue
from timeline.storage.blobs import Blobs

EVENT_BLOBS = Blobs(Event, (Evidence, Copy, Joined, Actor, Place, Span, TimeValue))


def encode(event: Event) -> bytes:
    """The event as bytes; equal events give equal bytes."""
    return EVENT_BLOBS.encode(event)


def decode(blob: bytes) -> Event:
    """The event again. Raises InputError for bytes that another version wrote, or that are no event.

    >>> decode(b"{}")
    Traceback (most recent call last):
        ...
    timeline.errors.InputError: {}: expected an event as this version of tieline keeps it
    """
    return EVENT_BLOBS.decode(blob)
