"""Text as a row of symbols, one character for each piece: a word, a number or a sign.

A text is cut at its spaces, by compiled code. What stands between two spaces is a chunk (`"1994,` has three
pieces): it is read once and then remembered, since the same chunks come again and again in all texts. So most of
a text costs one cut and one look into a table. Where pieces stand is worked out only for those that are asked for.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, repeat

from timeline.dates.memo import Memo

# A piece is a word, a number, a web address (a year there is no date), a blank line or one other character.
# A capital after a small letter begins a new word: "eveningKim" is two. Letters beyond ASCII are given as
# ranges, and the repetitions give nothing back: that is twice as fast as asking for \w.
SMALL = r"[a-z\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff]"
BLANK = "\f"  # stands for a blank line; in a text it ends a page
PIECE = re.compile(rf"(?:https?://|www\.)\S++|{SMALL}++|[A-Z]++{SMALL}*+|\d++|{BLANK}|\S")
# Names that hold a number without a space: an e-mail address, a hashtag, a file. Nothing in them is a date.
NAME = re.compile(
    r"[#@]\w|[\w.+-]+@\w|[\w.-]*_\w|[\w.-]+\.(?:pdf|docx?|xlsx?|txt|csv|html?|jpe?g|png|mp[34]|zip|json)\b", re.I
)
LONG = 120  # characters; a chunk that is longer is cut into shorter ones
CHUNK = re.compile(rf"[^ ]{{1,{LONG}}}+(?![^ ]) ?|(?:{PIECE.pattern}){{1,32}}+ ?|\s")
BLANK_LINES = re.compile(r"\n[^\S\n]*+\n\s*+")
SPACES = "\n\t\r\xa0"
UNKNOWN = "x"


Rows = Memo[str]
Places = tuple[tuple[int, int], ...]


def rows(symbol: Callable[[str, str], str]) -> Rows:
    """Chunk -> the symbols of its pieces. `symbol` gives that of a word, or what comes second for one not known."""

    def row(chunk: str) -> str:
        pieces = split(chunk)
        if NAME.match(chunk):
            return UNKNOWN * len(pieces)
        return "".join(map(symbol, pieces, repeat(UNKNOWN)))

    return Memo(row)


@dataclass(frozen=True)
class Tokens:
    """The symbols of a text, and where the pieces stand that they stand for.

    flat    the text, as long, with the simplest spaces, and BLANK for blank lines
    chunks  what stands between its spaces; where one is long, all with the space behind them, and that is cut
    rows    the symbols of each chunk
    gap     how many characters stand between two chunks
    """

    text: str
    flat: str
    chunks: list[str]
    rows: list[str]
    symbols: str
    gap: int

    @classmethod
    def read(cls, text: str, known: Rows) -> Tokens:
        flat = BLANK_LINES.sub(_blank, text)
        for space in SPACES:
            flat = flat.replace(space, " ")
        chunks, gap = flat.split(" "), 1
        if max(map(len, chunks)) > LONG:
            chunks, gap = CHUNK.findall(flat), 0
        rows = list(map(known.__getitem__, chunks))
        return cls(text, flat, chunks, rows, "".join(rows), gap)

    @cached_property
    def _counts(self) -> list[int]:
        """How many pieces there are up to the end of each chunk."""
        return list(accumulate(map(len, self.rows)))

    @cached_property
    def _ends(self) -> list[int]:
        """Where each chunk ends, gaps not counted."""
        return list(accumulate(map(len, self.chunks)))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of text from piece `first` up to, not including, piece `last`."""
        counts, chunks, places_in, last = self._counts, self.chunks, _PLACES.__getitem__, last - 1
        at = bisect(counts, first)
        end, places = self._ends[at] + at * self.gap, places_in(chunks[at])
        start = end - places[first - counts[at]][0]
        if last >= counts[at]:
            at = bisect(counts, last)
            end, places = self._ends[at] + at * self.gap, places_in(chunks[at])
        return start, end - places[last - counts[at]][1]

    def row(self, rows: Rows, first: int, last: int) -> str:
        """The symbols of the pieces `first` up to `last`, those that there are, by another table of chunks."""
        counts, last = self._counts, min(last, len(self.symbols))
        if first >= last:
            return ""
        begin, end = bisect(counts, first), bisect(counts, last - 1)
        before = counts[begin - 1] if begin else 0
        return "".join(map(rows.__getitem__, self.chunks[begin : end + 1]))[first - before : last - before]

    def piece(self, piece: int) -> str:
        start, end = self.span(piece, piece + 1)
        return self.flat[start:end]

    def pieces(self, first: int, last: int) -> tuple[str, ...]:
        """The pieces `first` up to, not including, `last`, those that there are; a blank line is BLANK."""
        last = min(last, len(self.symbols))
        return tuple(PIECE.findall(self.flat, *self.span(first, last))) if first < last else ()

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The same in small letters."""
        return tuple(map(str.lower, self.pieces(first, last)))


def _blank(lines: re.Match[str]) -> str:
    return f" {BLANK}".ljust(len(lines[0]))


def _places(chunk: str) -> Places:
    """How far before the end of a chunk each of its pieces begins and ends."""
    return tuple((len(chunk) - match.start(), len(chunk) - match.end()) for match in PIECE.finditer(chunk))


_PLACES = Memo(_places)


def split(text: str) -> tuple[str, ...]:
    """
    >>> split("New Year's Day")
    ('New', 'Year', "'", 's', 'Day')
    """
    return tuple(PIECE.findall(text))
