"""The list of expressions that are easy to get wrong, where it is at hand: so many of each language must be right."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from timeline.dates import find_dates, languages

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
HARD = SHARED / "gold" / "hard_dates.tsv"
FLOORS = {"en": 0.90, "ru": 0.85, "ko": 0.85}
NOT_HERE = "../shared is not here: the hard expressions are not part of the project"

Row = dict[str, str]


def _rows(language: str) -> list[Row]:
    with HARD.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [row for row in rows if row["scored"] == "yes" and row["language"] == language]


def _text(row: Row) -> str:
    """The article, where it may be read; else the words around the expression."""
    number = row["source"].split()[0]
    for path in (SHARED / "articles").glob(f"*/{number}*.json"):
        article = json.loads(path.read_text(encoding="utf-8"))
        if row["expression"].casefold() in article["text"].casefold():
            return str(article["text"])
    context = row["context"]
    return context if row["expression"].casefold() in context.casefold() else f"{context} {row['expression']}."


def _values(row: Row) -> list[str]:
    text = _text(row)
    at = text.casefold().find(row["expression"].casefold())
    found = find_dates(text, date.fromisoformat(row["published"]), row["language"])
    here = [m for m in found if m.start < at + len(row["expression"]) and at < m.end]
    return [m.value.edtf for m in here if m.value]


@pytest.mark.skipif(not HARD.is_file(), reason=NOT_HERE)
@pytest.mark.parametrize("language", [code for code in FLOORS if code in languages()])
def test_hard_expressions_are_read_as_the_list_has_them(language: str) -> None:
    """`pytest -s` lists the known misses."""
    rows = _rows(language)
    misses = [f"{row['n']} {row['expression']}: {_values(row)}" for row in rows if _values(row) != [row["edtf"]]]
    right = 1 - len(misses) / len(rows)
    print(f"{language}: {right:.0%} of {len(rows)} right; known misses:", *misses, sep="\n  ")
    assert right >= FLOORS[language], misses
