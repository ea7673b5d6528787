"""Text as a row of pieces, and as a row of symbols: one character for each piece.

Every step over the text is one call into compiled code, so that text without dates costs next to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, repeat

# A piece is a word, a number or one other character, with the white space after it, but never across a
# blank line. A capital after a small letter begins a new word: "eveningKim" is two. Letters beyond ASCII
# are given as ranges, and the repetitions give nothing back: that is twice as fast as asking for \w.
SMALL = r"[a-z\u00b5-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff]"
SPACE = r"(?: (?! )|\n(?!\s)|[^\S\n]*+\n?[^\S\n]*+)"
PIECE = re.compile(rf"(?:{SMALL}++|[A-Z]++{SMALL}*+|\d++|\S){SPACE}|\s++")
ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")
# Names that hold a number without a space: an e-mail address, a hashtag, a file.
NAME = re.compile(
    r"[#@]\w|[\w.+-]+@\w|[\w.-]*_\w|[\w.-]+\.(?:pdf|docx?|xlsx?|txt|csv|html?|jpe?g|png|mp[34]|zip|json)\b", re.I
)
LONGEST_NAME = 16  # pieces
UNKNOWN = "x"


@dataclass(frozen=True)
class Tokens:
    """The pieces of a text, and their symbols; `symbols[i]` stands for `pieces[i]`."""

    text: str
    pieces: list[str]
    symbols: str

    @classmethod
    def read(cls, text: str, spellings: Mapping[str, str]) -> Tokens:
        """`spellings` gives the symbol of each known word."""
        pieces = PIECE.findall(text)
        return cls(text, pieces, "".join(map(spellings.get, map(str.rstrip, pieces), repeat(UNKNOWN))))

    @cached_property
    def ends(self) -> list[int]:
        """Where each piece ends in the text, its white space included."""
        return list(accumulate(map(len, self.pieces)))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of text from piece `first` up to, not including, piece `last`."""
        start = self.ends[first - 1] if first else 0
        return start, self.ends[last - 1] - len(self.pieces[last - 1]) + len(self.pieces[last - 1].rstrip())

    @cached_property
    def _addresses(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in ADDRESS.finditer(self.text)) if "/" in self.text else ()

    def in_address(self, piece: int) -> bool:
        """Whether a piece stands in a web address: a year there is no date."""
        if not self._addresses:
            return False
        end = self.ends[piece]
        at = bisect(self._addresses, (end, end)) - 1
        return at >= 0 and end <= self._addresses[at][1] + 1

    def in_name(self, piece: int) -> bool:
        """Whether a piece is glued into an e-mail address, a hashtag or the name of a file."""
        first = piece
        while first and piece - first < LONGEST_NAME and not self.pieces[first - 1][-1].isspace():
            first -= 1
        glued = first < piece or not self.pieces[piece][-1].isspace()
        return glued and NAME.match("".join(self.pieces[first : piece + LONGEST_NAME])) is not None

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The pieces in small letters, without white space."""
        return tuple(piece.rstrip().lower() for piece in self.pieces[first:last])


def split(text: str) -> tuple[str, ...]:
    """
    >>> split("New Year's Day")
    ('New', 'Year', "'", 's', 'Day')
    """
    return tuple(map(str.rstrip, PIECE.findall(text)))
