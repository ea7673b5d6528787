"""Every entry of the lexicon carries its examples; here they run."""

from __future__ import annotations

import re

import pytest

from timeline.actions import Mark, Raw, find_actions, load_lexicon, parse_sentences
from timeline.actions.lexicon import Entry, make_lexicon

MARKED = re.compile(r"([\[{])(.*?)[\]}]")
CASES = [(entry, text) for entry in load_lexicon().entries for text in entry.examples]
COUNTERCASES = [(entry, text) for entry in load_lexicon().entries for text in entry.counterexamples]


def read_marked(text: str) -> tuple[str, list[Mark], set[str], set[str]]:
    """The plain sentence, its marks, the words of the sources and those of the targets."""
    marks, at, plain = list[Mark](), 0, ""
    sources, targets = set[str](), set[str]()
    for found in MARKED.finditer(text):
        plain += text[at : found.start()]
        marks.append(Mark(len(plain), len(plain) + len(found[2])))
        (sources if found[1] == "[" else targets).add(found[2])
        plain += found[2]
        at = found.end()
    return plain + text[at:], marks, sources, targets


def find(text: str, entry: Entry | None = None) -> list[tuple[str, set[str], set[str]]]:
    plain, marks, _, _ = read_marked(text)
    [parsed] = parse_sentences([Raw(plain, marks=tuple(marks))])
    lexicon = make_lexicon((entry,)) if entry else None
    return [(a.rule, {s.text for s in a.source}, {s.text for s in a.target}) for a in find_actions(parsed, lexicon)]


@pytest.mark.parametrize(("entry", "text"), CASES, ids=[f"{entry.name}: {text}" for entry, text in CASES])
def test_example_gives_source_and_target(entry: Entry, text: str) -> None:
    _, _, sources, targets = read_marked(text)
    found = [(source, target) for rule, source, target in find(text) if rule == entry.name]
    assert found, f"nothing, but {find(text)}"
    source, target = found[0]
    if entry.mutual:
        assert source | target == sources | targets
    else:
        assert (source, target) == (sources, targets)


@pytest.mark.parametrize(("entry", "text"), COUNTERCASES, ids=[f"{entry.name}: {text}" for entry, text in COUNTERCASES])
def test_counterexample_does_not_fire(entry: Entry, text: str) -> None:
    assert entry.name not in {rule for rule, _, _ in find(text, entry)}


def test_names_are_unique_and_every_entry_has_an_example() -> None:
    entries = load_lexicon().entries
    assert len({entry.name for entry in entries}) == len(entries)
    assert [entry.name for entry in entries if not entry.examples] == []
