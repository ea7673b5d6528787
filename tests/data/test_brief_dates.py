"""The briefs are full of the date language of real articles."""

import json
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from timeline import DateMention, find_dates

FOLDER = Path(__file__).resolve().parents[2] / "data" / "articles"


@cache
def mentions() -> dict[str, list[DateMention]]:
    briefs = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))]
    return {b["id"]: find_dates(b["text"], date.fromisoformat(b["published"])) for b in briefs}


def test_each_brief_has_four_different_dates_or_more() -> None:
    kinds = {name: len({mention.text.lower() for mention in found}) for name, found in mentions().items()}
    assert {name: count for name, count in kinds.items() if count < 4} == {}


def test_dates_of_a_brief_stand_in_order_and_apart() -> None:
    assert [pair for found in mentions().values() for pair in pairwise(found) if pair[0].end > pair[1].start] == []


def test_briefs_together_use_many_kinds_of_dates() -> None:
    found = [mention for each in mentions().values() for mention in each]
    assert len({mention.text.lower() for mention in found}) >= 150
    assert {"explicit", "relative", "weekday", "discourse"} <= {mention.basis for mention in found}
