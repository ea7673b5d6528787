"""Dates that are open at one end: "since 2017", "until May".

TimeML marks the date alone; here the word that opens it belongs to the expression, since the value rests on it.
TIMEX3 has no open ends, so it stays the value of the date.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.dates.context import Context
from timeline.dates.reading import Reading
from timeline.model import Granularity, TimeValue


class Opened(NamedTuple):
    """A reading, and the first piece of its expression."""

    reading: Reading
    first: int


def opened(reading: Reading, context: Context) -> Opened:
    """The reading with the end open that the word before it opens, if there is one."""
    value, first = reading.value, context.first
    if not first or value is None or value.granularity is Granularity.INTERVAL:
        return Opened(reading, first)
    before, grammar = context.tokens.symbols[first - 1], context.grammar
    if before in grammar.cues("since-word"):
        return Opened(_with(reading, TimeValue.since(value)), first - 1)
    if before in grammar.cues("until-word") and not _denied(context):
        return Opened(_with(reading, TimeValue.until(value)), first - 1)
    return Opened(reading, first)


def _denied(context: Context) -> bool:
    """ "not until 1990" is 1990."""
    return context.first >= 2 and context.tokens.symbols[context.first - 2] in context.grammar.cues("not-word")


def _with(reading: Reading, value: TimeValue) -> Reading:
    return Reading(reading.timex_type, reading.timex3, value, reading.basis, reading.base)
