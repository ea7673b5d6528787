"""Where rules fit: the longest fit at each place, from left to right.

What fits at a place depends on the symbols alone, from the one before up to the next unknown word. Such short
rows ("in", "the", unit) come again and again in all texts, so what fits them is worked out once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.grammar import Form, Grammar
from timeline.dates.memo import Memo
from timeline.dates.tokens import UNKNOWN

Groups = tuple[tuple[str, str, int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A form that fits `length` pieces. There is one object for each shape, so that a table finds it quickly.

    groups   the name, class, and pieces of what it keeps
    stretch  where that ends, which may be behind the expression, or the expression itself; from its first piece on
    is_idle  whether it reads and keeps nothing: all that counts is that no other rule reads its pieces
    """

    form: Form
    length: int
    groups: Groups
    stretch: int
    is_idle: bool


class Fit(NamedTuple):
    """A shape, and the piece at which it begins."""

    first: int
    shape: Shape

    @property
    def form(self) -> Form:
        return self.shape.form

    @property
    def last(self) -> int:
        """The piece behind it."""
        return self.first + self.shape.length


def scan(symbols: str, grammar: Grammar) -> Iterator[Fit]:
    """All fits; of two as long at one place, that of the rule that is written first."""
    done, end, longest, reach = 0, -1, _longest(grammar).__getitem__, grammar.reach + 1
    for hit in grammar.starts.finditer(symbols):
        at = hit.start()
        if at < done:
            continue
        if end < at:
            end = symbols.find(UNKNOWN, at)
            end = len(symbols) if end < 0 else end
        last = end + 1 if end < at + reach else at + reach
        found = longest(symbols[at - 1 : last] if at else UNKNOWN + symbols[:last])
        if found:
            done = at + found.length
            yield Fit(at, found)


def all_fits(symbols: str, at: int, grammar: Grammar) -> Iterator[Fit]:
    """The longest fit of every form at one place, whichever wins there; in the order of the rules."""
    row = (symbols[at - 1] if at else UNKNOWN) + symbols[at : at + grammar.reach + 1]
    for form in grammar.forms.get(row[1], ()):
        match = form.regex.match(row, 1)
        if match and match.end() > 1:
            yield Fit(at, _shape(form, match))


@lru_cache(maxsize=16)
def _longest(grammar: Grammar) -> Memo[Shape | None]:
    """For a row of symbols, the longest form that fits from the second on; the first is what stands before."""

    def longest(row: str) -> Shape | None:
        best, end = None, 1
        for form in grammar.forms[row[1]]:
            match = form.regex.match(row, 1)
            if match and match.end() > end:
                best, end = (form, match), match.end()
        return _shape(*best) if best else None

    return Memo(longest)


def _shape(form: Form, match: re.Match[str]) -> Shape:
    spans = [(name, kind, *match.span(group)) for group, name, kind in form.kept]
    groups = tuple((name, kind, first - 1, last - 1) for name, kind, first, last in spans if first >= 0)
    return _one_shape(form, match.end() - 1, groups)


@lru_cache(maxsize=1 << 14)
def _one_shape(form: Form, length: int, groups: Groups) -> Shape:
    is_idle = form.rule.meaning == "nothing" and not groups and not form.rule.constants
    return Shape(form, length, groups, max([length, *(last for *_, last in groups)]), is_idle)
