"""Whether an undated day or month lies ahead or behind: the tense of the words around it.

No parser is needed: the nearest cue before the expression in its sentence decides, else the nearest after it;
the other way round in a language whose verbs come last. Which words are cues is the language's data: the classes
`cue-future` and `cue-past`, and endings of past and future forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple

from timeline.dates.context import Context
from timeline.dates.grammar import Grammar
from timeline.dates.lexicon import BREAK
from timeline.dates.tokens import UNKNOWN
from timeline.spelling import expanded

WINDOW = 24  # pieces to either side; a sentence seldom has a cue farther off


class Direction(IntEnum):
    """Behind, not known, ahead."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Cues:
    """What a language says of tense, as patterns over symbols."""

    last_stop: re.Pattern[str]
    last: re.Pattern[str]
    stop: re.Pattern[str]
    first: re.Pattern[str]
    past: str
    passive: str
    endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    verb_last: bool


class Told(NamedTuple):
    """What the words around an expression say, and the piece that says so; -1 where none does."""

    direction: Direction
    at: int


def direction(context: Context) -> Direction:
    """What the words around the expression say."""
    return told(context).direction if context.leaning is None else Direction(context.leaning)


def told(context: Context) -> Told:
    """The same, with the word that decides."""
    cues = _cues(context.grammar)
    first, second = (_after, _before) if cues.verb_last else (_before, _after)
    found = first(cues, context)
    if _awaited(found, context):
        return Told(Direction.FUTURE, context.first - 1)
    return found if found.direction is not Direction.OPEN else second(cues, context)


def _awaited(found: Told, context: Context) -> bool:
    """ "asked to answer by Monday" lies ahead; "had left by Monday" and "By Monday they had left" do not."""
    symbols, cues, at = context.tokens.symbols, context.grammar.cues, found.at
    if not context.first or symbols[context.first - 1] not in cues("cue-awaited"):
        return False
    if at < 0:
        return _after(_cues(context.grammar), context).direction is not Direction.PAST
    return symbols[at] not in cues("cue-past") and symbols[at - 1] not in cues("before-perfect")


def _before(cues: Cues, context: Context) -> Told:
    symbols = context.tokens.symbols
    begin = max(0, context.first - WINDOW)
    if stop := cues.last_stop.match(symbols, begin, context.first):
        begin = stop.end()
    cue = cues.last.match(symbols, begin, context.first)
    return _read(cues, context, cue.end() - 1 if cue else -1, cue.end() if cue else begin, context.first)


def _after(cues: Cues, context: Context) -> Told:
    symbols, limit = context.tokens.symbols, context.last + WINDOW
    if stop := cues.stop.search(symbols, context.last, limit):
        limit = stop.start()
    cue = cues.first.search(symbols, context.last, limit)
    return _read(cues, context, cue.start() if cue else -1, context.last, cue.start() if cue else limit)


def _read(cues: Cues, context: Context, cue: int, first: int, last: int) -> Told:
    """A verb form in the pieces `first` to `last` is nearer than the cue, which is the piece `cue`, or none (-1)."""
    symbols = context.tokens.symbols
    pieces = context.tokens.pieces(first, last) if symbols.find(UNKNOWN, first, last) >= 0 else ()
    for at, piece in enumerate(pieces, first):
        if symbols[at] == UNKNOWN and symbols[at - 1] not in cues.passive and (found := _by_ending(cues, piece)):
            return Told(found, at)
    if cue < 0:
        return Told(Direction.OPEN, -1)
    return Told(Direction.PAST if symbols[cue] in cues.past else Direction.FUTURE, cue)


def _by_ending(cues: Cues, word: str) -> Direction:
    """What the ending of a word says; a word with capitals is a name."""
    if word == word.lower():
        if word.endswith(cues.endings):
            return Direction.PAST
        if word.endswith(cues.future_endings):
            return Direction.FUTURE
    return Direction.OPEN


def _endings(settings: Mapping[str, Any], tense: str) -> tuple[str, ...]:
    return tuple(ending for row in settings.get(f"{tense}-endings", ()) for ending in expanded(row))


def _last_words(grammar: Grammar) -> str:
    """The cues of several words, all of the future ("is to"): each at the last of them."""
    own = grammar.lexicon.symbols
    rows = [[f"[{own[f'={word}']}]" for word in words] for words in grammar.lexicon.phrases.get("cue-future", ())]
    return "".join(f"|(?<={''.join(row[:-1])}){row[-1]}" for row in rows)


@lru_cache(maxsize=8)
def _cues(grammar: Grammar) -> Cues:
    short, settings = grammar.cues("abbreviation"), grammar.settings
    stop = f"{f'(?<![{short}])' if short else ''}[{grammar.cues('sentence-end')}]|{BREAK}"
    past, passive = grammar.cues("cue-past"), grammar.cues("before-participle")
    cue = f"[{grammar.cues('cue-future')}]|{f'(?<![{passive}])' if passive else ''}[{past}]{_last_words(grammar)}"
    return Cues(
        re.compile(f".*(?:{stop})", re.DOTALL), re.compile(f".*(?:{cue})", re.DOTALL),
        re.compile(stop), re.compile(cue), past, passive,
        _endings(settings, "past"), _endings(settings, "future"), settings.get("verb-last", False),
    )  # fmt: skip
