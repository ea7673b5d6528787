"""The data dictionary is made, not written."""

from __future__ import annotations

from pathlib import Path

from timeline.table.columns import COLUMNS
from timeline.table.dictionary import data_dictionary

HOME = Path(__file__).parents[2] / "data" / "README.md"


def test_dictionary_in_the_repository_is_the_one_that_is_made() -> None:
    made = data_dictionary()
    assert HOME.read_text(encoding="utf-8") == made, "run: python -m timeline.table.dictionary"


def test_dictionary_describes_every_column_and_type() -> None:
    lines = data_dictionary().splitlines()
    assert all(any(line.startswith(f"| `{column.name}` |") for line in lines) for column in COLUMNS)
    assert sum(line.startswith("| `") for line in lines if "+" in line or " | -" in line) >= 16
