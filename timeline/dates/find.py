"""Finds the places where a rule fits, and reads them one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from timeline.dates.context import Context
from timeline.dates.discourse import Discourse
from timeline.dates.eras import named_before_christ
from timeline.dates.grammar import Grammar, load_grammar
from timeline.dates.invisible import put_back, without_marks
from timeline.dates.known import Known, arguments, known, reading_at
from timeline.dates.open_ends import opened
from timeline.dates.reading import Reading
from timeline.dates.resolve import MEANINGS
from timeline.dates.scan import Fit, scan
from timeline.dates.story import is_story
from timeline.dates.tokens import Tokens
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


def placed(text: str, language: str, published: date | None, *, idle: bool = False) -> Iterator[Placed]:
    """Each place where a rule fits, in the order of the text, with what was named before it.

    Those where nothing is read or kept are among them only if `idle`.
    """
    grammar = load_grammar(language)
    tokens = Tokens.read(text, grammar.lexicon.rows)
    found = _found(tokens, grammar, published, idle=idle)
    if story := is_story([(fit.shape, each.args) for fit, _, each in found], published):
        grammar = load_grammar(language, "story")
        found = _found(tokens, grammar, published, idle=idle, story=True)
    so_far = Discourse()
    for fit, span, each in found:
        context = Context(grammar, tokens, fit.first, fit.last, published, so_far, story)
        reading = reading_at(each, context) if each.asks else each.reading
        if reading:
            heading = context.heading if story else None
            after = so_far.after(reading, each.meaning, context.last, published, story=story, heading=heading)
            so_far = so_far if story and heading is None and context.aside(reading.value) else after
            reading = named_before_christ(reading) if after.before_christ else reading
        yield Placed(fit, context, reading, span)


def _found(
    tokens: Tokens, grammar: Grammar, published: date | None, *, idle: bool, story: bool = False
) -> list[tuple[Fit, Span, Known]]:
    """Where rules fit, where that stands in the text, and what is known of each."""
    found, flat = [], tokens.flat
    for fit in scan(tokens.symbols, grammar):
        first, shape = fit
        if shape.is_idle and not idle:
            continue
        start, end = tokens.span(first, first + shape.length)
        far = end if shape.stretch == shape.length else tokens.span(first, first + shape.stretch)[1]
        found.append((fit, (start, end), known(shape, flat[start:far], grammar, published, story)))
    return found


def read(fit: Fit, context: Context) -> Reading | None:
    """What a rule means in a context."""
    tokens, shape = context.tokens, fit.shape
    start, end = tokens.span(fit.first, fit.first + shape.stretch)
    return MEANINGS[shape.form.rule.meaning](arguments(shape, tokens.flat[start:end], context.grammar), context)


def mention(found: Placed) -> DateMention:
    """The time expression of a place that has a reading."""
    assert found.reading
    reading, (start, end), tokens = found.reading, found.span, found.context.tokens
    if wider := opened(reading, found.context):
        reading, first, last, cut = wider
        start, end = tokens.span(first, last)
        end -= cut
    return DateMention(
        start, end, tokens.text[start:end], reading.timex_type, reading.timex3, reading.value,
        reading.basis, found.fit.shape.form.rule.name, reading.base, reading.zone,
    )  # fmt: skip
