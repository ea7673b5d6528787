"""How the commands that read articles are told to, and which days of publication they doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.model import Article
    from timeline.pipeline.work import Placed
    from timeline.reading import Unread
    from timeline.reading.articles import Options

FIELDS = ("text", "title", "published", "source", "url", "language", "id")

Fields = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="OURS=THEIRS", help="What a field is called in the input: title=headline."),
]
Infer = Annotated[
    bool, typer.Option("--infer-dates", help="Propose a day of publication from the text where nothing tells it.")
]


def read_fields(words: list[str] | None) -> Mapping[str, str]:
    """What our fields are called in the input.

    >>> read_fields(["title=headline", "published=meta.date"])
    {'title': 'headline', 'published': 'meta.date'}
    """
    found = dict[str, str]()
    for word in words or ():
        ours, _, theirs = word.partition("=")
        if ours.strip() not in FIELDS or not theirs.strip():
            raise InputError(word, "--field", f"OURS=THEIRS, such as title=headline; ours are {', '.join(FIELDS)}")
        found[ours.strip()] = theirs.strip()
    return found


@dataclass(slots=True)
class Input:
    """The articles that a command is given; `doubts` holds each place with what to check there, once they are read."""

    inputs: Sequence[str]
    options: Options
    doubts: list[tuple[str, str]] = field(default_factory=list)

    def articles(self) -> Iterator[Placed | Unread]:
        """Each with the file and the place in it; raises InputError at once for what is not there."""
        from timeline.reading.articles import find_articles

        return self._each(find_articles(self.inputs, self.options))

    def _each(self, found: Iterator[tuple[str, Article | InputError]]) -> Iterator[Placed | Unread]:
        from timeline.pipeline.work import Placed
        from timeline.reading.articles import Unread
        from timeline.reading.doubts import doubt

        for where, item in found:
            if isinstance(item, InputError):
                yield Unread.of(item)
                continue
            if said := doubt(item):
                self.doubts.append((where, said))
            yield Placed(where, item)
