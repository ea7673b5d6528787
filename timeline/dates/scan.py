"""Where rules fit: the longest fit at each place, from left to right.

What fits at a place depends on the symbols alone, from the one before up to the next unknown word. Such short
rows ("in", "the", unit) come again and again in all texts, so what fits them is worked out once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.grammar import Form, Grammar
from timeline.dates.tokens import UNKNOWN

Groups = tuple[tuple[str, str, int, int], ...]


class Fit(NamedTuple):
    """A form that fits `length` pieces from `first` on; `groups` has the name, class, and pieces of what it keeps."""

    form: Form
    first: int
    length: int
    groups: Groups


def scan(symbols: str, grammar: Grammar) -> Iterator[Fit]:
    """All fits; of two as long at one place, that of the rule that is written first."""
    done, end, reach = 0, -1, grammar.reach + 1
    for hit in grammar.starts.finditer(symbols):
        at = hit.start()
        if at < done:
            continue
        if end < at:
            end = symbols.find(UNKNOWN, at)
            end = len(symbols) if end < 0 else end
        before = symbols[at - 1] if at else UNKNOWN
        found = longest(grammar, before + symbols[at : min(end + 1, at + reach)])
        if found:
            done = at + found[1]
            yield Fit(found[0], at, *found[1:])


def all_fits(symbols: str, at: int, grammar: Grammar) -> Iterator[Fit]:
    """The longest fit of every form at one place, whichever wins there; in the order of the rules."""
    row = (symbols[at - 1] if at else UNKNOWN) + symbols[at : at + grammar.reach + 1]
    for form in grammar.forms.get(row[1], ()):
        match = form.regex.match(row, 1)
        if match and match.end() > 1:
            yield Fit(form, at, match.end() - 1, _groups(form, match))


@lru_cache(maxsize=1 << 16)
def longest(grammar: Grammar, row: str) -> tuple[Form, int, Groups] | None:
    """The longest form that fits from the second symbol on; the first is what stands before."""
    best, end = None, 1
    for form in grammar.forms[row[1]]:
        match = form.regex.match(row, 1)
        if match and match.end() > end:
            best, end, kept = match, match.end(), form
    if best is None:
        return None
    return kept, end - 1, _groups(kept, best)


def _groups(form: Form, match: re.Match[str]) -> Groups:
    spans = ((name, kind, *match.span(group)) for group, name, kind in form.kept)
    return tuple((name, kind, first - 1, last - 1) for name, kind, first, last in spans if first >= 0)
