"""An article laid out for coding: each sentence with the dates and actors that are named in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from timeline.actions import Echo, Mark, Raw, may_tell
from timeline.actors import find_actors, load_gazetteer
from timeline.dates import find_dates
from timeline.events.reference import resolve_references
from timeline.events.sentences import split_sentences
from timeline.model import ActorMention, Article, DateMention, Sentence

Mention = TypeVar("Mention", ActorMention, DateMention)
CODED = ("body", "caption")
LONGEST = 2000  # characters: no sentence of prose is longer; what is longer is a list or a table
OPENING = 60  # characters in which to look for the beginning of a clause
BEFORE_DATE = re.compile(r"(?:^|[:;,—–]\s*|\b(?:and|but|that)\s+)(?:[\w']+\s+){0,2}$")  # it opens a clause
SHARED = re.compile(r"\b[a-z]+(?: (?:with|to))?(?= (?:the )?$)")  # the words before a name
TO_DATE, AND_NAME = re.compile(r" (?:(?:on|in) )?"), re.compile(r"(,? and )(?:the )?")
AFTER_DATE = re.compile(r"(\s+)(?:the\s+)?")


class Hindrance(StrEnum):
    """Why a sentence is not parsed; NONE, which is false, where it is."""

    NONE = ""
    ZONE = "zone"  # it stands where nothing is told: a title, an appeal, a dateline
    NOBODY = "nobody"
    TOO_LONG = "too-long"
    LONE = "lone"  # one actor, and no word for what one does alone
    NO_TRIGGER = "no-trigger"


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, and what is named in it; offsets count in the article."""

    number: int
    sentence: Sentence
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]

    @property
    def is_promising(self) -> bool:
        """Whether it may tell an act or show a meeting: if not, it need not be parsed."""
        return not self.hindrance

    @property
    def hindrance(self) -> Hindrance:
        """Why it can tell nothing."""
        if self.sentence.zone not in CODED:
            return Hindrance.ZONE
        known = [m for m in self.actors if m.actors]
        if not known:
            return Hindrance.NOBODY
        if len(self.sentence.text) > LONGEST:
            return Hindrance.TOO_LONG
        lone = len({actor.code for mention in known for actor in mention.actors}) < 2
        told = (may_tell(text, lone=lone) for text in (self.sentence.text, self._without(known)))
        if any(told) or (not lone and self.is_dated):
            return Hindrance.NONE
        return Hindrance.LONE if lone else Hindrance.NO_TRIGGER

    def _without(self, mentions: Sequence[ActorMention]) -> str:
        """The sentence without these names, to which other words may be glued."""
        ends = [self.sentence.start, *(m.end for m in mentions)]
        starts = [*(m.start for m in mentions), self.sentence.end]
        at = self.sentence.start
        return " ".join(self.sentence.text[end - at : start - at] for end, start in zip(ends, starts, strict=True))

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
        return Raw(self.sentence.text, at, marks, tuple(self._pauses(marks)), tuple(self._echoes(marks)))

    def _pauses(self, marks: Sequence[Mark]) -> Iterator[int]:
        """ "On Friday Putin ...": the parser takes both for one name, unless it reads a comma between them."""
        begins = {mark.start for mark in marks}
        for mention in self.dates:
            start, end = mention.start - self.sentence.start, mention.end - self.sentence.start
            follows = AFTER_DATE.match(self.sentence.text, end)
            opens = BEFORE_DATE.search(self.sentence.text, max(0, start - OPENING), start)
            if opens and follows and {follows.end(1), follows.end()} & begins:
                yield end

    def _echoes(self, marks: Sequence[Mark]) -> Iterator[Echo]:
        """ "Met X on Monday and Y on Tuesday": the verb, or the preposition, is read before Y too."""
        text, at = self.sentence.text, self.sentence.start
        dates = [(m.start - at, m.end - at) for m in self.dates if m.value]
        for first, second in pairwise(marks):
            left = next((d for d in dates if first.end < d[0] and d[1] < second.start), None)
            right = next((d for d in dates if second.end < d[0]), None)
            if not left or not right:
                continue
            shared = SHARED.search(text, max(0, first.start - OPENING), first.start)
            gaps = (text[first.end : left[0]], text[second.end : right[0]])
            joint = AND_NAME.fullmatch(text, left[1], second.start)
            if shared and joint and all(map(TO_DATE.fullmatch, gaps)):
                yield Echo(joint.end(1), shared.start(), shared.end())


def _mark(mention: ActorMention, at: int) -> Mark:
    alias = "they" if mention.kind == "reference" and mention.text.casefold() == "the two" else ""
    place, town = mention.kind in ("capital", "place"), mention.kind == "place"
    return Mark(mention.start - at, mention.end - at, place, len(mention.actors) > 1, town, alias)


def scenes(article: Article) -> list[Scene]:
    """The sentences from which something may be extracted, in order."""
    return [scene for scene in laid_out(article) if scene.sentence.zone in CODED]


def laid_out(article: Article) -> list[Scene]:
    """All sentences of an article, in order; those outside its body have no number in it."""
    text, sentences = article.text, split_sentences(article.text, article.title)
    named = find_actors(text, article.published)
    found = resolve_references(text, [*named, *here(text, named, sentences)], sentences)
    actors = [_settled(mention) for mention in found]
    dates = find_dates(text, article.published, "en")
    by_sentence, dated = _shared_out(sentences, actors), _shared_out(sentences, dates)
    body, staged = 0, list[Scene]()
    for number, sentence in enumerate(sentences):
        at = body if sentence.zone == "body" else -1
        staged.append(Scene(at, sentence, tuple(by_sentence[number]), tuple(dated[number])))
        body += sentence.zone == "body"
    return staged


def here(text: str, named: Sequence[ActorMention], sentences: Sequence[Sentence]) -> Iterator[ActorMention]:
    """ "arrived here": where the dateline says."""
    line = next((s for s in sentences if s.zone == "dateline"), None)
    town = next((m for m in named if line and line.start <= m.start < line.end and m.place), None)
    if town:
        for match in re.finditer(r"\bhere\b", text):
            yield replace(town, start=match.start(), end=match.end(), text=match[0], kind="capital")


def _settled(mention: ActorMention) -> ActorMention:
    """A town with the state that it lies in: whoever goes there goes to see that state."""
    if mention.actors or not mention.place or not mention.place.country:
        return mention
    state = load_gazetteer().actor(mention.place.country)
    return replace(mention, actors=(state,)) if state else mention


def _shared_out(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions that lie in each sentence."""
    starts = [sentence.start for sentence in sentences]
    found: list[list[Mention]] = [[] for _ in sentences]
    for mention in mentions:
        number = bisect_right(starts, mention.start) - 1
        if number >= 0 and mention.end <= sentences[number].end:
            found[number].append(mention)
    return found
