"""The list of expressions that are easy to get wrong, where it is at hand: those not yet right are named here."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from timeline.dates import find_dates, languages

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
HARD = SHARED / "gold" / "hard_dates.tsv"
KNOWN_MISSES: frozenset[tuple[str, str]] = frozenset()  # (number, expression)
NOT_HERE = "../shared is not here: the hard expressions are not part of the project"

Row = dict[str, str]


def _rows() -> list[Row]:
    if not HARD.is_file():
        return []
    with HARD.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [row for row in rows if row["scored"] == "yes" and row["language"] in languages()]


def _text(row: Row) -> str:
    """The article, where it may be read; else the words around the expression."""
    number = row["source"].split()[0]
    for path in (SHARED / "articles").glob(f"*/{number}*.json"):
        article = json.loads(path.read_text(encoding="utf-8"))
        if row["expression"].casefold() in article["text"].casefold():
            return str(article["text"])
    context = row["context"]
    return context if row["expression"].casefold() in context.casefold() else f"{context} {row['expression']}."


ROWS = _rows()


@pytest.mark.skipif(not ROWS, reason=NOT_HERE)
@pytest.mark.parametrize("row", ROWS, ids=[f"{row['n']}-{row['expression']}" for row in ROWS])
def test_hard_expression_has_the_right_value(row: Row) -> None:
    if (row["n"], row["expression"]) in KNOWN_MISSES:
        pytest.xfail("known miss")
    text = _text(row)
    at = text.casefold().find(row["expression"].casefold())
    found = find_dates(text, date.fromisoformat(row["published"]), row["language"])
    here = [m for m in found if m.start < at + len(row["expression"]) and at < m.end]
    assert [m.value.edtf for m in here if m.value] == [row["edtf"]]
