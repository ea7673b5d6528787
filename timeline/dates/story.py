"""Tells a story of the past from a report on the day.

In a report, "in August" is the August next to publication. In a story (a history, a biography) dates
follow each other, and it is the August of the year that was named last.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.dates.scan import Fit
from timeline.dates.tokens import Tokens

LONG_AGO = 2  # years before publication
ENOUGH = 6  # such years make a story ...
FEW = 3  # ... unless one expression for three of them hangs on publication
NEAR = ("weekday", "turn", "sign")  # what such expressions keep; those of a language that are `near` are such too


def is_story(fits: Sequence[Fit], tokens: Tokens, published: date | None) -> bool:
    """Whether most of what is dated lies long before publication."""
    latest = published.year - LONG_AGO if published else 9999
    old = near = 0
    for fit in fits:
        year = _year(fit, tokens)
        if year is not None:
            old += year <= latest
        else:
            near += "near" in fit.form.rule.constants or any(name in NEAR for name, *_ in fit.groups)
    return old >= ENOUGH and old > FEW * near


def _year(fit: Fit, tokens: Tokens) -> int | None:
    if fit.form.rule.meaning == "before-christ":
        return 0
    for name, kind, first, _ in fit.groups:
        if name == "year" and kind == "year":
            return int(tokens.piece(fit.first + first))
    return None
