"""A parsed sentence, and who is named where in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from timeline.model import Span

Token = Any  # spacy.tokens.Token; spaCy ships no types that mypy --strict can use

NAME_PARTS = ("amod", "compound", "nmod", "nummod", "poss", "quantmod")
WIDER = (frozenset({"of"}), frozenset({"between", "by", "for", "from", "in"}), frozenset({"to", "on", "with"}))
LEMMAS = {"stag": "stage", "talks": "talk"}  # what the lemmatizer gets wrong
RELATIVE = frozenset({"that", "which", "who", "whom"})


class Mark(NamedTuple):
    """Where an actor is named: offsets in the sentence.

    place  a town that may be meant as a place only
    town   a town that stands for its country only where one goes there
    alias  what the parser is shown in its place ("they" for "the two"); "" where a name is made short
    many   stands for several actors ("the two Koreas", "both sides")
    """

    start: int
    end: int
    place: bool = False
    many: bool = False
    town: bool = False
    alias: str = ""


class Echo(NamedTuple):
    """A stretch of the sentence that is read once more at an offset: "met X on Monday and [met] Y on Tuesday"."""

    at: int
    start: int
    end: int


class Raw(NamedTuple):
    """A sentence to parse: its offset in the article, who is named in it, and where to read what is not written.

    `pauses` are offsets in the sentence at which to read a comma: after "On Friday" at its beginning, say.
    """

    text: str
    offset: int = 0
    marks: tuple[Mark, ...] = ()
    pauses: tuple[int, ...] = ()
    echoes: tuple[Echo, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence as the parser saw it.

    `spans[i]` is where token i stands in the article's text; a name of several words is one token.
    `marks[i]` is the mark to which token i belongs.
    """

    text: str
    doc: Any
    spans: tuple[tuple[int, int], ...]
    marks: Mapping[int, Mark]
    offset: int = 0

    def span(self, *tokens: Token) -> Span:
        """What stands from the first of the tokens to the last one."""
        start, end = min(self.spans[t.i][0] for t in tokens), max(self.spans[t.i][1] for t in tokens)
        return Span(start, end, self.text[start - self.offset : end - self.offset])

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with [start, end) of the article's text."""
        return [t for t, (left, right) in zip(self.doc, self.spans, strict=True) if left < end and start < right]

    def root_of(self, start: int, end: int) -> Token | None:
        """The token of a stretch on which its others hang."""
        inside = self.tokens_in(start, end)
        numbers = {t.i for t in inside}
        return next((t for t in inside if t.head.i not in numbers or t.head.i == t.i), None)

    def mark_span(self, mark: Mark) -> Span:
        """The mark as a stretch of the article."""
        return Span(mark.start + self.offset, mark.end + self.offset, self.text[mark.start : mark.end])


def is_verb(token: Token) -> bool:
    """Whether it can head a clause."""
    return token.pos_ in ("VERB", "AUX")


def lemma(token: Token) -> str:
    """The dictionary form, in lower case."""
    word: str = token.lemma_.lower()
    return LEMMAS.get(word, word)


def children(token: Token, *deps: str) -> list[Token]:
    """The children on these arcs."""
    return [child for child in token.children if child.dep_ in deps]


def with_conjuncts(token: Token) -> list[Token]:
    """The token and the nouns coordinated with it (the parser also hangs whole clauses there)."""
    return [token] + [t for c in children(token, "conj") if not is_verb(c) for t in with_conjuncts(c)]


def marks_under(parsed: Parsed, head: Token) -> list[Mark]:
    """The actors that a phrase stands for: its head, else who is named before it, else after it.

    A town is the last to stand for an actor.
    """
    found: list[Mark] = []
    for token in with_conjuncts(head):
        tiers = [tier for tier in _tiers(parsed, token) if tier]
        found += next((tier for tier in tiers if not all(m.town for m in tier)), tiers[0] if tiers else [])
    return list(dict.fromkeys(found))


def _tiers(parsed: Parsed, token: Token) -> Iterator[list[Mark]]:
    yield _marks(parsed, [token])
    named = [t for t in before(token, *NAME_PARTS) if not _is_epithet(t)]
    yield _marks(parsed, [t for t in named if t.tag_ != "PRP$"])
    for prepositions in WIDER:
        nouns = [noun for prep in _preps(token, prepositions) for noun in children(prep, "pobj")]
        marks = [mark for noun in nouns for mark in marks_under(parsed, noun)]
        yield [mark for mark in marks if not (mark.place and "in" in prepositions)]
    yield [mark for noun in children(token, "appos") for mark in marks_under(parsed, noun)]
    for noun in _in_clauses(token):
        yield marks_under(parsed, noun)
    yield _marks(parsed, named)


def _preps(token: Token, prepositions: frozenset[str]) -> list[Token]:
    return [prep for prep in children(token, "prep", "agent", "dative") if prep.lower_ in prepositions]


def _in_clauses(token: Token) -> Iterator[Token]:
    """Whom the clauses on a noun name: the debt that X owes, a blast that hit Y."""
    for clause in children(token, "relcl", "acl"):
        yield from children(clause, "dobj")
        preps = [prep for prep in children(clause, "prep") if prep.lower_ in ("on", "to", "against", "with", "at")]
        yield from (noun for prep in preps for noun in children(prep, "pobj"))
        yield from (noun for noun in children(clause, "nsubj") if noun.lower_ not in RELATIVE)


def before(noun: Token, *deps: str) -> list[Token]:
    """What stands before a noun on these arcs, at any depth: both names of "the Russia-Turkey summit"."""
    return [t for part in children(noun, *deps) for t in (*before(part, *deps), *with_conjuncts(part))]


def _is_epithet(token: Token) -> bool:
    """ "Moscow-backed": who is named there has no part in it."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].tag_ in ("VBN", "VBD", "VBG", "JJ")


def _marks(parsed: Parsed, tokens: list[Token]) -> list[Mark]:
    return list(dict.fromkeys(parsed.marks[t.i] for t in sorted(tokens, key=lambda t: t.i) if t.i in parsed.marks))
