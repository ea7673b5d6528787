"""Whether an undated day or month lies ahead or behind: the tense of the words around it.

No parser is needed: the nearest cue before the expression in its sentence decides, else the nearest after it.
Which words are cues is the language's data (the classes `cue-future`, `cue-past`, `cue-deadline`).
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from timeline.dates.context import Context
from timeline.dates.grammar import Grammar
from timeline.dates.lexicon import BREAK
from timeline.dates.tokens import UNKNOWN

WINDOW = 24  # pieces to either side; a sentence seldom has a cue farther off


class Direction(IntEnum):
    """Behind, not known, ahead."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


def direction(context: Context) -> Direction:
    """What the words around the expression say."""
    grammar, tokens = context.grammar, context.tokens
    stop = _stop(grammar)
    begin = max(0, context.first - WINDOW)
    before = tokens.symbols[begin : context.first]
    cut = max((m.end() for m in stop.finditer(before)), default=0)
    if found := _nearest(grammar, before[cut:], tokens.pieces[begin + cut : context.first], backwards=True):
        return found
    after = tokens.symbols[context.last : context.last + WINDOW]
    end = stop.search(after)
    after = after[: end.start()] if end else after
    return _nearest(grammar, after, tokens.pieces[context.last : context.last + len(after)], backwards=False)


def _nearest(grammar: Grammar, symbols: str, pieces: list[str], *, backwards: bool) -> Direction:
    future, past = grammar.cues("cue-future"), grammar.cues("cue-past")
    endings = tuple(grammar.settings.get("past-endings", ()))
    order = range(len(symbols) - 1, -1, -1) if backwards else range(len(symbols))
    for at in order:
        symbol = symbols[at]
        if symbol in future:
            return Direction.FUTURE
        if symbol in past:
            return Direction.PAST
        if symbol == UNKNOWN and endings and pieces[at].rstrip().endswith(endings) and pieces[at].islower():
            return Direction.PAST
    return Direction.OPEN


@lru_cache(maxsize=8)
def _stop_of(symbols: str) -> re.Pattern[str]:
    return re.compile(f"[{symbols}{BREAK}]")


def _stop(grammar: Grammar) -> re.Pattern[str]:
    return _stop_of(grammar.cues("sentence-end"))
