"""Every entry of the lexicon carries its examples; here they run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from timeline.actions import load_lexicon
from timeline.actions.lexicon import Entry, make_lexicon, read_entries

CASES = [(entry, text) for entry in load_lexicon().entries for text in entry.examples]
COUNTERCASES = [(entry, text) for entry in load_lexicon().entries for text in entry.counterexamples]


@pytest.mark.parametrize(("entry", "text"), CASES, ids=[f"{entry.name}: {text}" for entry, text in CASES])
def test_example_gives_source_and_target(entry: Entry, text: str, coder: Callable[..., Any]) -> None:
    marked = coder(text)
    act = next((act for act in marked.acts if act.rule == entry.name), None)
    assert act, f"not found, but {[act.rule for act in marked.acts]}"
    source, target = {s.text for s in act.source}, {s.text for s in act.target}
    if entry.mutual:
        assert source | target == marked.sources | marked.targets
    else:
        assert (source, target) == (marked.sources, marked.targets)
    assert (act.type, act.mode) == (entry.type, entry.mode)
    assert marked.text[act.trigger.start : act.trigger.end] == act.trigger.text


@pytest.mark.parametrize(("entry", "text"), COUNTERCASES, ids=[f"{entry.name}: {text}" for entry, text in COUNTERCASES])
def test_counterexample_does_not_fire(entry: Entry, text: str, coder: Callable[..., Any]) -> None:
    assert entry.name not in {act.rule for act in coder(text, make_lexicon((entry,))).acts}


def test_names_are_unique_and_every_entry_has_an_example() -> None:
    entries = load_lexicon().entries
    assert len({entry.name for entry in entries}) == len(entries)
    assert [entry.name for entry in entries if not entry.examples] == []


def test_every_entry_has_a_trigger_and_the_most_demanding_comes_first() -> None:
    lexicon = load_lexicon()
    assert [entry.name for entry in lexicon.entries if not entry.verb | entry.noun] == []
    for group in (*lexicon.verbs.values(), *lexicon.nouns.values()):
        assert [entry.demands for entry in group] == sorted((entry.demands for entry in group), reverse=True)


def test_own_lexicon_replaces_the_shipped_one(coder: Callable[..., Any]) -> None:
    own = read_entries('[[entry]]\nname = "hug"\ntype = "SUPPORT"\nverb = "hug"\ntarget = "obj"')
    assert [act.rule for act in coder("[Lula] hugged {Macron} and met {Macron}.", make_lexicon(tuple(own))).acts] == [
        "hug"
    ]
