from __future__ import annotations

import pytest

from timeline.figures.theme import SYMBOLS, palette
from timeline.model import EventType


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_have_the_contrast_that_wcag_asks_for(scheme: str) -> None:
    colours = palette(scheme)
    for ground in (colours.background, colours.surface):
        assert contrast(colours.ink, ground) >= 7
        assert contrast(colours.muted, ground) >= 4.5
        assert all(contrast(colour, ground) >= 3 for colour in (*colours.quads.values(), *colours.scale))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_deeds_differ_in_lightness_too(scheme: str) -> None:
    quads = palette(scheme).quads
    assert contrast(quads[1], quads[2]) > 1.5
    assert contrast(quads[3], quads[4]) > 1.5


def test_every_type_has_a_symbol_of_its_own_within_its_colour() -> None:
    looks = {(kind.quad, SYMBOLS[kind]) for kind in EventType}
    assert len(looks) == len(EventType)
