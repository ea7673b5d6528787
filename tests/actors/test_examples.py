"""The examples that the tables carry."""

from __future__ import annotations

import pytest

from timeline.actors import find_actors
from timeline.actors.data import TOML, read_data

EXAMPLES = [
    pytest.param(example["text"], example["finds"], id=f"{table}: {example['text'][:50]}")
    for table in TOML
    for example in read_data().tables[table]["example"]
]


@pytest.mark.parametrize(("text", "finds"), EXAMPLES)
def test_example_of_a_table_finds_just_what_it_says(text: str, finds: list[list[str]]) -> None:
    found = [[mention.text, *(actor.code for actor in mention.actors)] for mention in find_actors(text)]
    assert found == finds
