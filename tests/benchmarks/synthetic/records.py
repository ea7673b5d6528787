"""The lines of the archive: articles as their publishers print them, copies with their small changes, broken ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from tests.benchmarks.synthetic.grammar import Draw, Teller, pick
from tests.benchmarks.synthetic.names import grammar
from tests.benchmarks.synthetic.stories import Text, write
from tests.benchmarks.synthetic.world import Plan, plan_archive

ZONES = ("Z", "+01:00", "+03:00", "+09:00", "-05:00")
HOSTILE = (
    *("last " * 4000, "(" * 3000, "\x00\x07 in 2019 \ud83d \udc00", "\u202eon Monday\u202c " * 200, "9" * 5000),
    *("\n" * 2000 + "today", "a\u0301" * 3000, "On 32 May 0000 and February 30, 99999 Iran met Iran in Iran. " * 20),
    *("Russia and " * 3000, "“" * 500),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A line of the archive, and what is true of it.

    text      the words of the article; the line may say less
    original  the same for all copies of one article
    event     the number of what it tells first; -1 where it tells nothing
    edit      what a copy changes: exact, headline, byline, edited, truncated; "" for the first of a group
    fault     what is wrong with the line; "" where it can be read
    """

    line: bytes
    id: str
    original: int
    event: int
    edit: str
    fault: str
    language: str


def make_archive(count: int, seed: int = 1) -> Iterator[Made]:
    """The lines of an archive, by day. The same count and seed give the same bytes on any machine."""
    for number, plan in enumerate(plan_archive(count, seed)):
        yield _made(plan, number, seed)


def _made(plan: Plan, number: int, seed: int) -> Made:
    draw = Random(f"{seed} record {number}").random
    text = write(plan, seed)
    edited = EDITS[plan.edit](text, plan, draw) if plan.edit else text
    record = _record(edited, plan, number, draw)
    line = _spoiled(record, plan.fault, draw) if plan.fault else json.dumps(record, ensure_ascii=False).encode()
    event = plan.happening.number if plan.happening else -1
    language = plan.way if len(plan.way) == 2 else "en"
    return Made(line, record["id"], plan.original, event, plan.edit, plan.fault, language)


def _record(text: Text, plan: Plan, number: int, draw: Draw) -> dict[str, str]:
    source = grammar().word("publisher", draw)
    id = f"n{number:07d}"
    published = plan.published.isoformat()
    if draw() < 0.3:
        zone = pick(ZONES, draw)
        published += f"T{int(draw() * 24):02d}:{int(draw() * 60):02d}:00{zone}"
    body = "\n\n".join([text.dateline + text.paragraphs[0], *text.paragraphs[1:]])
    url = f"https://{source.lower().replace(' ', '-')}.example/{plan.published:%Y/%m}/{id}"
    return {"id": id, "title": text.title, "source": source, "url": url, "published": published, "text": body}


def _headline(text: Text, plan: Plan, draw: Draw) -> Text:
    return replace(text, title=grammar().sentence("headline", Teller(draw, plan.written)))


def _byline(text: Text, plan: Plan, draw: Draw) -> Text:
    by = f"By {grammar().word('given', draw)} {grammar().word('surname', draw)}"
    return _headline(replace(text, paragraphs=(by, *text.paragraphs), dateline=""), plan, draw)


def _edited(text: Text, plan: Plan, draw: Draw) -> Text:
    """A few words changed, as an editor would: one in fifty."""

    def change(word: str) -> str:
        return f"{word} {grammar().word('adverb', draw)}" if word.islower() and draw() < 0.02 else word

    first, *others = text.paragraphs
    return replace(text, paragraphs=(first, *(" ".join(map(change, p.split(" "))) for p in others)))


def _truncated(text: Text, plan: Plan, draw: Draw) -> Text:
    """The end is cut off: up to a third of the paragraphs."""
    kept = max(1, round(len(text.paragraphs) * (1 - draw() / 3)))
    return replace(text, paragraphs=text.paragraphs[:kept])


EDITS = {
    "exact": lambda text, plan, draw: text,
    "headline": _headline,
    "byline": _byline,
    "edited": _edited,
    "truncated": _truncated,
}


def _spoiled(record: dict[str, str], fault: str, draw: Draw) -> bytes:
    """A line that cannot be read as an article; or one that can, whose text is hostile."""
    changes = {"no date": {"published": ""}, "bad date": {"published": "yesterday"}, "empty": {"text": " \n "}}
    if fault == "hostile":
        changes["hostile"] = {"text": pick(HOSTILE, draw)}
    if fault == "no text":
        del record["text"]
    line = json.dumps([record] if fault == "no object" else record | changes.get(fault, {}))
    if fault == "broken":
        line = line[: int(len(line) * draw())]
    return line.encode() + (b"\xff\xfe" if fault == "bytes" else b"")
