"""Whether an act took place: decided from its surroundings, before its type matters."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from timeline.actions.speech import denial_of
from timeline.actions.tree import Token, children, is_verb, lemma
from timeline.model import Status

DEPTH = 6
LINKS = ("of", "for", "on", "to", "about", "against", "from", "in")  # a visit "after" a plan is none of it
OPEN = ("xcomp", "acl", "advcl", "pcomp", "prep", "pobj", "dobj", "conj", "nsubj", "nsubjpass")
GOVERNED = ("xcomp", "acl", "advcl", "dobj", "pobj", "pcomp", "prep", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that say that something is not, or not yet, so; each group by status."""

    auxiliary: Mapping[str, Status]
    above: Mapping[str, Status]
    noun: Mapping[str, Status]
    party: Mapping[str, Status]
    belief: Mapping[str, Status]
    mark: Mapping[str, Status]
    beside: Mapping[str, Status]
    occur: frozenset[str]
    ahead: frozenset[str]


@cache
def load_cues() -> Cues:
    """The cues of the package."""
    raw = tomllib.loads((files("timeline.actions") / "status.toml").read_text(encoding="utf-8"))
    occur, ahead = (frozenset(raw.pop(name).split()) for name in ("occur", "ahead"))
    groups = {
        group: {word: Status(status) for status, words in lists.items() for word in words.split()}
        for group, lists in raw.items()
    }
    return Cues(**groups, occur=occur, ahead=ahead)


class Sign(NamedTuple):
    """A status, and the word that says so; None where no word does."""

    status: Status
    cue: Token | None


def status_of(trigger: Sequence[Token], cues: Cues) -> Status:
    """Negated before hypothetical before planned before actual, where several hold."""
    return sign_of(trigger, cues).status


def sign_of(trigger: Sequence[Token], cues: Cues) -> Sign:
    """The status, and the word from which it is read."""
    found = dict[Status, Sign]()
    for sign in _signs(trigger, cues):
        found.setdefault(sign.status, sign)
    order = (Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED)
    return next((found[status] for status in order if status in found), Sign(Status.ACTUAL, None))


def is_belief(trigger: Sequence[Token], cues: Cues) -> bool:
    """Whether it is told as what somebody thinks: "is believed to have sent"."""
    token = trigger[0]
    while token.dep_ in OPEN and token.head.i != token.i:
        token = token.head
        if lemma(token) in cues.belief:
            return True
    return False


def _signs(trigger: Sequence[Token], cues: Cues) -> Iterator[Sign]:
    first = trigger[0]
    if denial := denial_of(first):
        yield Sign(Status.NEGATED, denial)
    if is_verb(first):
        yield from _of_clause(first, cues)
    for noun in trigger[is_verb(first) :]:
        yield from (s for s in _of_noun(noun, cues) if s.status is Status.NEGATED or not is_verb(first))
    yield from _of_governors(first, cues)


def _of_noun(noun: Token, cues: Cues) -> Iterator[Sign]:
    for child in noun.children:
        word = child.lower_ if child.dep_ in ("det", "neg") else lemma(child)
        if child.dep_ in ("amod", "acl", "det", "neg", "compound"):
            yield from _known(cues.noun, word, child)


def _of_clause(verb: Token, cues: Cues) -> Iterator[Sign]:
    """Its auxiliaries, negation and conjunction; those of the verb it is coordinated with hold for it too."""
    conditions = [mark for clause in children(verb, "advcl") for mark in children(clause, "mark")]
    yield from (Sign(Status.HYPOTHETICAL, mark) for mark in conditions if mark.lower_ in ("if", "unless"))
    for party in children(verb, "nsubj", "nsubjpass"):
        for word in children(party, "det", "neg", "preconj", "cc"):
            yield from _known(cues.party, word.lower_, word)
    helpers = children(verb, "aux", "auxpass", "neg", "mark", "advmod", "prep")
    while verb.dep_ == "conj" and is_verb(verb.head) and not children(verb, "nsubj", "nsubjpass", "aux"):
        verb = verb.head
        helpers += children(verb, "aux", "neg", "mark")
    for helper in helpers:
        yield from _of_helper(verb, helper, cues)


def _of_helper(verb: Token, helper: Token, cues: Cues) -> Iterator[Sign]:
    word = helper.lower_
    if helper.dep_ == "neg":
        yield Sign(Status.NEGATED, helper)
    elif helper.dep_ == "mark":
        yield from _known(cues.mark, word, helper)
    elif helper.dep_ in ("aux", "auxpass"):
        yield from _auxiliary(verb, helper, cues)
    elif helper.i > 0:  # "Yet Russia agreed" denies nothing
        yield from _known(cues.beside, word, helper)


def _auxiliary(verb: Token, helper: Token, cues: Cues) -> Iterator[Sign]:
    """ "said that it would visit" is a plan, "would visit if ..." is none."""
    reported = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")
    if helper.lower_ in ("would", "'d") and reported:
        yield Sign(Status.PLANNED, helper)
    else:
        yield from _known(cues.auxiliary, helper.lower_, helper)


def _of_governors(token: Token, cues: Cues) -> Iterator[Sign]:
    """What stands above: "plans to visit", "refused to meet", "is to sign", "if ..."."""
    for _ in range(DEPTH):
        above = token.head
        if token.dep_ == "ccomp":
            yield from (sign for sign in _known(cues.above, lemma(above), above) if sign.status is Status.NEGATED)
        if above.i == token.i or token.dep_ not in OPEN or (token.dep_ == "prep" and token.lower_ not in LINKS):
            return
        infinitive = any(t.tag_ == "TO" for t in children(token, "aux"))
        if token.dep_ in ("nsubj", "nsubjpass") and lemma(above) in cues.occur:
            yield from _of_clause(above, cues)
        if token.dep_ in GOVERNED:
            yield from _known(cues.above, lemma(above), above)
            yield from _known(cues.belief, lemma(above), above)
        if infinitive and token.dep_ == "xcomp" and (above.lemma_ == "be" or above.lower_ in cues.ahead):
            yield Sign(Status.PLANNED, above)
        if infinitive or token.dep_ in ("dobj", "pobj", "prep", "pcomp"):
            yield from _of_clause(above, cues) if is_verb(above) else ()
        if is_verb(above) and not infinitive and is_verb(token):
            return
        token = above


def _known(group: Mapping[str, Status], word: str, cue: Token) -> Iterator[Sign]:
    if word in group:
        yield Sign(group[word], cue)
