"""Whether an undated day or month lies ahead or behind: the tense of the words around it.

No parser is needed: the nearest cue before the expression in its sentence decides, else the nearest after it;
the other way round in a language whose verbs come last. Which words are cues is the language's data: the classes
`cue-future`, `cue-past` and `cue-agenda`, and endings of past and future forms.
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
SUBJECT = 9  # pieces; "neither the minister nor his deputies could"
NEARBY = 3  # pieces; "had been due to expire" is one thing said
PAST, FUTURE = "<", ">"  # the symbols of unknown words whose ending tells a tense


class Direction(IntEnum):
    """Behind, not known, ahead."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Cues:
    """What a language says of tense, as patterns over symbols.

    first, last  the next cue; the last one, and what stands before it
    undone       what takes back the future that follows: "had been due to", "neither could"
    rows         chunk of text -> symbols, in which an unknown word has that of the tense that its ending tells
    """

    last_stop: re.Pattern[str]
    last: re.Pattern[str]
    stop: re.Pattern[str]
    first: re.Pattern[str]
    ending: re.Pattern[str]
    undone: re.Pattern[str] | None
    verb_last: bool
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
    begin = max(0, first - WINDOW - 1)  # one more, for what stands before the first cue
    row = context.tokens.symbols[begin : last + WINDOW]
    if UNKNOWN in row:
        row = context.tokens.row(cues.rows, begin, last + WINDOW)
    return Around(row, first - begin, last - begin, context.grammar)


@lru_cache(maxsize=1 << 14)
def _told(around: Around) -> Told:
    cues = _cues(around.grammar)
    first, second = (_after, _before) if cues.verb_last else (_before, _after)
    found = first(cues, around)
    near = around.first - 1 if _awaited(found, around) else _copula(around)
    if near >= 0:
        return Told(Direction.FUTURE, near)
    return found if found.direction is not Direction.OPEN else second(cues, around)


def _awaited(found: Told, around: Around) -> bool:
    """ "asked to answer by Monday" lies ahead; "had left by Monday" and "By Monday they had left" do not."""
    row, cues, at = around.row, around.grammar.cues, found.at
    if not around.first or row[around.first - 1] not in cues("cue-awaited"):
        return False
    if at < 0:
        return _after(_cues(around.grammar), around).direction is not Direction.PAST
    past = row[at] in cues("cue-past") and row[at] not in cues("cue-granting")
    return not past and row[at - 1] not in cues("before-perfect")


def _copula(around: Around) -> int:
    """Where "is" stands right before a day: "The vote is Sunday", "is on Sunday". What follows counts no more."""
    row, cues, at = around.row, around.grammar.cues, around.first - 1
    at -= at > 0 and row[at] in cues("day-preposition")
    return at if at >= 0 and row[at] in cues("cue-copula") else -1


def _before(cues: Cues, around: Around) -> Told:
    row, begin = around.row, max(0, around.first - WINDOW)
    if stop := cues.last_stop.match(row, begin, around.first):
        begin = stop.end()
    cue = cues.last.match(row, begin, around.first)
    found = _read(cues, row, cue, cue.end() if cue else begin, around.first)
    return _undone(cues, row, begin, found) if cues.undone and found.direction is Direction.FUTURE else found


def _undone(cues: Cues, row: str, begin: int, found: Told) -> Told:
    """ "It had been due to end Friday" and "None could be reached Friday" lie behind."""
    hits = list(cues.undone.finditer(row, begin, found.at + 1)) if cues.undone else []
    return Told(Direction.PAST, hits[-1].start()) if hits and found.at - hits[-1].end() < NEARBY else found


def _after(cues: Cues, around: Around) -> Told:
    row, limit = around.row, len(around.row)
    if stop := cues.stop.search(row, around.last):
        limit = stop.start()
    cue = cues.first.search(row, around.last, limit)
    return _read(cues, row, cue, around.last, cue.start() if cue else limit)


def _read(cues: Cues, row: str, cue: re.Match[str] | None, first: int, last: int) -> Told:
    """A verb form in the pieces `first` to `last` is nearer than the cue."""
    if ending := cues.ending.search(row, first, last):
        return Told(Direction.PAST if ending[0] == PAST else Direction.FUTURE, ending.start())
    if cue is None:
        return NOTHING
    return Told(Direction.PAST if cue.lastindex else Direction.FUTURE, cue.end() - 1)


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


def _cue(grammar: Grammar, free: str, *, before: bool) -> str:
    """A cue of one word or of several ("is to", "could not"). A group holds one of the past; `free`: no "to" before.

    "They agreed to meet Monday", but "On Monday they agreed": before an expression the whole phrase counts.
    """
    future, past = (_phrases(grammar, f"cue-{tense}") for tense in ("future", "past"))
    agenda = grammar.cues("cue-agenda")
    one = f"[{grammar.cues('cue-future')}]|({free}[{grammar.cues('cue-past')}]){f'|{free}[{agenda}]' if agenda else ''}"
    rows = (f"({past})" if past else "", *((future, one) if before else (one, future)))
    return "|".join(row for row in rows if row)


def _phrases(grammar: Grammar, name: str) -> str:
    own, rows = grammar.lexicon.symbols, grammar.lexicon.phrases.get(name, ())
    return "|".join("".join(f"[{own[f'={word}']}]" for word in words) for words in rows)


def _undoing(grammar: Grammar) -> re.Pattern[str] | None:
    """A plan of the past perfect, or somewhere behind a word of negation what one was able to do."""
    planned, none, able = _phrases(grammar, "cue-undone"), grammar.cues("none-word"), grammar.cues("able-word")
    verbs = grammar.cues("cue-past") + grammar.cues("cue-future") + grammar.cues("joining-sign") + PAST
    unable = f"[{none}][^{verbs}]{{0,{SUBJECT}}}[{able}]" if none and able else ""
    either = "|".join(filter(None, (planned, unable)))
    return re.compile(either) if either else None


@lru_cache(maxsize=8)
def _cues(grammar: Grammar) -> Cues:
    short, settings = grammar.cues("abbreviation"), grammar.settings
    stop = f"{f'(?<![{short}])' if short else ''}[{grammar.cues('sentence-end')}]|{BREAK}"
    free = f"(?<![{bare}])" if (bare := grammar.cues("before-participle")) else ""
    last, first = (_cue(grammar, free, before=before) for before in (True, False))
    return Cues(
        re.compile(f".*(?:{stop})", re.DOTALL), re.compile(f".*(?:{last})", re.DOTALL),
        re.compile(stop), re.compile(first), re.compile(f"{free}[{PAST}{FUTURE}]"), _undoing(grammar),
        settings.get("verb-last", False), _rows(grammar),
    )  # fmt: skip
