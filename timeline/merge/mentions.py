"""Cross-document event coreference: which mentions tell of the same event.

Documents are put into stories first; within a story, mentions with the same head word (or one that news uses for it)
are one event. What is said, though, is said anew each time.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Protocol

from timeline.merge.lexicon import Lexicon, load_lexicon
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
    story = stories({mention.doc_id: mention.text for mention in mentions}, lexicon)
    numbers: dict[Hashable, int] = {}
    return [
        numbers.setdefault(_key(mention, number, story[mention.doc_id], lexicon), len(numbers))
        for number, mention in enumerate(mentions)
    ]


def _key(mention: Mention, number: int, story: int, lexicon: Lexicon) -> Hashable:
    head = lexicon.head(mention.text[mention.start : mention.end])
    return (story, head, number) if head in lexicon.speech else (story, head)
