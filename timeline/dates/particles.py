"""Particles: what some languages glue to the end of words, and what is no part of the expression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

JOINT = "\0"  # between a word and the class that its particle lends it: the name of such a word in `spellings`


@dataclass(frozen=True, slots=True)
class Particles:
    """`lent` has the class that each particle lends, or "". `spellings` gives the symbol of each word without one."""

    lent: Mapping[str, str]
    spellings: Mapping[str, str]
    longest: int

    def symbol(self, piece: str, unknown: str) -> str:
        """The symbol of a word, with a particle or without."""
        word, lent = (piece, "") if piece in self.spellings else self.cut(piece)
        return self.spellings.get(word + JOINT + lent if lent else word, unknown)

    def cut(self, piece: str) -> tuple[str, str]:
        """The longest known word that a particle follows, and what that lends; else the piece itself, and nothing."""
        for length in range(1, min(self.longest, len(piece) - 1) + 1):
            word, particle = piece[:-length], piece[-length:]
            if particle in self.lent and word in self.spellings and word.isalpha():
                return word, self.lent[particle]
        return piece, ""
