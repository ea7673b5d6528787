"""Every rule of every language: its examples come out as it says, by that rule; its negatives do not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from timeline.dates import find_dates, languages
from timeline.dates.grammar import Rule, load_grammar
from timeline.dates.scan import scan
from timeline.dates.tokens import Tokens

DAY = date(2024, 6, 19)  # a Wednesday; what examples without a day are published on
KINDS = ("report", "story")
RULES = [
    (code, rule)
    for code in languages()
    for rule in {rule.name: rule for kind in KINDS for rule in load_grammar(code, kind).rules}.values()
]
EXAMPLES = [(code, rule, example) for code, rule in RULES for example in rule.examples]
NEGATIVES = [(code, rule, text) for code, rule in RULES for text in rule.negatives]


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[f"{code}-{rule.name}" for code, rule in RULES])
def test_rule_carries_examples_and_says_what_must_not_match(code: str, rule: Rule) -> None:
    assert rule.examples, f"{code}: rule {rule.name} has no example"
    assert rule.negatives, f"{code}: rule {rule.name} does not say what it must not match"


@pytest.mark.parametrize(("code", "rule", "example"), EXAMPLES, ids=[f"{c}-{r.name}" for c, r, _ in EXAMPLES])
def test_rule_reads_its_example(code: str, rule: Rule, example: Mapping[str, Any]) -> None:
    found = [m for m in find_dates(example["text"], example.get("on", DAY), code) if m.rule == rule.name]
    if rule.meaning == "nothing":
        assert not find_dates(example["text"], DAY, code)
        return
    assert example["finds"] in [m.text for m in found]
    mention = next(m for m in found if m.text == example["finds"])
    assert (mention.value.edtf if mention.value else "") == example.get("edtf", "")
    assert mention.timex3 == example.get("timex3", mention.value.timex3 if mention.value else None)
    assert (mention.base.edtf if mention.base else "") == example.get("base", "")
    assert mention.zone == example.get("zone", mention.zone)


@pytest.mark.parametrize("code", languages())
def test_every_pattern_is_proved_by_an_example(code: str) -> None:
    """A pattern that no example needs may be wrong, or one too many."""
    unproved = set[tuple[str, str]]()
    proved = set[tuple[str, str]]()
    for kind in KINDS:
        grammar = load_grammar(code, kind)
        unproved |= {(form.rule.name, form.pattern) for forms in grammar.forms.values() for form in forms}
        for example in (example for rule in grammar.rules for example in rule.examples):
            symbols = Tokens.read(example["text"], grammar.lexicon.rows).symbols
            proved |= {(fit.form.rule.name, fit.form.pattern) for fit in scan(symbols, grammar)}
    assert unproved - proved == set()


@pytest.mark.parametrize(("code", "rule", "text"), NEGATIVES, ids=[f"{c}-{r.name}" for c, r, _ in NEGATIVES])
def test_rule_leaves_alone_what_it_must_not_match(code: str, rule: Rule, text: str) -> None:
    assert rule.name not in {mention.rule for mention in find_dates(text, DAY, code)}
