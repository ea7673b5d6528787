"""All forms at once: one automaton, one pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from timeline.actors.values import Hit, Meaning, Name


@dataclass(frozen=True, slots=True)
class Matcher:
    """An Aho-Corasick automaton over forms, and what each of them may mean.

    The time that a text takes grows with the text and its hits, not with the number of forms.
    """

    automaton: AhoCorasick
    meanings: tuple[tuple[Meaning, ...], ...]
    trims: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, forms: Mapping[str, list[Meaning]]) -> Matcher:
        """A matcher for these forms, none of them empty."""
        trims = tuple(map(_trim, forms, forms.values()))
        return cls(AhoCorasick(list(forms)), tuple(map(tuple, forms.values())), trims)

    def hits(self, text: str) -> list[Hit]:
        """Every form in the text; overlapping ones too, inside of words too."""
        return [
            Hit(start + self.trims[index][0], end - self.trims[index][1], meaning)
            for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)
            for meaning in self.meanings[index]
        ]


def lower(text: str) -> str:
    """The text in small letters, of the same length: a letter whose small form is two characters stays.

    >>> lower("İZMIR")
    'İzmir'
    """
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _trim(form: str, meanings: list[Meaning]) -> tuple[int, int]:
    """What a form needs at its start and end but is no part of the name: "the North", "Sino-"."""
    article = form[:4].lower() == "the " and any(isinstance(meaning, Name) and meaning.actors for meaning in meanings)
    return 4 if article else 0, int(form.endswith("-"))
