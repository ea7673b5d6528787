"""Who a pronoun or a phrase stands for; nobody where two fit as well."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline.actors import find_actors
from timeline.events.reference import resolve_references
from timeline.events.sentences import split_sentences

ROWS = tomllib.loads(Path(__file__).with_name("references.toml").read_text(encoding="utf-8"))["row"]


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['mention']}: {row['text'][:60]}") for row in ROWS])
def test_reference_stands_for_whom_a_reader_takes_it(row: dict[str, Any]) -> None:
    text, start = row["text"], row["text"].rindex(row["mention"])
    known = resolve_references(text, find_actors(text, date(2023, 10, 20)), split_sentences(text))
    asked = [mention for mention in known if mention.start <= start < mention.end]
    found = {f"{a.code}:{a.person}".rstrip(":") for mention in asked for a in mention.actors}
    assert found == set(row["actors"])
