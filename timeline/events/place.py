"""Where an act took place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.actions import Parsed
from timeline.actions.tree import Token
from timeline.events.scene import Scene
from timeline.model import Place

WITHIN = re.compile(
    r"\b(in|at|near|outside)( the| North Korea's| Russia's)?( city of| town of| port of| capital,?)?\s$", re.I
)


def place_of(scene: Scene, parsed: Parsed, tokens: Sequence[Token]) -> Place | None:
    """The town nearest to the act of which the sentence says "in", or that the act itself reaches."""
    at, act = scene.sentence.start, parsed.span(tokens[0])
    towns = [
        (abs(m.start - act.start), m.place)
        for m in scene.actors
        if m.place and m.kind in ("place", "capital") and WITHIN.search(scene.sentence.text[: m.start - at])
    ]
    return min(towns, key=lambda town: town[0])[1] if towns else None
