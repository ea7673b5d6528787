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
from timeline.dates.memo import Memo
from timeline.dates.tokens import UNKNOWN, Rows, split
from timeline.spelling import expanded

WINDOW = 24  # pieces to either side; a sentence seldom has a cue farther off
PAST, FUTURE = "<", ">"  # the symbols of unknown words whose ending tells a tense


class Direction(IntEnum):
    """Behind, not known, ahead."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Cues:
    """What a language says of tense, as patterns over symbols.

    rows    chunk of text -> symbols, in which an unknown word has that of the tense that its ending tells
    behind  how many pieces before the window a pattern may look at
    """

    last_stop: re.Pattern[str]
    last: re.Pattern[str]
    stop: re.Pattern[str]
    first: re.Pattern[str]
    ending: re.Pattern[str]
    past: str
    verb_last: bool
    behind: int
    rows: Rows


class Told(NamedTuple):
    """What the words around an expression say, and the piece that says so; -1 where none does."""

    direction: Direction
    at: int


class Around(NamedTuple):
    """The symbols around an expression, which stands at `first` to `last` of them."""

    row: str
    first: int
    last: int
    grammar: Grammar


NOTHING = Told(Direction.OPEN, -1)


def direction(context: Context) -> Direction:
    """What the words around the expression say."""
    return _told(_around(context)).direction if context.leaning is None else Direction(context.leaning)


def told(context: Context) -> Told:
    """The same, with the word that decides."""
    around = _around(context)
    found = _told(around)
    return found if found.at < 0 else Told(found.direction, context.first - around.first + found.at)


def _around(context: Context) -> Around:
    cues, first, last = _cues(context.grammar), context.first, context.last
    begin = max(0, first - WINDOW - cues.behind)
    row = context.tokens.row(cues.rows, begin, last + WINDOW)
    return Around(row, first - begin, last - begin, context.grammar)


@lru_cache(maxsize=1 << 14)
def _told(around: Around) -> Told:
    cues = _cues(around.grammar)
    first, second = (_after, _before) if cues.verb_last else (_before, _after)
    found = first(cues, around)
    if _awaited(found, around):
        return Told(Direction.FUTURE, around.first - 1)
    return found if found.direction is not Direction.OPEN else second(cues, around)


def _awaited(found: Told, around: Around) -> bool:
    """ "asked to answer by Monday" lies ahead; "had left by Monday" and "By Monday they had left" do not."""
    row, cues, at = around.row, around.grammar.cues, found.at
    if not around.first or row[around.first - 1] not in cues("cue-awaited"):
        return False
    if at < 0:
        return _after(_cues(around.grammar), around).direction is not Direction.PAST
    return row[at] not in cues("cue-past") and row[at - 1] not in cues("before-perfect")


def _before(cues: Cues, around: Around) -> Told:
    row, begin = around.row, max(0, around.first - WINDOW)
    if stop := cues.last_stop.match(row, begin, around.first):
        begin = stop.end()
    cue = cues.last.match(row, begin, around.first)
    return _read(cues, row, cue.end() - 1 if cue else -1, cue.end() if cue else begin, around.first)


def _after(cues: Cues, around: Around) -> Told:
    row, limit = around.row, len(around.row)
    if stop := cues.stop.search(row, around.last):
        limit = stop.start()
    cue = cues.first.search(row, around.last, limit)
    return _read(cues, row, cue.start() if cue else -1, around.last, cue.start() if cue else limit)


def _read(cues: Cues, row: str, cue: int, first: int, last: int) -> Told:
    """A verb form in the pieces `first` to `last` is nearer than the cue, which is the piece `cue`, or none (-1)."""
    if ending := cues.ending.search(row, first, last):
        return Told(Direction.PAST if ending[0] == PAST else Direction.FUTURE, ending.start())
    if cue < 0:
        return NOTHING
    return Told(Direction.PAST if row[cue] in cues.past else Direction.FUTURE, cue)


def _rows(grammar: Grammar) -> Rows:
    past, future = (_endings(grammar.settings, tense) for tense in ("past", "future"))

    def symbol(piece: str, plain: str) -> str:
        """By its ending; a word with capitals is a name."""
        if plain != UNKNOWN or piece != piece.lower():
            return plain
        return PAST if piece.endswith(past) else FUTURE if piece.endswith(future) else plain

    def row(chunk: str) -> str:
        return "".join(map(symbol, split(chunk), grammar.lexicon.rows[chunk]))

    return Memo(row)


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
    active = f"(?<![{passive}])" if passive else ""
    cue = f"[{grammar.cues('cue-future')}]|{active}[{past}]{_last_words(grammar)}"
    return Cues(
        re.compile(f".*(?:{stop})", re.DOTALL), re.compile(f".*(?:{cue})", re.DOTALL),
        re.compile(stop), re.compile(cue), re.compile(f"{active}[{PAST}{FUTURE}]"), past,
        settings.get("verb-last", False), max(map(len, grammar.lexicon.phrases.get("cue-future", ())), default=1),
        _rows(grammar),
    )  # fmt: skip
