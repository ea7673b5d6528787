"""What the caption of a photograph tells: two leaders side by side, a place and a day are a meeting."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from timeline.events.binding import Bound, Tie
from timeline.events.record import Told
from timeline.events.roles import unique
from timeline.events.scene import Scene
from timeline.model import ActorMention, DateMention, EventType, Granularity, Span

CERTAINTY = 0.8
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Shape:
    """The patterns of `caption.toml`."""

    joint: re.Pattern[str]
    rest: re.Pattern[str]


@cache
def load_shape() -> Shape:
    """The patterns of the package."""
    raw = tomllib.loads((files("timeline.events") / "caption.toml").read_text(encoding="utf-8"))
    return Shape(re.compile(raw["joint"], re.IGNORECASE), re.compile("|".join(raw["rest"]), re.IGNORECASE))


def meeting(scene: Scene) -> Told | None:
    """The meeting that a caption shows; None if it shows none.

    It names nothing but two or more people, joined directly, a place, a day and a credit: "portraits of" them on
    display are no meeting.
    """
    shown = [m for m in scene.actors if m.kind in ("person", "office") and any(a.person for a in m.actors)]
    people = unique(a for m in shown for a in m.actors)
    towns = [m for m in scene.actors if m.place and m.kind in ("place", "capital")]
    days = [m for m in scene.dates if m.value and m.value.granularity is Granularity.DAY]
    if len(people) < 2 or not towns or not days or not days[-1].value or not _is_shot(scene, shown):
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
        bound=Bound(days[-1].value, day.basis, day, 1.0, Tie.CAPTION),
        place=town.place,
        certainty=CERTAINTY,
    )


def _is_shot(scene: Scene, shown: Sequence[ActorMention]) -> bool:
    """Whether the people stand side by side, and no other thing is named."""
    text, at, shape = scene.sentence.text, scene.sentence.start, load_shape()
    between = [text[a.end - at : b.start - at] for a, b in pairwise(shown)]
    named = without(text, at, (*scene.actors, *scene.dates))
    return all(shape.joint.fullmatch(gap) for gap in between) and not LETTER.search(shape.rest.sub(" ", named))


def without(text: str, at: int, mentions: Iterable[ActorMention | DateMention]) -> str:
    """The text, which begins at that offset, without the mentions in it."""
    for mention in mentions:
        start, end = mention.start - at, mention.end - at
        text = text[:start] + " " * (end - start) + text[end:]
    return text
