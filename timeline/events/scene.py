"""An article laid out for coding: each sentence with the dates and actors that are named in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.actions import Mark, Raw
from timeline.actors import find_actors, load_gazetteer
from timeline.dates import find_dates
from timeline.events.reference import resolve_references
from timeline.events.sentences import split_sentences
from timeline.model import ActorMention, Article, DateMention, Sentence

Mention = TypeVar("Mention", ActorMention, DateMention)
CODED = ("body", "caption")
OPENING = 30  # characters: a date that ends before opens its sentence


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, and what is named in it; offsets count in the article."""

    number: int
    sentence: Sentence
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]

    @property
    def is_dated(self) -> bool:
        """Whether a date stands in it that names days."""
        return any(m.value for m in self.dates)

    @property
    def named(self) -> dict[tuple[int, int], ActorMention]:
        """The actor mentions by where they stand."""
        return {(m.start, m.end): m for m in self.actors}

    @property
    def raw(self) -> Raw:
        """The sentence as the parser takes it."""
        at = self.sentence.start
        marks = tuple(_mark(m, at) for m in self.actors if m.actors)
        return Raw(self.sentence.text, at, marks, tuple(self._pauses(marks)))

    def _pauses(self, marks: Sequence[Mark]) -> Iterator[int]:
        """ "On Friday Putin ...": the parser takes both for one name, unless it reads a comma between them."""
        begins = {mark.start for mark in marks}
        for mention in self.dates:
            end = mention.end - self.sentence.start
            if end < OPENING and re.match(r"\s+", self.sentence.text[end:]) and {end + 1} & begins:
                yield end


def _mark(mention: ActorMention, at: int) -> Mark:
    place, town = mention.kind in ("capital", "place"), mention.kind == "place"
    return Mark(mention.start - at, mention.end - at, place, len(mention.actors) > 1, town)


def scenes(article: Article) -> list[Scene]:
    """The sentences from which something may be extracted, in order."""
    text, sentences = article.text, split_sentences(article.text, article.title)
    found = resolve_references(text, find_actors(text, article.published), sentences)
    actors = [_settled(mention) for mention in found]
    dates = find_dates(text, article.published, "en")
    coded = [s for s in sentences if s.zone in CODED]
    body = [s for s in coded if s.zone == "body"]
    return [
        Scene(body.index(s) if s in body else -1, s, tuple(_inside(s, actors)), tuple(_inside(s, dates))) for s in coded
    ]


def _settled(mention: ActorMention) -> ActorMention:
    """A town with the state that it lies in: whoever goes there goes to see that state."""
    if mention.actors or not mention.place or not mention.place.country:
        return mention
    state = load_gazetteer().actor(mention.place.country)
    return replace(mention, actors=(state,)) if state else mention


def _inside(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Mention]:
    return (m for m in mentions if sentence.start <= m.start and m.end <= sentence.end)
