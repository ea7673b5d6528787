"""An article cut into sentences, each with the zone it stands in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline.model import Sentence, Span

BOUNDARY = re.compile(
    r"(?P<stop>[.!?…]{1,6}[\"”’'»)\]]{0,4})(?P<gap>\s+)(?=[\"“‘'«(\[]*[A-Z0-9À-ÞА-Я])"  # the usual end
    r"|(?<=[a-z]{2})(?P<glued>[.!?][\"”’']?)(?=[A-Z][a-z]|[\"“][A-Z])"  # no blank after it
)
LINE, LETTER = re.compile(r"[^\n]+"), re.compile(r"[^\W_]")
LAST_WORD = re.compile(r"([\w.]+)\.$")
WORD = re.compile(r"\W*(\w+)")
SHOUT = 150  # characters: a title is no longer


@dataclass(frozen=True, slots=True)
class Zones:
    """The patterns of `zones.toml`, compiled."""

    line: tuple[re.Pattern[str], ...]
    appeal: tuple[re.Pattern[str], ...]
    end: tuple[re.Pattern[str], ...]
    caption: tuple[re.Pattern[str], ...]
    dateline: re.Pattern[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]


@cache
def load_zones() -> Zones:
    """The patterns of the package."""
    raw = tomllib.loads((files("timeline.events") / "zones.toml").read_text(encoding="utf-8"))
    patterns = {
        name: tuple(re.compile(p, 0 if name == "caption" else re.IGNORECASE) for p in raw[name])
        for name in ("line", "appeal", "end", "caption")
    }
    dateline = "|".join(raw["dateline"]).replace("MONTH", raw["month"])
    return Zones(
        **patterns,
        dateline=re.compile(dateline),
        abbreviations=frozenset(raw["abbreviations"].split()),
        starters=frozenset(raw["starters"].split()),
    )


def split_sentences(text: str, title: str = "", zones: Zones | None = None) -> list[Sentence]:
    """The sentences of an article in order, without the white space between them.

    >>> [(s.zone, s.text) for s in split_sentences("Talks in Oslo\\n\\nKim left on Nov. 9. He met U.N. envoys.")]
    [('title', 'Talks in Oslo'), ('body', 'Kim left on Nov. 9.'), ('body', 'He met U.N. envoys.')]
    """
    zones = zones or load_zones()
    found: list[Sentence] = []
    ended = False
    for number, paragraph in enumerate(paragraphs(text)):
        ended = ended or any(p.search(paragraph.text) for p in zones.end)
        zone = "boilerplate" if ended else zone_of(paragraph, number, title, zones)
        found += _sentences(paragraph, number, zone, zones)
    return found


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text that hold a letter or digit; a line that goes on in lower case belongs to the one before."""
    start, end = 0, 0
    for line in LINE.finditer(text):
        if not LETTER.search(line[0]):
            continue
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        if end and not (text[first].islower() and text[end:first].count("\n") == 1):
            yield Span.cut(text, start, end)
            start = first
        start, end = start if end else first, line.start() + len(line[0].rstrip())
    if end:
        yield Span.cut(text, start, end)


def zone_of(paragraph: Span, number: int, title: str, zones: Zones) -> str:
    """The zone of a whole paragraph; a dateline at the beginning of one is cut off later."""
    text = paragraph.text
    if any(p.search(text) for p in zones.line) or sum(bool(p.search(text)) for p in zones.appeal) > 1:
        return "boilerplate"
    if any(p.search(text) for p in zones.caption) and text.count(". ") < 3:
        return "caption"
    if zones.dateline.fullmatch(text):
        return "dateline"
    return "title" if _is_title(text, number, title, zones) else "body"


def _is_title(text: str, number: int, title: str, zones: Zones) -> bool:
    plain = re.sub(r"\W+", " ", text).strip().casefold()
    if title and plain == re.sub(r"\W+", " ", title).strip().casefold():
        return True
    headed = text.startswith("#") or (number < 2 and len(text) < SHOUT)
    return headed and text.rstrip("\"”’'")[-1:] not in ".!?:;…)" and not zones.dateline.match(text)


def _sentences(paragraph: Span, number: int, zone: str, zones: Zones) -> Iterator[Sentence]:
    text, at = paragraph.text, 0
    line = zones.dateline.match(text) if zone == "body" else None
    if line:
        at = line.end()
        yield _cut(paragraph, 0, at, "dateline", number)
    for end, following in _ends(text, at, zones):
        if text[at:end].strip():
            yield _cut(paragraph, at, end, zone, number)
        at = following


def _cut(paragraph: Span, start: int, end: int, zone: str, number: int) -> Sentence:
    piece = paragraph.text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    first = paragraph.start + start
    return Sentence(first, first + len(piece), piece, zone, number)


def _ends(text: str, at: int, zones: Zones) -> Iterator[tuple[int, int]]:
    """Where each sentence ends, and where the next one begins."""
    for match in BOUNDARY.finditer(text, at):
        if match["glued"] or not _goes_on(text, match, zones):
            stop = match.end("glued") if match["glued"] else match.end("stop")
            yield stop, match.end()
    yield len(text), len(text)


def _goes_on(text: str, match: re.Match[str], zones: Zones) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    last = LAST_WORD.search(text, max(0, match.start() - 20), match.start() + 1) if match["stop"] == "." else None
    if not last:
        return False
    word = last[1].casefold()
    follows = WORD.match(text, match.end())
    if "." in word and follows:
        return follows[1].casefold() not in zones.starters
    return word in zones.abbreviations or (len(word) == 1 and word.isalpha() and last[1].isupper())
