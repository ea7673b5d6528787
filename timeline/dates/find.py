"""Finds the places where a rule fits, and reads them one after the other."""

from __future__ import annotations

from datetime import date

from timeline.dates.context import Context
from timeline.dates.discourse import Discourse
from timeline.dates.grammar import Grammar, Rule, load_grammar
from timeline.dates.lexicon import Words
from timeline.dates.numbers import READERS
from timeline.dates.open_ends import Opened, opened
from timeline.dates.reading import Args
from timeline.dates.resolve import MEANINGS
from timeline.dates.scan import Fit, scan
from timeline.dates.story import is_story
from timeline.dates.tokens import Tokens
from timeline.model import DateMention


def find_mentions(text: str, language: str, published: date | None) -> list[DateMention]:
    """All time expressions of a text, in its order."""
    grammar = load_grammar(language)
    tokens = Tokens.read(text, grammar.lexicon.spellings)
    fits = _fits(tokens, grammar)
    if story := is_story(fits, tokens, published):
        grammar = load_grammar(language, "story")
        tokens = Tokens.read(text, grammar.lexicon.spellings)
        fits = _fits(tokens, grammar)
    mentions, so_far = list[DateMention](), Discourse()
    for fit in fits:
        rule = fit.form.rule
        context = Context(grammar, tokens, fit.first, fit.first + fit.length, published, so_far, story)
        reading = MEANINGS[rule.meaning](arguments(fit, tokens, grammar), context)
        if reading:
            mentions.append(_mention(context, opened(reading, context), rule))
            so_far = so_far.after(reading, rule.meaning)
    return mentions


def _fits(tokens: Tokens, grammar: Grammar) -> list[Fit]:
    return [fit for fit in scan(tokens.symbols, grammar) if not tokens.in_address(fit.first)]


def arguments(fit: Fit, tokens: Tokens, grammar: Grammar) -> Args:
    """The values of the words that a form keeps, beside the constants of its rule."""
    args = dict(fit.form.rule.constants)
    for name, kind, first, last in fit.groups:
        args[name] = _value(kind, tokens.words(fit.first + first, fit.first + last), grammar)
    return args


def _value(kind: str, words: Words, grammar: Grammar) -> object:
    if kind in READERS:
        return READERS[kind](words, grammar.lexicon)
    return grammar.lexicon.value(kind, words)


def _mention(context: Context, found: Opened, rule: Rule) -> DateMention:
    reading = found.reading
    start, end = context.tokens.span(found.first, context.last)
    return DateMention(
        start, end, context.tokens.text[start:end], reading.timex_type, reading.timex3, reading.value,
        reading.basis, rule.name, reading.base,
    )  # fmt: skip
