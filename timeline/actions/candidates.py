"""Which sentences are worth a parse: those that hold a form of some trigger."""

from __future__ import annotations

import re
from functools import cache

from timeline.actions.lexicon import load_lexicon
from timeline.actions.parser import load_model, model_name
from timeline.actions.tree import LEMMAS

WORDS, HYPHENATED = re.compile(r"[a-z]+"), re.compile(r"[a-z]+-[a-z]+")


def may_tell(text: str, *, lone: bool = False) -> bool:
    """Whether the words of the text can be a trigger; `lone`: one that needs no second actor.

    Cheap, and never wrong in saying no.

    >>> may_tell("Lavrov met his colleague."), may_tell("A quiet day at the border.")
    (True, False)
    >>> may_tell("Lavrov met his colleague.", lone=True), may_tell("Iran fired a missile.", lone=True)
    (False, True)
    """
    plain = text.casefold()
    words = {*WORDS.findall(plain), *HYPHENATED.findall(plain)}
    return any(all(not forms.isdisjoint(words) for forms in parts) for parts in _parts(lone=lone))


@cache
def _parts(*, lone: bool) -> tuple[tuple[frozenset[str], ...], ...]:
    """Sets of forms, for each trigger those of which each must have one in the text; for all triggers in one set."""
    lexicon = load_lexicon()
    if not lone:
        return ((_forms({*lexicon.verbs, *lexicon.nouns}),),)
    entries = [entry for entry in lexicon.entries if entry.alone or entry.partner]
    words = [({*entry.verb, *entry.noun}, entry.object or entry.beside) for entry in entries]
    return tuple(tuple(_forms(set(lemmas)) for lemmas in pair if lemmas) for pair in words)


def _forms(lemmas: set[str]) -> frozenset[str]:
    """All forms of the words, the irregular ones from the model's own tables."""
    wrong = {word for word, right in LEMMAS.items() if right in lemmas}
    return frozenset(form for lemma in {*lemmas, *wrong} for form in regular(lemma)) | irregular(lemmas)


def regular(lemma: str) -> set[str]:
    """What a word may look like by rule; many of them are no words, which does no harm.

    >>> {"stopped", "stops", "stopping"} <= regular("stop"), {"carries", "carried"} <= regular("carry")
    (True, True)
    """
    bases = {lemma, lemma.removesuffix("e"), lemma + lemma[-1], lemma.removesuffix("y") + "i"}
    return {base + ending for base in bases for ending in ("", "s", "es", "d", "ed", "ing")}


def irregular(lemmas: set[str]) -> frozenset[str]:
    """The irregular forms of these words that the model's lemmatizer knows."""
    tables = load_model(model_name()).get_pipe("lemmatizer").lookups
    exceptions = tables.get_table("lemma_exc") if tables.has_table("lemma_exc") else {}
    return frozenset(
        form
        for kind in ("verb", "noun", "adj")
        for form, bases in exceptions.get(kind, {}).items()
        if not lemmas.isdisjoint(bases)
    )
