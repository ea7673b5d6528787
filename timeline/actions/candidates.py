"""Which sentences are worth a parse: those that hold a form of some trigger."""

from __future__ import annotations

import re
from functools import cache

from timeline.actions.lexicon import load_lexicon
from timeline.actions.parser import load_model, model_name
from timeline.actions.tree import LEMMAS

WORDS, HYPHENATED = re.compile(r"[a-z]+"), re.compile(r"[a-z]+-[a-z]+")


def may_tell(text: str) -> bool:
    """Whether a word of the text can be a form of a trigger.  Cheap, and never wrong in saying no.

    >>> may_tell("Lavrov met his colleague."), may_tell("A quiet day at the border.")
    (True, False)
    """
    plain, forms = text.casefold(), trigger_forms()
    return not (forms.isdisjoint(WORDS.findall(plain)) and forms.isdisjoint(HYPHENATED.findall(plain)))


@cache
def trigger_forms() -> frozenset[str]:
    """All forms of the verbs and nouns of the lexicon, the irregular ones from the model's own tables."""
    lexicon = load_lexicon()
    lemmas = {*lexicon.verbs, *lexicon.nouns}
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
