"""`tieline resolve --explain`: why each expression has its value, for people and as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from rich.console import Console
from rich.text import Text

from timeline.cli.mentions import as_record as mention_record
from timeline.cli.words import said, visible, without_days
from timeline.dates.explain import LIBRARY, Anchor, Explanation, Leaning
from timeline.model import TimeValue

LABEL = 14  # cells
ANCHORS = {
    "publication": "the day of publication, {value}",
    "named": "“{words}” ({value}), named before it",
    "dateline": "the dateline “{words}” ({value})",
}
LEANINGS = {"past": "behind", "future": "ahead", "open": "not told"}
NO_DATE = "only looks like a date: not counted as one"


def for_people(found: list[Explanation], published: date | None) -> None:
    """A block of lines for each expression: its value in words, EDTF and TIMEX3; then what it rests on."""
    console = Console(highlight=False, soft_wrap=True)
    for number, each in enumerate(found):
        console.print("\n" * bool(number), Text(visible(each.text), "bold"), sep="")
        for label, words in lines(each, published):
            console.print(Text(f"  {label:{LABEL}}", "dim").append(visible(words)))
    if not found:
        console.print("No time expression found.")


def as_json(found: list[Explanation], published: date | None) -> None:
    """A list of objects, one a line: the fields of the mention, or null, beside the reasons."""
    lines = (json.dumps(as_record(each, published), ensure_ascii=False) for each in found)
    sys.stdout.write("[" + ",\n ".join(lines) + "]\n")


def as_record(each: Explanation, published: date | None) -> dict[str, object]:
    record = asdict(each)
    record["mention"] = mention_record(each.mention) if each.mention else None
    record["in_words"] = _meaning(each, published)
    return record


def lines(each: Explanation, published: date | None) -> Iterator[tuple[str, str]]:
    """(label, words) for what there is to say."""
    yield "means", _meaning(each, published)
    if each.mention:
        yield "EDTF", each.mention.value.edtf if each.mention.value else "-"
        yield "TIMEX3", f"{each.mention.timex_type} {each.mention.timex3 or '-'}" + f" {each.mention.zone}".rstrip()
    if each.rule == LIBRARY:
        yield "read by", "the dateparser library: this language has no rules of its own"
    else:
        yield "rule", f"{each.rule}, as in: {each.example}"
    if each.mention and each.mention.value:
        yield "counted from", "; ".join(map(_anchor, each.anchors)) or "nothing else: the words give it whole"
    if each.mention and each.story:
        yield "text", "tells of the past: its dates follow each other, and publication matters little"
    if each.opening:
        yield "open end", f"“{each.opening}”"
    if each.leaning:
        yield "direction", _direction(each.leaning)
    for other in each.alternatives:
        yield "else", f"“{other.text}” by rule {other.rule}: {other.value or 'no date'}; shorter, or a later rule"


def _meaning(each: Explanation, published: date | None) -> str:
    if each.mention is None:
        return NO_DATE
    value = each.mention.value
    return said(value) if value else without_days(each.mention, published)


def _anchor(anchor: Anchor) -> str:
    value = said(TimeValue.from_edtf(anchor.value))
    return ANCHORS[anchor.kind].format(value=value, words=anchor.words)


def _direction(leaning: Leaning) -> str:
    """
    >>> _direction(Leaning("future", "will", ("2022-08-12",)))
    'ahead, since “will” stands near; otherwise 12 August 2022'
    """
    why = f"since “{leaning.cue}” stands near" if leaning.cue else "so the likelier of the two"
    others = " or ".join(said(TimeValue.from_edtf(other)) for other in leaning.others)
    return f"{LEANINGS[leaning.direction]}, {why}; otherwise {others}"
