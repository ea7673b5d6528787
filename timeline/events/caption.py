"""What a caption tells: two leaders, a place and a day are a meeting."""

from __future__ import annotations

from timeline.events.binding import Bound
from timeline.events.record import Told
from timeline.events.roles import unique
from timeline.events.scene import Scene
from timeline.model import EventType, Granularity, Span

CERTAINTY = 0.8


def meeting(scene: Scene) -> Told | None:
    """The meeting that a caption without a verb shows; None if it shows none."""
    people = unique(a for m in scene.actors if m.kind in ("person", "office") for a in m.actors if a.person)
    towns = [m for m in scene.actors if m.place and m.kind in ("place", "capital")]
    days = [m for m in scene.dates if m.value and m.value.granularity is Granularity.DAY]
    if len(people) < 2 or not towns or not days or not days[-1].value:
        return None
    town, day = towns[-1], days[-1]
    start, end = min(town.start, day.start), max(town.end, day.end)
    at = scene.sentence.start
    return Told(
        type=EventType.CONSULT,
        mode="meet",
        source=people,
        target=people,
        trigger=Span(start, end, scene.sentence.text[start - at : end - at]),
        bound=Bound(days[-1].value, day.basis, day, 1.0),
        place=town.place,
        certainty=CERTAINTY,
    )
