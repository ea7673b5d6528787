"""What is known of an expression wherever it stands: the values of its words, and most often what it means.

Most readings rest on the words and the day of publication alone, others on one or two facts of the place besides,
such as the tense. Which do is not declared but seen: each is tried where nothing of the place can be looked at.
What comes through is the same at every place, and is remembered; what asks for a fact is tried again with that.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from timeline.dates.context import Context
from timeline.dates.direction import direction
from timeline.dates.grammar import Grammar
from timeline.dates.lexicon import Words
from timeline.dates.numbers import READERS
from timeline.dates.reading import Args, Reading
from timeline.dates.resolve import MEANINGS
from timeline.dates.scan import Shape
from timeline.dates.tokens import split

FACTS_OF_PLACE = ("said", "said_day", "beside", "is_since", "opens_sentence", "said_near", "said_in_sentence")
# What may be asked of a place: each takes few values, so that it is worth remembering what follows from one.
FACTS: Mapping[str, Callable[[Context], Hashable]] = MappingProxyType(
    {"leaning": direction} | {name: attrgetter(name) for name in FACTS_OF_PLACE}
)


class AskedError(Exception):
    """A reading hangs on something of the place."""


class Alone(Context):
    """A context of which only some things can be seen: those of the whole text, and the facts that are known."""

    seen: Mapping[str, Any]

    def __getattribute__(self, name: str) -> Any:
        seen = super().__getattribute__("seen")
        if name in seen:
            return seen[name]
        if name in FACTS or name in Context._fields:
            raise AskedError(name)
        return super().__getattribute__(name)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The arguments of an expression, and its reading where only `seen` is known of its place.

    asks   what else the reading rests on; "" where it rests on no more
    """

    meaning: str
    args: Args
    seen: Mapping[str, Any]
    reading: Reading | None
    asks: str


@lru_cache(maxsize=1 << 15)
def known(shape: Shape, expression: str, grammar: Grammar, published: date | None, story: bool) -> Known:
    """`expression`: all the pieces of the shape, as the text has them."""
    args = arguments(shape, expression, grammar)
    return _tried(shape.form.rule.meaning, args, {"grammar": grammar, "published": published, "story": story})


@lru_cache(maxsize=1 << 15)
def _with_fact(before: Known, fact: Hashable) -> Known:
    """The same, with the fact that it asks for."""
    return _tried(before.meaning, before.args, {**before.seen, before.asks: fact})


def _tried(meaning: str, args: Args, seen: Mapping[str, Any]) -> Known:
    alone = Alone._make(None for _ in Context._fields)
    alone.seen = seen
    try:
        return Known(meaning, args, seen, MEANINGS[meaning](args, alone), "")
    except AskedError as error:
        return Known(meaning, args, seen, None, str(error))


def reading_at(each: Known, context: Context) -> Reading | None:
    """What an expression means at its place."""
    while each.asks in FACTS:
        each = _with_fact(each, FACTS[each.asks](context))
    return MEANINGS[each.meaning](each.args, context) if each.asks else each.reading


def arguments(shape: Shape, expression: str, grammar: Grammar) -> Args:
    """The values of the words that a form keeps, beside the constants of its rule."""
    args, words = dict(shape.form.rule.constants), grammar.lexicon.stemmed(tuple(map(str.lower, split(expression))))
    for name, kind, first, last in shape.groups:
        value = _value(kind, words[first:last], grammar)
        args |= value if isinstance(value, Mapping) else {name: value}
    return args


def _value(kind: str, words: Words, grammar: Grammar) -> object:
    if kind in READERS:
        return READERS[kind](words, grammar.lexicon)
    return grammar.lexicon.value(kind, words)
