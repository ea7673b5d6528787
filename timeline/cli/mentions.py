"""Date mentions on standard output: for people, and as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from timeline.cli.words import in_words, visible, why, without_days
from timeline.model import DateMention

COLOURS = {
    "explicit": "green",
    "relative": "cyan",
    "weekday": "blue",
    "named-day": "magenta",
    "discourse": "yellow",
}
NO_DAYS = "red"
MOST_CELLS = 32


def for_people(text: str, mentions: list[DateMention], published: date | None) -> None:
    """Each paragraph that holds an expression, with the expressions marked, and below it what they say.

    On a terminal they are underlined in colour; elsewhere, or with NO_COLOR, they stand in [brackets].
    """
    console = Console(highlight=False, soft_wrap=True)
    styled = console.color_system is not None and not console.no_color
    shown = 0
    for start, end in _paragraphs(text):
        inside = [mention for mention in mentions if start <= mention.start < end]
        if inside:
            console.print(
                "\n" * bool(shown), _marked(text, start, max(end, inside[-1].end), inside, styled), "\n", sep=""
            )
            _explain(console, inside, published)
            shown += len(inside)
    if not shown:
        console.print("No time expression found.")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _marked(text: str, start: int, end: int, mentions: Sequence[DateMention], styled: bool) -> Text:
    marked, at = Text(), start
    for mention in mentions:
        marked.append(visible(text[at : mention.start]))
        words = visible(text[mention.start : mention.end])
        marked.append(words if styled else f"[{words}]", f"underline {_colour(mention)}")
        at = mention.end
    return marked.append(visible(text[at:end].rstrip()))


def _explain(console: Console, mentions: Sequence[DateMention], published: date | None) -> None:
    """Two lines an expression: its words, its EDTF and its days; below, what they rest on."""
    texts = [visible(mention.text) for mention in mentions]
    names = [mention.value.edtf if mention.value else visible(mention.timex3) or "-" for mention in mentions]
    widths = [min(max(map(cell_len, column)), MOST_CELLS) for column in (texts, names)]
    for mention, words, name in zip(mentions, texts, names, strict=True):
        days = in_words(mention.value) if mention.value else without_days(mention, published)
        line = Text("  ").append(_pad(words, widths[0]), _colour(mention)).append("  ")
        console.print(line.append(_pad(name, widths[1]), "bold").append(f"  {days}"))
        console.print(Text(" " * (sum(widths) + 6) + why(mention, published), "dim"))


def _pad(words: str, width: int) -> str:
    return words + " " * (width - cell_len(words))


def _colour(mention: DateMention) -> str:
    return COLOURS.get(mention.basis, "white") if mention.value else NO_DAYS


def as_json(text: str, mentions: list[DateMention], published: date | None) -> None:
    """A list of objects, one a line; days are inclusive, null where open."""
    lines = (json.dumps(as_record(mention), ensure_ascii=False) for mention in mentions)
    sys.stdout.write("[" + ",\n ".join(lines) + "]\n")


def as_record(mention: DateMention) -> dict[str, str | int | None]:
    """The fields of a mention as JSON has them."""
    value = mention.value
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "timex_type": mention.timex_type,
        "timex3": mention.timex3,
        "edtf": value.edtf if value else None,
        "first_day": value.start.isoformat() if value and value.start else None,
        "last_day": value.last.isoformat() if value and value.last else None,
        "precision": value.granularity.value if value else None,
        "basis": mention.basis,
        "base": mention.base.edtf if mention.base else None,
        "rule": mention.rule,
        "zone": mention.zone or None,
    }
