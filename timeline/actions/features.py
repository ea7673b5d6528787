"""What the classifier sees of a sentence with a source and a target: words, and the path between the two, never a name.

Features are plain strings. Names are masked (the source is "S", the target "T", whoever else is named "N"), so
that the weights learn the act and not the actor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.actions.lexicon import Entry
from timeline.actions.tree import Mark, Parsed, Token, lemma

CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
LINKS = frozenset({"ADP", "PART", "AUX", "SCONJ"})
MASKS = frozenset("STN")
STEM = 5  # letters that a verb and its noun share: condemn, condemnation


class Vote(NamedTuple):
    """An entry of the lexicon that fires in a sentence; where its roles are filled, by whom."""

    entry: Entry
    source: Sequence[Mark] = ()
    target: Sequence[Mark] = ()
    is_filled: bool = False


def features(parsed: Parsed, source: Sequence[Mark], target: Sequence[Mark], votes: Sequence[Vote]) -> list[str]:
    """The features of a pair in a sentence, without repetition, in a fixed order."""
    names = _names(parsed, source, target)
    ends = [_head(parsed, names, side) for side in "ST"]
    found = [*_words(parsed, names), *_shown(votes, source, target)]
    if ends[0] is not None and ends[1] is not None:
        found += _path(ends[0], ends[1], names)
    return list(dict.fromkeys(found))


def link(parsed: Parsed, source: Mark, target: Mark) -> Token | None:
    """The word by which two actors hang together: the verb of which both are arguments, at best."""
    names = _names(parsed, [source], [target])
    ends = [_head(parsed, names, side) for side in "ST"]
    return meeting(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def _names(parsed: Parsed, source: Sequence[Mark], target: Sequence[Mark]) -> dict[int, str]:
    """The masks of the words that belong to names."""
    sides = dict.fromkeys(source, "S") | dict.fromkeys(target, "T")
    return {i: sides.get(mark, "N") for i, mark in parsed.marks.items()}


def _head(parsed: Parsed, names: dict[int, str], side: str) -> Token | None:
    """The word of a side that hangs highest."""
    own = [t for t in parsed.doc if names.get(t.i) == side]
    inside = {t.i for t in own}
    return next((t for t in own if t.head.i not in inside or t.head.i == t.i), None)


def _word(token: Token, names: dict[int, str]) -> str:
    side = names.get(token.i)
    return side or ("N" if token.pos_ == "PROPN" else "0" if token.like_num else lemma(token))


def _words(parsed: Parsed, names: dict[int, str]) -> Iterator[str]:
    """Lemmas, their beginnings, and their pairs."""
    before = "^"
    for token in parsed.doc:
        word = _word(token, names)
        if token.pos_ in CONTENT:
            yield f"w={word}"
            yield f"p={word[:STEM]}"
        if token.pos_ in CONTENT or token.pos_ in LINKS or word in MASKS:
            yield f"b={before} {word}"
            before = word


def meeting(source: Token, target: Token) -> Token | None:
    """The lowest word that two words hang on, or are."""
    above = {t.i for t in (target, *target.ancestors)}
    return next((t for t in (source, *source.ancestors) if t.i in above), None)


def _path(source: Token, target: Token, names: dict[int, str]) -> Iterator[str]:
    """The way through the tree from the source up to the word that both hang on, and down to the target."""
    top = meeting(source, target)
    if top is None:
        yield "path=none"
        return
    rise, fall = ([t for t in (end, *end.ancestors) if top.is_ancestor(t)] for end in (source, target))
    yield f"path={'<'.join(t.dep_ for t in rise)}^{'>'.join(t.dep_ for t in reversed(fall))}"
    yield f"top={_word(top, names)}"
    yield f"rise={rise[-1].dep_ if rise else ''} top={_word(top, names)}"
    yield f"fall={fall[-1].dep_ if fall else ''} top={_word(top, names)}"
    yield from (f"up={_word(t, names)}" for t in rise[1:])
    yield from (f"down={_word(t, names)}" for t in fall[1:])
    yield from (f"at={t.dep_}={_word(t, names)}" for t in top.children)


def _shown(votes: Sequence[Vote], source: Sequence[Mark], target: Sequence[Mark]) -> Iterator[str]:
    """What the lexicon says of the sentence: types that fire, and which way they bind the two."""
    for vote in votes:
        if not vote.is_filled:
            yield f"fires={vote.entry.type}"
            continue
        way = _way(vote, set(source), set(target))
        yield f"vote={way}={vote.entry.type}"
        if way in ("forth", "mutual"):
            yield f"entry={vote.entry.name}"


def _way(vote: Vote, source: set[Mark], target: set[Mark]) -> str:
    doers, others = set(vote.source), set(vote.target)
    forth, back = bool(doers & source and others & target), bool(doers & target and others & source)
    if vote.entry.mutual and (forth or back or source | target <= doers):
        return "mutual"
    return "forth" if forth else "back" if back else "part" if doers & source else "else"
