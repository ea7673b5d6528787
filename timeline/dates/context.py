"""What surrounds a mention: the publication date, the dates named before it, and the words around."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.discourse import Discourse
from timeline.dates.grammar import Grammar
from timeline.dates.lexicon import BREAK
from timeline.dates.reading import Args
from timeline.dates.tokens import Tokens
from timeline.model import Granularity, TimeValue

FAR_APART = 60  # pieces; a date is seldom carried farther
HEADING = 18  # pieces; a heading is seldom longer
BRACKET = 12  # pieces; how far from a date the bracket in which it stands opens


class Context(NamedTuple):
    """Where one mention stands.

    first      the piece at which it begins; `last` the one after it
    published  the day of publication, if known
    so_far     what was named before it in the text
    story      whether the text tells of the past, and its dates follow each other
    leaning    a direction (-1, 0, 1) to take instead of what the words say: so one sees what else was possible
    """

    grammar: Grammar
    tokens: Tokens
    first: int
    last: int
    published: date | None
    so_far: Discourse
    story: bool
    leaning: int | None = None

    def particle(self, piece: int) -> int:
        """How many letters at the end of a piece are a particle, and so no part of the expression."""
        return _glued(self.grammar, self.tokens.piece(piece)) if self.grammar.lexicon.particles.lent else 0

    @property
    def anchor(self) -> date | None:
        """The day that undated expressions hang on: publication, in a story the last date named."""
        return self.said if self.story else self.published

    @property
    def said(self) -> date | None:
        """The first day of the last date named, else the publication date."""
        reference = self.so_far.reference
        return (reference.start if reference else None) or self.published

    def turning(self, args: Args) -> tuple[date | None, int | None, str]:
        """The day that "last" or "the following" turns from, which way, and what that rests on.

        "that" in a story is as good as nothing, since the story goes on there, unless it stands behind a year.
        """
        turn: int | None = args.get("turn_said")
        if turn is None:
            return self.anchor, args.get("turn"), "relative"
        said = self.so_far.reference
        goes_on = self.story and not turn and not (said and said.granularity is Granularity.YEAR)
        return self.said, None if goes_on else turn, "discourse"

    @property
    def said_day(self) -> date | None:
        """The last day named, else the publication day; in a story none, where that has gone on from it since."""
        day = self.so_far.day.start if self.so_far.day else None
        if not self.story:
            return day or self.published
        reference = self.so_far.reference
        return day if day and reference and reference.start and reference.start <= day else None

    @property
    def beside(self) -> TimeValue | None:
        """The last date named, if nothing but a sign stands between ("On 9 May, two days after they came")."""
        if self.first != self.so_far.upto + 1:
            return None
        return (
            self.so_far.reference if self.tokens.symbols[self.first - 1] in self.grammar.cues("joining-sign") else None
        )

    @property
    def is_since(self) -> bool:
        """Whether "since" stands before."""
        return self.first > 0 and self.tokens.symbols[self.first - 1] in self.grammar.cues("since-word")

    @property
    def opens_sentence(self) -> bool:
        """Whether no more than a preposition stands before it in its sentence."""
        before = self.tokens.symbols[max(0, self.first - 2) : self.first]
        return len(before) < 2 or not set(before).isdisjoint(BREAK + self.grammar.cues("sentence-end"))

    @property
    def said_in_sentence(self) -> TimeValue | None:
        """The last date named, if it stands in the same sentence."""
        return self._not_far(in_sentence=True)

    @property
    def said_near(self) -> TimeValue | None:
        """The last date named, if it stands not far before in the same paragraph."""
        return self._not_far(in_sentence=False)

    def _not_far(self, *, in_sentence: bool) -> TimeValue | None:
        between = self.tokens.symbols[self.so_far.upto : self.first] if self.so_far.upto >= 0 else BREAK
        stops = BREAK + self.grammar.cues("sentence-end") * in_sentence
        return self.so_far.reference if len(between) < FAR_APART and set(between).isdisjoint(stops) else None

    def aside(self, value: TimeValue | None) -> bool:
        """Whether a date is said aside, and the story does not go on from it: "(1912-1994)", "(born 15 April 1912)"."""
        symbols, cues = self.tokens.symbols, self.grammar.cues
        far = max(0, self.first - BRACKET)
        opens = max(symbols.rfind(sign, far, self.first) for sign in cues("opening-bracket") or BREAK)
        if value is None or opens < 0 or any(sign in cues("closing-bracket") for sign in symbols[opens : self.first]):
            return False
        lives = cues("life-word")
        return value.granularity is Granularity.YEAR or any(sign in lives for sign in symbols[opens : self.first])

    @property
    def heading(self) -> int | None:
        """Where the heading begins in which the mention stands: a short paragraph that no full stop ends."""
        symbols, far = self.tokens.symbols, self.first - HEADING
        begin = symbols.rfind(BREAK, max(0, far), self.first)
        end = symbols.find(BREAK, self.last, self.last + HEADING)
        if end < 0 or begin < 0 < far or symbols[end - 1] in self.grammar.cues("sentence-end"):
            return None
        return begin + 1


@lru_cache(maxsize=1 << 13)
def _glued(grammar: Grammar, word: str) -> int:
    particles = grammar.lexicon.particles
    return 0 if word in particles.spellings else len(word) - len(particles.cut(word)[0])
