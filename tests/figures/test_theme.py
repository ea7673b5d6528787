from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from timeline.figures.theme import SYMBOLS, palette
from timeline.model import EventType

BLIND = {  # Machado, Oliveira and Fernandes (2009), in full
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
APART = 15  # CIELAB: six times what is just seen


def linear(colour: str) -> list[float]:
    """Red, green and blue light, each 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lab_to(eye: str, colour: str) -> tuple[float, float, float]:
    """The colour as such an eye sees it, in CIELAB."""
    light = linear(colour)
    red, green, blue = (min(max(sum(map(float.__mul__, row, light)), 0), 1) for row in BLIND[eye])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("eye", BLIND)
def test_no_two_colours_are_alike_to_the_colour_blind(eye: str, scheme: str) -> None:
    colours = palette(scheme)
    for some in (colours.quads.values(), colours.scale):
        for one, other in combinations(some, 2):
            assert dist(lab_to(eye, one), lab_to(eye, other)) > APART, (one, other)


def test_every_type_has_a_symbol_of_its_own_within_its_colour() -> None:
    looks = {(kind.quad, SYMBOLS[kind]) for kind in EventType}
    assert len(looks) == len(EventType)
