"""Extraction from the shipped briefs, against what a careful reader takes from them (tests/data/briefs.toml)."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from timeline.events import extract_events
from timeline.model import Article, Event

ROOT = Path(__file__).resolve().parents[2]
GOLD = tomllib.loads((ROOT / "tests" / "data" / "briefs.toml").read_text(encoding="utf-8"))
FOUND, WRONG = 0.88, 12  # share of the plain events; rows in all briefs that no careful reader would take
Expected = Mapping[str, str]


def readings(text: str) -> list[str]:
    return [reading.strip() for reading in text.split(" or ")]


def fits(expected: Expected, event: Event) -> bool:
    """Whether an event is the one that is expected: in the same sentence, with type, actors, date and status."""
    values = {"type": event.type, "date": event.when.edtf, "status": event.status}
    allowed = {name: readings(expected.get(name, "actual")) for name in values}
    quote = " ".join(event.evidence[0].quote.split())
    right = all("any" in allowed[name] or value in allowed[name] for name, value in values.items())
    return right and expected["words"] in quote and any(same(who, event) for who in readings(expected["who"]))


def same(who: str, event: Event) -> bool:
    """`A > B` in this direction, `A = B` in either; `any` stands for anyone."""
    source, target = ({actor.code for actor in side} for side in (event.source, event.target))
    first, sign, second = who.partition("=" if "=" in who else ">")
    left, right = ({code.strip() for code in side.split(",")} for side in (first, second))
    if sign == "=":
        return source | target == left | right
    return who == "any" or (left in ({"any"}, source) and right in ({"any"}, target))


def article(brief: str) -> Article:
    raw = json.loads((ROOT / "data" / "articles" / f"{brief}.json").read_text(encoding="utf-8"))
    return Article(**raw | {"published": date.fromisoformat(raw["published"])})


@cache
def events(brief: str) -> list[Event]:
    return extract_events(article(brief))


def test_briefs_give_what_they_tell_plainly() -> None:
    plain = [(brief, expected) for brief, gold in GOLD.items() for expected in gold["must"]]
    missed = [(b, expected["words"]) for b, expected in plain if not any(fits(expected, e) for e in events(b))]
    assert len(missed) <= (1 - FOUND) * len(plain), missed


def test_briefs_give_hardly_anything_wrong() -> None:
    wrong = [
        (brief, event.trigger.text, event.when.edtf)
        for brief, gold in GOLD.items()
        for event in events(brief)
        if not any(fits(expected, event) for expected in (*gold["must"], *gold.get("may", ())))
    ]
    assert len(wrong) <= WRONG, wrong


def test_sentences_that_are_not_parsed_tell_nothing() -> None:
    for brief in GOLD:
        assert events(brief) == extract_events(article(brief), every_sentence=True), brief
