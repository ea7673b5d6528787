"""Where the actors of a trigger stand: the slots that lexicon entries name.

subj      who does it, be the verb active, passive, in a relative clause or under another verb
obj       to whom
poss      "Kim's visit"; comp: "the Kim visit", "the Russian veto"
clause    whoever is named in the clause under the trigger ("demanded that X leave", "threatened to strike X")
governor  the subject of the verb above a noun ("arrived for talks with X"), or the noun that it hangs on
here      "arrived here"
object    whoever the object of the trigger stands for ("left the six-party talks")
seat      where the subject is posted: "the embassy in X"
with, to, against ...    the noun after this preposition
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from timeline.actions.tree import RELATIVE, Token, before, children, is_verb

DEPTH = 4
CLAUSES = ("ccomp", "xcomp", "pcomp", "acl", "advcl", "relcl")


def fill(slot: str, trigger: Sequence[Token]) -> list[Token]:
    """The heads of the phrases in a slot. `trigger`: the verb or noun, then its object if that is part of it."""
    named = _NAMED.get(slot)
    return named(trigger) if named else list(_after(slot, trigger))


def subject(verb: Token, depth: int = DEPTH) -> list[Token]:
    """Who does it.  Empty where nobody is named."""
    if is_passive(verb):
        return [noun for by in children(verb, "agent") for noun in children(by, "pobj")] or list(_after("by", [verb]))
    own = [_antecedent(verb, t) for t in children(verb, "nsubj", "csubj") if not _stray(verb)]
    return own or (_inherited(verb, depth - 1) if depth else []) or _mistaken(verb)


def is_passive(verb: Token) -> bool:
    """Whether its subject is what the act is done to.

    >>> from types import SimpleNamespace as N
    >>> is_passive(N(children=[N(dep_="auxpass")], dep_="ROOT", tag_="VBN"))
    True
    """
    return bool(children(verb, "auxpass", "nsubjpass")) or (
        verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not children(verb, "nsubj")
    )


def undergoer(verb: Token) -> list[Token]:
    """To whom or what it is done."""
    if is_passive(verb):
        found = [_antecedent(verb, t) for t in children(verb, "nsubjpass")]
        return found or ([verb.head] if verb.dep_ == "acl" else [])
    found = [_antecedent(verb, t) for t in children(verb, "dobj", "dative", "oprd") if t.pos_ not in ("ADP", "ADJ")]
    found += [t for t in children(verb, "conj") if found and t.pos_ == "PROPN"]  # a name is coordinated with no verb
    missing = verb.dep_ == "relcl" and not found and children(verb, "nsubj")
    return [verb.head] if missing and not is_verb(verb.head) else found


def _mistaken(verb: Token) -> list[Token]:
    """Names before the verb: the small model now and then takes a subject for a date."""
    return [t for t in children(verb, "npadvmod", "dep") if t.i < verb.i and t.pos_ == "PROPN"]


def _stray(verb: Token) -> bool:
    """An infinitive has no subject of its own, unless "for" brings it in or the verb above asks for one."""
    infinitive = any(t.tag_ == "TO" for t in children(verb, "aux"))
    return infinitive and verb.dep_ in ("advcl", "acl", "relcl") and all(t.lower_ != "for" for t in verb.children)


def _antecedent(verb: Token, token: Token) -> Token:
    return verb.head if verb.dep_ in ("relcl", "acl") and token.lower_ in RELATIVE else token


def _inherited(verb: Token, depth: int) -> list[Token]:
    above = verb.head
    if verb.dep_ in ("ROOT", "csubj") or above.i == verb.i:  # "sending arms there would be a mistake": nobody's
        return []
    if verb.dep_ == "pcomp":  # "left after testing a missile"; "accused X of testing a missile"
        preposition, above = above, above.head
        blamed = children(above, "dobj", "nsubjpass") if preposition.lower_ in ("of", "from", "for", "against") else []
        if blamed:
            return blamed
    if is_verb(above) or above.pos_ == "ADJ":  # "X is expected to": who is expected does it
        return undergoer(above) if is_passive(above) and verb.dep_ in ("xcomp", "advcl") else subject(above, depth)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [above]
    return children(above, "poss") or _governor([above], depth)


def _governor(trigger: Sequence[Token], depth: int = DEPTH) -> list[Token]:
    token = trigger[0]
    for _ in range(depth + 1):
        above = token.head
        if above.i == token.i:
            return []
        if is_verb(above):
            return subject(above, depth - 1) if depth and token.dep_ != "nsubj" else []
        if token.dep_ == "prep" and (above.pos_ == "PROPN" or (above.pos_ == "NOUN" and token.lower_ in ("on", "for"))):
            return [above]
        token = above
    return []


def _clause(trigger: Sequence[Token]) -> list[Token]:
    """Subjects, then objects, then whoever stands after a preposition, in the clauses under the trigger."""
    verbs = [verb for token in trigger for verb in _clauses(token, DEPTH)]
    found = [t for verb in verbs for t in children(verb, "nsubj", "nsubjpass")]
    found += [t for verb in verbs for t in undergoer(verb)]
    return found + [t for verb in verbs for t in _after("", [verb, *undergoer(verb)])]


def _clauses(token: Token, depth: int) -> Iterator[Token]:
    for child in token.children:
        if depth and (child.dep_ in CLAUSES or (child.dep_ in ("prep", "conj") and token.pos_ != "NOUN")):
            if is_verb(child):
                yield child
            yield from _clauses(child, depth - 1)


def _after(preposition: str, trigger: Sequence[Token], depth: int = DEPTH) -> Iterator[Token]:
    """What follows a preposition ("": any) that hangs on the trigger or on another noun beside it."""
    for token in trigger:
        for child in token.children:
            if child.dep_ in ("prep", "dative", "agent") and child.pos_ != "VERB":
                nouns = children(child, "pobj")
                if not preposition or child.lower_ == preposition:
                    yield from nouns
                nested = depth and (child.lower_ != preposition)
                yield from _after(preposition, [child, *nouns], depth - 1) if nested else ()
            elif depth and _is_beside(child) and child not in trigger:
                yield from _after(preposition, [child], depth - 1)


def _is_beside(token: Token) -> bool:
    """Other objects, and participles: "rounds aimed at X"."""
    participle = token.dep_ == "acl" and token.tag_ in ("VBN", "VBD")
    return participle or token.dep_ in ("dobj", "attr", "dative", "npadvmod", "advmod")


_NAMED: dict[str, Callable[[Sequence[Token]], list[Token]]] = {
    "subj": lambda trigger: subject(trigger[0]),
    "obj": lambda trigger: undergoer(trigger[0]),
    "poss": lambda trigger: [t for noun in reversed(trigger) for t in children(noun, "poss")],
    "comp": lambda trigger: [t for noun in reversed(trigger) for t in before(noun, "compound", "amod", "nmod")],
    "clause": _clause,
    "governor": _governor,
    "object": lambda trigger: list(trigger[1:]),
    "here": lambda trigger: [t for t in children(trigger[0], "advmod") if t.lower_ in ("here", "there")],
    "seat": lambda trigger: [noun for head in subject(trigger[0]) for noun in _after("in", [head], 0)],
}
