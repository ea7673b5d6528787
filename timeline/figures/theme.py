"""Colours and symbols: one palette for each scheme, told apart by colour-blind readers and on grey paper.

Blue is cooperation, orange and red are conflict; the paler of each pair is words, the stronger one deeds.
Within a colour, the symbol names the type. Every colour has a contrast of at least 3:1 on its background
(text colours 4.5:1), which a test measures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.model import EventType

FONT = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans CJK KR', sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme; `quads[quad]` is the colour of that quarter of PLOVER, 1 to 4; `scale` goes from
    conflict to cooperation, with a grey where there is as much of both."""

    background: str
    surface: str
    ink: str
    muted: str
    rule: str
    veil: str
    quads: Mapping[int, str]
    scale: tuple[str, ...]


_LIGHT = Palette(
    background="#faf9f6",
    surface="#ffffff",
    ink="#1d1c1a",
    muted="#66625b",
    rule="#e3e0d8",
    veil="rgba(250,249,246,0.72)",
    quads=MappingProxyType({1: "#4690c9", 2: "#17508f", 3: "#c47d12", 4: "#a6341b"}),
    scale=("#9c420b", "#c4741a", "#87827a", "#4f92cc", "#17508f"),
)
_DARK = Palette(
    background="#15171a",
    surface="#1d2024",
    ink="#eceae5",
    muted="#a5a199",
    rule="#2e3237",
    veil="rgba(21,23,26,0.72)",
    quads=MappingProxyType({1: "#9bcdf5", 2: "#4b94de", 3: "#f0c06a", 4: "#ea6c4d"}),
    scale=("#f5813a", "#d3a477", "#a19c94", "#8fb0d0", "#4b9bea"),
)
SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        EventType.CONSULT.value: "circle",
        EventType.AGREE.value: "square",
        EventType.SUPPORT.value: "diamond",
        EventType.CONCEDE.value: "triangle-down",
        EventType.COOPERATE.value: "circle",
        EventType.AID.value: "square",
        EventType.RETREAT.value: "triangle-down",
        EventType.ACCUSE.value: "circle",
        EventType.REQUEST.value: "square",
        EventType.REJECT.value: "x",
        EventType.THREATEN.value: "triangle-up",
        EventType.SANCTION.value: "circle",
        EventType.COERCE.value: "square",
        EventType.PROTEST.value: "diamond",
        EventType.MOBILIZE.value: "triangle-up",
        EventType.ASSAULT.value: "star",
    }
)


def palette(scheme: str) -> Palette:
    """The colours of "dark"; of "light" for any other word.

    >>> palette("dark").background
    '#15171a'
    """
    return _DARK if scheme == "dark" else _LIGHT


def css_variables(colours: Palette) -> str:
    """The same colours for a style sheet: `--ink:#1d1c1a;` and so on."""
    quads = "".join(f"--quad-{quad}:{colour};" for quad, colour in colours.quads.items())
    scale = "".join(f"--scale-{step}:{colour};" for step, colour in enumerate(colours.scale))
    named = {
        "background": colours.background,
        "surface": colours.surface,
        "ink": colours.ink,
        "muted": colours.muted,
        "rule": colours.rule,
        "accent": colours.quads[2],
    }
    return quads + scale + "".join(f"--{name}:{colour};" for name, colour in named.items())
