"""Dates that are open at one end: "since 2017", "until May", "before 2020".

TimeML marks the date alone; here "since" and "until" belong to the expression, since the value rests on them.
Words that bound a date ("before") stay outside: most often they join clauses, and the date is only where they end.
TIMEX3 has no open ends, so it stays the value of the date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.dates import calendar as cal
from timeline.dates.context import Context
from timeline.dates.grammar import Grammar
from timeline.dates.reading import Reading
from timeline.model import Granularity, TimeValue

EXACT = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR)
LONGEST = 3  # words that bound a date: "no later than"


class Opened(NamedTuple):
    """A reading, the first piece of its expression, the one after its last, and how many letters of that to cut."""

    reading: Reading
    first: int
    last: int
    cut: int


def opened(reading: Reading, context: Context) -> Opened | None:
    """The reading with the end open that words before or behind it open; None if none does, and no particle follows."""
    value, first, last, symbols = reading.value, context.first, context.last, context.tokens.symbols
    cut = context.particle(last - 1)
    before, grammar = symbols[first - 1 : first], context.grammar
    may_open = cut or _may_open(grammar, before, symbols[last : last + 1])
    if not may_open or value is None or value.granularity is Granularity.INTERVAL:
        return Opened(reading, first, last, cut) if cut else None
    rest = last, cut
    if behind := _behind(reading, context, glued=cut > 0):
        return behind
    if not first:
        return Opened(reading, first, *rest)
    if before in grammar.cues("since-word"):
        return Opened(_with(reading, "since") or reading, first - 1, *rest)
    if before in grammar.cues("until-word") and not _denied(context, first - 1):
        return Opened(_with(reading, "until") or reading, first - 1, *rest)
    return Opened(_bounded(reading, value, context), first, *rest)


@lru_cache(maxsize=1 << 14)
def _may_open(grammar: Grammar, before: str, behind: str) -> bool:
    """Whether the symbol before an expression, or the one behind it, is of a word that can open an end."""
    opening = grammar.cues("since-word") + grammar.cues("until-word") + _bounding(grammar)
    return (before != "" and before in opening) or (behind != "" and behind in grammar.cues("bound-behind"))


def _behind(reading: Reading, context: Context, *, glued: bool) -> Opened | None:
    """In some languages the word that opens the end follows, or is a particle, which is then not cut."""
    if reading.timex_type != "DATE":
        return None
    last, grammar, tokens = context.last, context.grammar, context.tokens
    names = grammar.lexicon.values.get("bound-behind", {})
    name: object = names.get(grammar.lexicon.stemmed(tokens.words(last, last + 1))) if names else None
    if name is not None:
        found = _with(reading, str(name))
        return Opened(found, context.first, last + 1, context.particle(last)) if found else None
    if glued:
        for each in BOUNDS:
            if tokens.symbols[last - 1] in grammar.cues(f"with-{each}") and (found := _with(reading, each)):
                return Opened(found, context.first, last, 0)
    return None


def _bounded(reading: Reading, value: TimeValue, context: Context) -> Reading:
    """ "before 2020", "by May": only where nothing but a stop follows, so that no event stands in between."""
    first, tokens, names = context.first, context.tokens, context.grammar.lexicon.values.get("bound", {})
    if value.granularity not in EXACT or reading.timex_type != "DATE" or not _closed(context):
        return reading
    if tokens.symbols[first - 1] not in _bounding(context.grammar):
        return reading
    before = tokens.words(max(0, first - LONGEST), first)
    for count in range(1, len(before) + 1):
        name = names.get(before[-count:])
        if name is not None and not _denied(context, first - count):
            return _with(reading, str(name)) or reading
    return reading


@lru_cache(maxsize=16)
def _bounding(grammar: Grammar) -> str:
    """The symbols of the words with which those end that bound a date."""
    rows = grammar.lexicon.phrases.get("bound", ())
    return "".join([grammar.cues("bound"), *(grammar.cues(f"={words[-1]}") for words in rows)])


def _before(value: TimeValue) -> TimeValue | None:
    last = _neighbour(value, value.start, -1)
    return TimeValue.until(last) if last else None


def _after(value: TimeValue) -> TimeValue | None:
    following = _neighbour(value, value.end, 0)
    return TimeValue.since(following) if following else None


def _neighbour(value: TimeValue, edge: date | None, days: int) -> TimeValue | None:
    """The year before a year, the day after a day."""
    day = cal.add_days(edge, days) if edge else None
    return cal.unit_around(day, value.granularity) if day else None


BOUNDS: Mapping[str, Callable[[TimeValue], TimeValue | None]] = {
    "before": _before,
    "after": _after,
    "since": TimeValue.since,
    "until": TimeValue.until,
}


def _closed(context: Context) -> bool:
    symbols = context.tokens.symbols
    return context.last >= len(symbols) or symbols[context.last] in context.grammar.cues("closing")


def _denied(context: Context, first: int) -> bool:
    """ "not until 1990" is 1990; "two days after 9 May" is no bound."""
    denying = context.grammar.cues("not-word") + context.grammar.cues("unit") + context.grammar.cues("units")
    return first >= 1 and context.tokens.symbols[first - 1] in denying


@lru_cache(maxsize=1 << 13)
def _with(reading: Reading, bound: str) -> Reading | None:
    value = BOUNDS[bound](reading.value) if reading.value else None
    if value is None:
        return None
    return Reading(reading.timex_type, reading.timex3, value, reading.basis, reading.base, reading.zone)
