"""Cross-document event coreference: which mentions tell of the same event.

Documents are put into stories first; within a story, mentions with the same head word (or one that news uses for it)
are one event. What is said, though, is one only if the same speaker says it; and "it" or "which" is what was told last.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Protocol

from timeline.merge.lexicon import Lexicon, load_lexicon
from timeline.merge.speakers import speakers
from timeline.merge.stories import stories


class Mention(Protocol):
    """A trigger in a document: half-open offsets into its whole text."""

    @property
    def doc_id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def cluster_mentions(mentions: Sequence[Mention], lexicon: Lexicon | None = None) -> list[int]:
    """A cluster number for each mention, in their order; equal numbers mean the same event.

    >>> from types import SimpleNamespace as Told
    >>> texts = {"a": "The envoy visited Ulan Bator.", "b": "A visit to Ulan Bator by the envoy."}
    >>> cluster_mentions([Told(doc_id="a", text=texts["a"], start=10, end=17),
    ...                   Told(doc_id="b", text=texts["b"], start=2, end=7)])
    [0, 0]
    """
    lexicon = lexicon or load_lexicon()
    keys = _keys(mentions, lexicon)
    keys |= {number: keys.get(before, number) for number, before in _referred(mentions, lexicon).items()}
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(keys[number], len(numbers)) for number in range(len(mentions))]


def _keys(mentions: Sequence[Mention], lexicon: Lexicon) -> dict[int, Hashable]:
    """What mentions of one event have in common: the story and the head, or the story and the speaker."""
    story = stories({mention.doc_id: mention.text for mention in mentions}, lexicon)
    heads = [lexicon.head(_trigger(mention)) for mention in mentions]
    said = [number for number, head in enumerate(heads) if head in lexicon.speech]
    speaker = dict(zip(said, speakers([mentions[number] for number in said], lexicon), strict=True))
    return {
        number: (story[mention.doc_id], "says", speaker[number] or number)
        if number in speaker
        else (story[mention.doc_id], head)
        for number, (mention, head) in enumerate(zip(mentions, heads, strict=True))
    }


def _referred(mentions: Sequence[Mention], lexicon: Lexicon) -> Mapping[int, int]:
    """Of each word that stands for what was told: the mention before it in its document; -1 if there is none."""
    last: dict[str, int] = {}
    found: dict[int, int] = {}
    for number in sorted(range(len(mentions)), key=lambda number: mentions[number].start):
        mention = mentions[number]
        if _trigger(mention).casefold() in lexicon.refer:
            found[number] = last.get(mention.doc_id, -1)
        elif lexicon.head(_trigger(mention)) not in lexicon.speech:
            last[mention.doc_id] = number
    return found


def _trigger(mention: Mention) -> str:
    return mention.text[mention.start : mention.end]
