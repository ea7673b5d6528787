"""Which lexicon entry fires at a token."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from timeline.actions.gaps import Gap
from timeline.actions.lexicon import Entry, Lexicon
from timeline.actions.slots import fill, undergoer
from timeline.actions.speech import denial_of
from timeline.actions.tree import Parsed, Token, children, is_verb, lemma, marks_under, with_conjuncts

COMPLEMENTS = frozenset({"xcomp", "ccomp", "conj", "pcomp", "prep", "dobj", "pobj", "acl"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, and the tokens that fired it: the verb or noun, then its object if that is part of the trigger."""

    entry: Entry
    tokens: tuple[Token, ...]


class Sifted(NamedTuple):
    """A match, and what keeps it from telling an act of its own: the gap, and the token of the trigger that counts."""

    match: Match
    gap: Gap = Gap.NONE
    by: int = -1


def match_entries(parsed: Parsed, lexicon: Lexicon, fits: Callable[[Match], bool]) -> list[Match]:
    """The triggers of a sentence that tell an act: at each word the most demanding entry that `fits`."""
    return [each.match for each in sifted(triggers(parsed, lexicon, fits)) if not each.gap]


def triggers(parsed: Parsed, lexicon: Lexicon, fits: Callable[[Match], bool]) -> list[Match]:
    """All triggers that fit. A word is part of one only; the noun of "held talks" is no second one."""
    verbs = [m for t in parsed.doc if heads_clause(t) for m in _first(_verb(parsed, t, lexicon), fits)]
    taken = {t.i for match in verbs for t in match.tokens}
    nouns = [t for t in parsed.doc if t.pos_ in ("NOUN", "PROPN") and t.i not in taken and _is_free(parsed, t)]
    return [*verbs, *(m for t in nouns for m in _first(_noun(t, lexicon), fits))]


def sifted(found: Sequence[Match]) -> list[Sifted]:
    """The triggers in the order of the text, each with what keeps it from telling an act.

    What stands in the clause of an outer trigger ("agreed to send") is not told as done, and left out.  To deny an
    act is no act of its own: it tells the act, as one that did not take place.
    """
    places = [match.tokens[0].i for match in found]
    denials = {denial.i: i for i, match in zip(places, found, strict=True) if (denial := denial_of(match.tokens[0]))}
    governing = {above: i for i, match in zip(places, found, strict=True) for above in _governors(match.tokens[0])}
    first = [_yielding(match, denials, governing) for match in found]
    outer = {each.match.tokens[0].i for each in first if not each.gap and each.match.entry.outer}
    order = sorted(first, key=lambda each: each.match.tokens[0].i)
    return [each if each.gap else _governed(each.match, outer) for each in order]


def _yielding(match: Match, denials: Mapping[int, int], governing: Mapping[int, int]) -> Sifted:
    at = match.tokens[0].i
    if match.entry.yields:
        return Sifted(match, Gap.GIVES_WAY, governing[at]) if at in governing else Sifted(match)
    return Sifted(match, Gap.DENIAL, denials[at]) if at in denials else Sifted(match)


def _governed(match: Match, outer: Collection[int]) -> Sifted:
    above = next((i for i in _governors(match.tokens[0]) if i in outer), None)
    return Sifted(match) if above is None else Sifted(match, Gap.GOVERNED, above)


def _is_free(parsed: Parsed, noun: Token) -> bool:
    """Whether it is no name; "the six-party talks" names six, and is talks as well."""
    return noun.i not in parsed.marks or (parsed.marks[noun.i].many and noun.tag_ in ("NN", "NNS"))


def _first(matches: Iterator[Match], fits: Callable[[Match], bool]) -> list[Match]:
    return list(islice(filter(fits, matches), 1))


def heads_clause(token: Token) -> bool:
    """A verb, or an adjective that says something of its subject ("is willing to")."""
    return is_verb(token) or (token.pos_ == "ADJ" and token.dep_ == "acomp")


def _verb(parsed: Parsed, token: Token, lexicon: Lexicon) -> Iterator[Match]:
    for entry in lexicon.verbs.get(lemma(token), ()):
        heads = undergoer(token)
        if not _suits(parsed, token, entry, heads):
            continue
        if not entry.object:
            yield Match(entry, (token,))
            continue
        heads = [t for via in sorted(entry.via) for t in fill(via, [token])] if entry.via else heads
        yield from (Match(entry, (token, t)) for t in _within(heads) if lemma(t) in entry.object)


def _suits(parsed: Parsed, verb: Token, entry: Entry, heads: Sequence[Token]) -> bool:
    """Whether what stands around the verb is what the entry asks for."""
    if entry.particle and not any(child.lower_ in entry.particle for child in verb.children):
        return False
    if (
        entry.modal
        and not {t.lower_ for c in children(verb, "ccomp", "xcomp") for t in children(c, "aux")} & entry.modal
    ):
        return False
    if entry.bare and any(not marks_under(parsed, head) for head in heads):
        return False
    return not any(lemma(head) in entry.unless for head in (*heads, *children(verb, "nsubj")))


def _noun(token: Token, lexicon: Lexicon) -> Iterator[Match]:
    for entry in lexicon.nouns.get(lemma(token), ()):
        if not entry.beside or any(lemma(t) in entry.beside for t in _phrase(token)):
            yield Match(entry, (token,))


def _within(heads: Iterable[Token]) -> Iterator[Token]:
    """The objects, and what they consist of: "a round of talks", "talks and a dinner"."""
    for head in heads:
        for token in with_conjuncts(head):
            yield token
            yield from (t for of in children(token, "prep") if of.lower_ == "of" for t in children(of, "pobj"))


def _phrase(noun: Token) -> Iterator[Token]:
    """The words of a noun's phrase, without clauses."""
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod", "prep", "pobj", "conj") and not is_verb(child):
            yield child
            yield from _phrase(child)


def _governors(token: Token) -> Iterator[int]:
    """The words in whose clause or phrase it stands."""
    while token.dep_ in COMPLEMENTS and token.head.i != token.i:
        token = token.head
        yield token.i
