"""Tells a story of the past from a report on the day.

In a report, "in August" is the August next to publication. In a story (a history, a biography) dates
follow each other, and it is the August of the year that was named last.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.dates.reading import Args
from timeline.dates.scan import Fit

LONG_AGO = 2  # years before publication
ENOUGH = 5  # such years make a story ...
FEW = 3  # ... unless one expression for three of them hangs on publication
YEARS = ("year", "early-year")
NEAR = ("weekday", "turn", "sign")  # what such expressions keep; those of a language that are `near` are such too


def is_story(found: Sequence[tuple[Fit, Args]], published: date | None) -> bool:
    """Whether most of what is dated lies long before publication. Each fit comes with the arguments of its rule."""
    latest = published.year - LONG_AGO if published else 9999
    old = near = 0
    for fit, args in found:
        year = _year(fit, args)
        if fit.form.rule.meaning == "before-christ":
            old += FEW
        elif year is not None:
            old += year <= latest
        else:
            near += _is_near(fit)
    return old >= ENOUGH and old > FEW * near


def _year(fit: Fit, args: Args) -> int | None:
    named: int | None = args["year"] if any(_is_year(*group[:2]) for group in fit.groups) else None
    return named


def _is_near(fit: Fit) -> bool:
    constants = fit.form.rule.constants
    return "near" in constants or ("from" not in constants and any(name in NEAR for name, *_ in fit.groups))


def _is_year(name: str, kind: str) -> bool:
    return name == "year" and kind in YEARS
