"""Sentences with marks in them: [source], {target} and <who says so>."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from timeline.actions import Mark, Raw, find_actions, parse_sentences
from timeline.actions.lexicon import Lexicon
from timeline.model import ActionMention

MARKED = re.compile(r"([\[{<])(.*?)[\]}>]")


class Marked(NamedTuple):
    """A sentence without its marks, what was marked, and the acts found in it."""

    text: str
    sources: set[str]
    targets: set[str]
    speakers: set[str]
    acts: list[ActionMention]


Coder = Callable[..., Marked]


def code(marked: str, lexicon: Lexicon | None = None) -> Marked:
    """Reads the marks off a sentence, and codes it."""
    plain, at, marks = "", 0, list[Mark]()
    said: dict[str, set[str]] = {"[": set(), "{": set(), "<": set()}
    for found in MARKED.finditer(marked):
        plain += marked[at : found.start()]
        marks.append(Mark(len(plain), len(plain) + len(found[2])))
        said[found[1]].add(found[2])
        plain += found[2]
        at = found.end()
    plain += marked[at:]
    [parsed] = parse_sentences([Raw(plain, marks=tuple(marks))])
    return Marked(plain, said["["], said["{"], said["<"], find_actions(parsed, lexicon))


@pytest.fixture(scope="session")
def coder() -> Coder:
    return code
