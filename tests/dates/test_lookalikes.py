"""Names and numbers that look like dates, and dates in broken text: all that is found there."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline.dates import find_dates

CASES = tomllib.loads(Path(__file__).with_name("lookalikes.toml").read_text(encoding="utf-8"))
DAY = date(2024, 6, 19)  # a Wednesday
Case = dict[str, Any]


def _rows(part: str) -> list[Case]:
    return [case for cases in CASES[part].values() for case in cases]


def _found(case: Case) -> list[list[str]]:
    found = find_dates(case["text"], case.get("on", DAY))
    return [[mention.text, mention.value.edtf if mention.value else ""] for mention in found]


@pytest.mark.parametrize("case", _rows("english"), ids=lambda case: case["text"][:50])
def test_only_what_is_a_date_is_found(case: Case) -> None:
    assert _found(case) == case["finds"]


@pytest.mark.parametrize("case", _rows("known-misses"), ids=lambda case: case["text"][:50])
@pytest.mark.xfail(strict=True, reason="no rule tells this yet")
def test_known_miss_is_still_missed(case: Case) -> None:
    assert _found(case) == case["finds"]
