"""Who says it, where a mention is of saying: "police said", "according to police", "a statement by police"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.actions.parser import parse_sentences
from timeline.actions.slots import subject
from timeline.actions.tree import Parsed, Raw, Token, children, is_verb
from timeline.events.sentences import split_sentences
from timeline.merge.lexicon import Lexicon

if TYPE_CHECKING:
    from timeline.merge.mentions import Mention

UNNAMED = ("PRON", "DET")  # "he said", "some say"
BY = ("by", "from", "to")  # "a statement by police", "according to police"


def speakers(mentions: Sequence[Mention], lexicon: Lexicon) -> list[str]:
    """The stem of who says each; "" where the sentence does not tell, or only has a pronoun."""
    texts = {mention.text for mention in mentions}
    sentences = {text: [Raw(s.text, s.start) for s in split_sentences(text)] for text in sorted(texts)}
    told = [_sentence(sentences[mention.text], mention.start) for mention in mentions]
    wanted = list(dict.fromkeys(raw for raw in told if raw))
    parsed = dict(zip(wanted, parse_sentences(wanted), strict=True))
    return [_speaker(parsed[raw], mention, lexicon) if raw else "" for raw, mention in zip(told, mentions, strict=True)]


def _sentence(sentences: Sequence[Raw], place: int) -> Raw | None:
    """The one in which a place of the text stands."""
    number = bisect_right(sentences, place, key=lambda raw: raw.offset) - 1
    return sentences[number] if number >= 0 else None


def _speaker(parsed: Parsed, mention: Mention, lexicon: Lexicon) -> str:
    root = parsed.root_of(mention.start, mention.end)
    noun = next(iter(_who(root)), None) if root is not None else None
    return "" if noun is None or noun.pos_ in UNNAMED else lexicon.stem(noun.lower_)


def _who(said: Token) -> list[Token]:
    by = [noun for prep in children(said, "prep") if prep.lower_ in BY for noun in children(prep, "pobj")]
    return subject(said) if is_verb(said) and said.lower_ != "according" else [*children(said, "poss"), *by]
