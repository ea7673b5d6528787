"""Part of speech and lemma from the model's own tables, each case worked out once.

spaCy's attribute ruler runs a matcher with all its patterns over each sentence, which costs as much as the parser.
All but a handful of its patterns look at one token: its tag, its arc and its word. So what it does to
such a token is asked of it once, with that token alone in a document, and remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Key = tuple[int, int, int]  # tag, arc, and the word in small letters where some pattern asks for it


class Attributes:
    """Stands in for a model's attribute ruler; patterns over several tokens ("gon na") are left out."""

    def __init__(self, ruler: Any) -> None:
        self._ruler = ruler
        self._words = frozenset(_words(ruler.patterns))
        self._known: dict[Key, tuple[int, int, Any]] = {}

    def __call__(self, doc: Any) -> Any:
        for token in doc:
            key = token.tag, token.dep, token.lower if token.lower_ in self._words else 0
            if key not in self._known:
                self._known[key] = self._asked(token)
            token.pos, token.lemma, morph = self._known[key]
            token.set_morph(morph)
        return doc

    def _asked(self, token: Any) -> tuple[int, int, Any]:
        from spacy.tokens import Doc

        lone = Doc(token.vocab, [token.text])
        lone[0].tag, lone[0].dep = token.tag, token.dep
        answer = self._ruler(lone)[0]
        return answer.pos, answer.lemma, answer.morph


def _words(patterns: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The words that patterns name."""
    for row in patterns:
        for tokens in row["patterns"]:
            for token in tokens:
                wanted = token.get("LOWER", {})
                yield from (wanted,) if isinstance(wanted, str) else wanted.get("IN", ())
