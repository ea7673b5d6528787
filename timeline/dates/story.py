"""Tells a story of the past from a report on the day.

In a report, "in August" is the August next to publication. In a story (a history, a biography) dates
follow each other, and it is the August of the year that was named last.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from timeline.dates.reading import Args
from timeline.dates.scan import Shape

LONG_AGO = 2  # years before publication
ENOUGH = 5  # such years make a story ...
FEW = 3  # ... unless one expression for three of them hangs on publication
YEARS = ("year", "early-year")
NEAR = ("weekday", "turn", "sign")  # what such expressions keep; those of a language that are `near` are such too


def is_story(found: Sequence[tuple[Shape, Args]], published: date | None) -> bool:
    """Whether most of what is dated lies long before publication. Each shape comes with the arguments of its rule."""
    latest = published.year - LONG_AGO if published else 9999
    old = near = 0
    for shape, args in found:
        tells = _tells(shape)
        if tells == "year":
            old += args["year"] <= latest
        elif tells:
            old, near = old + FEW * (tells == "before-christ"), near + (tells == "near")
    return old >= ENOUGH and old > FEW * near


@lru_cache(maxsize=1 << 14)
def _tells(shape: Shape) -> str:
    """What a shape says of the kind of text: "year", "near", "before-christ", or ""."""
    constants = shape.form.rule.constants
    if shape.form.rule.meaning == "before-christ":
        return "before-christ"
    if any(_is_year(*group[:2]) for group in shape.groups):
        return "year"
    near = "near" in constants or ("from" not in constants and any(name in NEAR for name, *_ in shape.groups))
    return "near" if near else ""


def _is_year(name: str, kind: str) -> bool:
    return name == "year" and kind in YEARS
