"""Finds the places where a rule fits, and reads them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from timeline.dates.context import Args, Context, Reading
from timeline.dates.grammar import Form, Grammar, Rule
from timeline.dates.lexicon import Words
from timeline.dates.numbers import READERS
from timeline.dates.resolve import MEANINGS
from timeline.dates.story import Discourse, Fit, is_story
from timeline.dates.tokens import Tokens
from timeline.model import DateMention


def find_mentions(text: str, grammar: Grammar, published: date | None) -> list[DateMention]:
    """All time expressions of a text, in its order."""
    tokens = Tokens.read(text, grammar.lexicon.spellings)
    mentions, discourse = list[DateMention](), Discourse()
    fits = list(scan(tokens, grammar))
    story = is_story(fits, tokens, published)
    for match, form in fits:
        context = Context(grammar, tokens, match.start(), match.end(), published, *discourse, story)
        reading = MEANINGS[form.rule.meaning](arguments(match, form, context), context)
        if reading:
            mentions.append(_mention(context, reading, form.rule))
            discourse = discourse.after(reading, form.rule.meaning)
    return mentions


def scan(tokens: Tokens, grammar: Grammar) -> Iterator[Fit]:
    """The longest fit at each place, from left to right; of two as long, the rule that is written first."""
    symbols, done = tokens.symbols, 0
    for hit in grammar.starts.finditer(symbols):
        at = hit.start()
        if at >= done and grammar.gates[symbols[at]].match(symbols, at):
            fit = _longest(symbols, at, grammar)
            done = fit[0].end()
            yield fit


def _longest(symbols: str, at: int, grammar: Grammar) -> Fit:
    fits = ((form.regex.match(symbols, at), form) for form in grammar.forms[symbols[at]])
    return max(((match, form) for match, form in fits if match), key=lambda fit: fit[0].end())


def arguments(match: re.Match[str], form: Form, context: Context) -> Args:
    """The values of the words that a form keeps, beside the constants of its rule."""
    args = dict(form.rule.constants)
    for group, name, kind in form.kept:
        if (begin := match.start(group)) >= 0:
            args[name] = _value(kind, context.tokens.words(begin, match.end(group)), context.grammar)
    return args


def _value(kind: str, words: Words, grammar: Grammar) -> object:
    if kind in READERS:
        return READERS[kind](words, grammar.lexicon)
    return grammar.lexicon.value(kind, words)


def _mention(context: Context, reading: Reading, rule: Rule) -> DateMention:
    start, end = context.tokens.span(context.first, context.last)
    return DateMention(
        start, end, context.tokens.text[start:end], reading.timex_type, reading.timex3, reading.value,
        reading.basis, rule.name, reading.base,
    )  # fmt: skip
