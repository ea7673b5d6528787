"""Whether an act took place: decided from its surroundings, before its type matters."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline.actions.speech import denial_of
from timeline.actions.tree import Token, children, is_verb, lemma
from timeline.model import Status

DEPTH = 6
LINKS = ("of", "for", "on", "to", "about", "against", "from", "in")  # a visit "after" a plan is none of it
OPEN = ("xcomp", "acl", "advcl", "pcomp", "prep", "pobj", "dobj", "conj", "nsubj", "nsubjpass")


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


@cache
def load_cues() -> Cues:
    """The cues of the package."""
    raw = tomllib.loads((files("timeline.actions") / "status.toml").read_text(encoding="utf-8"))
    occur = frozenset(raw.pop("occur").split())
    groups = {
        group: {word: Status(status) for status, words in lists.items() for word in words.split()}
        for group, lists in raw.items()
    }
    return Cues(**groups, occur=occur)


def status_of(trigger: Sequence[Token], cues: Cues) -> Status:
    """Negated before hypothetical before planned before actual, where several hold."""
    found = set(_statuses(trigger, cues))
    order = (Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED)
    return next((status for status in order if status in found), Status.ACTUAL)


def is_belief(trigger: Sequence[Token], cues: Cues) -> bool:
    """Whether it is told as what somebody thinks: "is believed to have sent"."""
    token = trigger[0]
    while token.dep_ in OPEN and token.head.i != token.i:
        token = token.head
        if lemma(token) in cues.belief:
            return True
    return False


def _statuses(trigger: Sequence[Token], cues: Cues) -> Iterator[Status]:
    first = trigger[0]
    if denial_of(first):
        yield Status.NEGATED
    if is_verb(first):
        yield from _of_clause(first, cues)
    for noun in trigger[is_verb(first) :]:
        yield from (s for s in _of_noun(noun, cues) if s is Status.NEGATED or not is_verb(first))
    yield from _of_governors(first, cues)


def _of_noun(noun: Token, cues: Cues) -> Iterator[Status]:
    for child in noun.children:
        word = child.lower_ if child.dep_ in ("det", "neg") else lemma(child)
        if child.dep_ in ("amod", "acl", "det", "neg", "compound") and word in cues.noun:
            yield cues.noun[word]


def _of_clause(verb: Token, cues: Cues) -> Iterator[Status]:
    """Its auxiliaries, negation and conjunction; those of the verb it is coordinated with hold for it too."""
    conditions = [mark for clause in children(verb, "advcl") for mark in children(clause, "mark")]
    yield from (Status.HYPOTHETICAL for mark in conditions if mark.lower_ in ("if", "unless"))
    for party in children(verb, "nsubj", "nsubjpass"):
        for word in children(party, "det", "neg", "preconj", "cc"):
            yield from _known(cues.party, word.lower_)
    helpers = children(verb, "aux", "auxpass", "neg", "mark", "advmod", "prep")
    while verb.dep_ == "conj" and is_verb(verb.head) and not children(verb, "nsubj", "nsubjpass", "aux"):
        verb = verb.head
        helpers += children(verb, "aux", "neg", "mark")
    for helper in helpers:
        word = helper.lower_
        if helper.dep_ == "neg":
            yield Status.NEGATED
        elif helper.dep_ == "mark":
            yield from _known(cues.mark, word)
        elif helper.dep_ in ("aux", "auxpass"):
            yield from _auxiliary(verb, word, cues)
        elif helper.i > 0:  # "Yet Russia agreed" denies nothing
            yield from _known(cues.beside, word)


def _auxiliary(verb: Token, word: str, cues: Cues) -> Iterator[Status]:
    """ "said that it would visit" is a plan, "would visit if ..." is none."""
    reported = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")
    yield from [Status.PLANNED] if word in ("would", "'d") and reported else _known(cues.auxiliary, word)


def _of_governors(token: Token, cues: Cues) -> Iterator[Status]:
    """What stands above: "plans to visit", "refused to meet", "is to sign", "if ..."."""
    for _ in range(DEPTH):
        above = token.head
        if token.dep_ == "ccomp":
            yield from (status for status in _known(cues.above, lemma(above)) if status is Status.NEGATED)
        if above.i == token.i or token.dep_ not in OPEN or (token.dep_ == "prep" and token.lower_ not in LINKS):
            return
        infinitive = any(t.tag_ == "TO" for t in children(token, "aux"))
        if token.dep_ in ("nsubj", "nsubjpass") and lemma(above) in cues.occur:
            yield from _of_clause(above, cues)
        if token.dep_ in ("xcomp", "acl", "advcl", "dobj", "pobj", "pcomp", "prep", "nsubjpass"):
            yield from _known(cues.above, lemma(above))
            yield from _known(cues.belief, lemma(above))
        if infinitive and token.dep_ == "xcomp" and above.lemma_ == "be":
            yield Status.PLANNED
        if infinitive or token.dep_ in ("dobj", "pobj", "prep", "pcomp"):
            yield from _of_clause(above, cues) if is_verb(above) else ()
        if is_verb(above) and not infinitive and is_verb(token):
            return
        token = above


def _known(group: Mapping[str, Status], word: str) -> Iterator[Status]:
    if word in group:
        yield group[word]
