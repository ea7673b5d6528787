"""Finds the places where a rule fits, and reads them one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.context import Context
from timeline.dates.discourse import Discourse
from timeline.dates.eras import named_before_christ
from timeline.dates.grammar import Form, Grammar, load_grammar
from timeline.dates.invisible import put_back, without_marks
from timeline.dates.lexicon import Words
from timeline.dates.numbers import READERS
from timeline.dates.open_ends import opened
from timeline.dates.reading import Args, Reading
from timeline.dates.resolve import MEANINGS
from timeline.dates.scan import Fit, Groups, scan
from timeline.dates.story import is_story
from timeline.dates.tokens import Tokens, split
from timeline.model import DateMention

Span = tuple[int, int]


class Placed(NamedTuple):
    """A rule that fits, where it stands, and what it reads there; None where that is no time expression."""

    fit: Fit
    context: Context
    reading: Reading | None
    span: Span


def find_mentions(text: str, language: str, published: date | None) -> list[DateMention]:
    """All time expressions of a text, in its order."""
    plain, places = without_marks(text)
    mentions = [mention(found) for found in placed(plain, language, published) if found.reading]
    return mentions if places is None else [put_back(found, text, places) for found in mentions]


def placed(text: str, language: str, published: date | None) -> Iterator[Placed]:
    """Each place where a rule fits, in the order of the text, with what was named before it."""
    grammar = load_grammar(language)
    tokens = Tokens.read(text, grammar.lexicon.rows)
    found = _found(tokens, grammar)
    if story := is_story([(fit, args) for fit, _, args in found], published):
        grammar = load_grammar(language, "story")
        found = _found(tokens, grammar)
    so_far = Discourse()
    for fit, span, args in found:
        context = Context(grammar, tokens, fit.first, fit.first + fit.length, published, so_far, story)
        reading = MEANINGS[fit.form.rule.meaning](args, context)
        if reading:
            after = _after(so_far, reading, fit, context)
            so_far = so_far if story and context.heading is None and context.aside(reading.value) else after
            reading = named_before_christ(reading) if after.before_christ else reading
        yield Placed(fit, context, reading, span)


def _after(so_far: Discourse, reading: Reading, fit: Fit, context: Context) -> Discourse:
    return so_far.after(reading, fit.form.rule.meaning, context.last, context.heading if context.story else None)


def _found(tokens: Tokens, grammar: Grammar) -> list[tuple[Fit, Span, Args]]:
    """Where rules fit, where that stands in the text, and the arguments of each."""
    fits = list(scan(tokens.symbols, grammar))
    spans = [tokens.span(fit.first, fit.first + fit.length) for fit in fits]
    return [(fit, span, arguments(fit, tokens, grammar, span)) for fit, span in zip(fits, spans, strict=True)]


def read(fit: Fit, context: Context) -> Reading | None:
    """What a rule means in a context."""
    return MEANINGS[fit.form.rule.meaning](arguments(fit, context.tokens, context.grammar), context)


def arguments(fit: Fit, tokens: Tokens, grammar: Grammar, span: Span | None = None) -> Args:
    """The values of the words that a form keeps, beside the constants of its rule. `span`: the fit's, if known."""
    start, end = span if span and fit.stretch == fit.length else tokens.span(fit.first, fit.first + fit.stretch)
    return _arguments(fit.form, fit.groups, tokens.flat[start:end], grammar)


@lru_cache(maxsize=1 << 15)
def _arguments(form: Form, groups: Groups, expression: str, grammar: Grammar) -> Args:
    args, words = dict(form.rule.constants), grammar.lexicon.stemmed(tuple(map(str.lower, split(expression))))
    for name, kind, first, last in groups:
        value = _value(kind, words[first:last], grammar)
        args |= value if isinstance(value, Mapping) else {name: value}
    return args


def _value(kind: str, words: Words, grammar: Grammar) -> object:
    if kind in READERS:
        return READERS[kind](words, grammar.lexicon)
    return grammar.lexicon.value(kind, words)


def mention(found: Placed) -> DateMention:
    """The time expression of a place that has a reading."""
    assert found.reading
    context, rule = found.context, found.fit.form.rule
    reading, first, last, cut = opened(found.reading, context)
    start, end = found.span if (first, last) == (context.first, context.last) else context.tokens.span(first, last)
    end -= cut
    return DateMention(
        start, end, context.tokens.text[start:end], reading.timex_type, reading.timex3, reading.value,
        reading.basis, rule.name, reading.base, reading.zone,
    )  # fmt: skip
