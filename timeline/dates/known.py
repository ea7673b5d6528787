"""What is known of an expression wherever it stands: the values of its words, and most often what it means.

Most readings rest on the words and the day of publication alone. Which do is not declared but seen: each is tried
where nothing around can be looked at. What comes through is the same at every place, and is remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from timeline.dates.context import Context
from timeline.dates.discourse import Discourse
from timeline.dates.grammar import Grammar
from timeline.dates.lexicon import Words
from timeline.dates.numbers import READERS
from timeline.dates.reading import Args, Reading
from timeline.dates.resolve import MEANINGS
from timeline.dates.scan import Shape
from timeline.dates.tokens import Tokens, split

EVERYWHERE = ("grammar", "published", "story")  # what is the same for all mentions of a text
AROUND = frozenset(Context._fields).difference(EVERYWHERE)
NOWHERE = Tokens("", "", [], [], "", 0)


class Known(NamedTuple):
    """The arguments of an expression, and its reading; this only if it is `settled`, so the same at every place."""

    args: Args
    reading: Reading | None
    settled: bool


class LooksAroundError(Exception):
    """A reading hangs on what stands around."""


class Alone(Context):
    """A context of which only what is the same for the whole text can be seen."""

    def __getattribute__(self, name: str) -> Any:
        if name in AROUND:
            raise LooksAroundError(name)
        return super().__getattribute__(name)


@lru_cache(maxsize=1 << 15)
def known(shape: Shape, expression: str, grammar: Grammar, published: date | None, story: bool) -> Known:
    """`expression`: all the pieces of the shape, as the text has them."""
    args = arguments(shape, expression, grammar)
    alone = Alone(grammar, NOWHERE, 0, 0, published, Discourse(), story)
    try:
        return Known(args, MEANINGS[shape.form.rule.meaning](args, alone), settled=True)
    except LooksAroundError:
        return Known(args, None, settled=False)


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
