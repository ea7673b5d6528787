"""Short articles, and what is told in them on one line each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from timeline.events import extract_events
from timeline.model import Article, Event

Teller = Callable[..., list[str]]


def line(event: Event) -> str:
    """`date type status sources > targets`."""
    sides = (",".join(sorted(actor.code for actor in side)) or "-" for side in (event.source, event.target))
    return f"{event.when.edtf} {event.type} {event.status} {' > '.join(sides)}"


def tell(text: str, published: str = "2022-08-15") -> list[str]:
    """The events of a text, a line each."""
    day = date.fromisoformat(published) if published else None
    return [line(event) for event in extract_events(Article(text, day))]


@pytest.fixture(scope="session")
def told() -> Teller:
    return tell
