"""Pairs of texts of which it is known how they differ, made from words that mean nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import accumulate
from random import Random

SYLLABLES = {
    "en": "ba-ne-to-li-sha-ver-don-mi-ral-tes-ok-un-pre-sta-gor-win-ele-fa",
    "ru": "ба-не-то-ли-ша-вер-дон-ми-рал-тес-ок-ун-пре-ста-гор-вин-эле-фа",
    "ko": "가-나-다-라-마-바-사-아-자-차-카-타-파-하-김-정-은-북",
}
WEIGHTS = list(accumulate(1 / (rank + 3) for rank in range(4000)))


@cache
def lexicon(language: str) -> list[str]:
    """Words, the commonest first."""
    random, syllables = Random(language), SYLLABLES[language].split("-")
    return ["".join(random.choices(syllables, k=1 + rank // 40 % 4)) for rank in range(len(WEIGHTS))]


class Writer:
    """Writes stories: words have the frequencies of a language, so that some follow one another again and again."""

    def __init__(self, seed: str, language: str = "en") -> None:
        self.random, self.lexicon = Random(seed), lexicon(language)

    def words(self, count: int) -> list[str]:
        """Some words on end."""
        return self.random.choices(self.lexicon, cum_weights=WEIGHTS, k=count)

    def sentence(self, least: int = 18, most: int = 32) -> str:
        """A sentence of news."""
        return " ".join(self.words(self.random.randint(least, most))).capitalize() + "."

    def story(self, words: int = 250) -> list[str]:
        """Its paragraphs."""
        found = list[str]()
        while sum(len(paragraph.split()) for paragraph in found) < words:
            found.append(self.sentence())
        return found

    def edited(self, story: list[str], rate: float) -> list[str]:
        """Words are replaced, left out, or put in, each with a third of the rate."""
        return [" ".join(filter(None, (self._edit(word, rate) for word in text.split()))) for text in story]

    def _edit(self, word: str, rate: float) -> str:
        if self.random.random() >= rate:
            return word
        (other,) = self.words(1)
        return self.random.choice(["", other, f"{word} {other}"])

    def byline(self) -> str:
        """Who wrote it."""
        return f"By {' '.join(self.words(5)).title()}"

    def with_new_paragraph(self, story: list[str]) -> list[str]:
        """The story as it goes on: one more event somewhere."""
        at = self.random.randrange(len(story) + 1)
        return [*story[:at], self.sentence(), *story[at:]]

    def follow_up(self, story: list[str]) -> list[str]:
        """News on top of what was told before."""
        return [*self.story(80), *story]


APPEAL = ["We have a small favour to ask, if you can. " + " ".join(Writer("appeal").words(90)) + ". Thank you."]
Change = Callable[[Writer, list[str]], list[str]]

COPIES: dict[str, Change] = {
    "same": lambda writer, story: story,
    "capitals": lambda writer, story: [text.upper() for text in story],
    "one line": lambda writer, story: ["   ".join(story)],
    "quotes": lambda writer, story: [text.replace(" ", " “", 1).replace(".", "”.") for text in story],
    "headline": lambda writer, story: [" ".join(writer.words(9)).title(), *story],
    "byline": lambda writer, story: [writer.byline(), *story],
    "credit": lambda writer, story: [*story, f"({writer.byline()}; {writer.byline()})"],
    "cut": lambda writer, story: story[: len(story) - len(story) // 5],
    "edited 1 %": lambda writer, story: writer.edited(story, 0.01),
    "edited 2 %": lambda writer, story: writer.edited(story, 0.02),
    "edited 2 %, byline, credit": lambda writer, story: [
        writer.byline(), *writer.edited(story, 0.02), f"({writer.byline()}; {writer.byline()})"
    ],
}  # fmt: skip
UNSURE: dict[str, Change] = {
    f"edited {rate} %": lambda writer, story, rate=rate: writer.edited(story, rate / 100)  # type: ignore[misc]
    for rate in (3, 5, 7, 10, 15)
}
OTHERS: dict[str, Change] = {
    "edited 30 %": lambda writer, story: writer.edited(story, 0.3),
    "new paragraph": lambda writer, story: writer.with_new_paragraph(story),
    "new paragraph, edited 2 %": lambda writer, story: writer.edited(writer.with_new_paragraph(story), 0.02),
    "new lead": lambda writer, story: [writer.sentence(), *story[1:]],
    "follow-up": lambda writer, story: writer.follow_up(story),
    "background": lambda writer, story: [*writer.story(150), *story[-2:]],
    "appeal": lambda writer, story: [*writer.story(45), *APPEAL],
    "another": lambda writer, story: writer.story(),
}
