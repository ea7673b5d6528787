"""What `words.toml` says of words, and the stems that come of it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from timeline.merge.words import cut, words

SHORTEST = 3  # letters of a word that carries meaning
KNOWN = 1 << 17  # words whose stems are remembered
NOTHING = frozenset({""})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words are, all lower case.

    light      words that tell nothing of which event is meant
    particles  words of a trigger that are not its head
    speech     stems of words of saying
    again      words of an act that was done before, or is done in turn
    moments    stems of acts of travel that take but a moment
    refer      words that stand for what was told before
    telling    word -> its stem, if it carries meaning; else ""
    irregular  form -> word
    alike      stem -> the stem that stands for all that mean the same
    """

    light: frozenset[str]
    particles: frozenset[str]
    speech: frozenset[str]
    again: frozenset[str]
    moments: frozenset[str]
    refer: frozenset[str]
    irregular: Mapping[str, str]
    alike: Mapping[str, str]
    telling: Callable[[str], str]

    def stem(self, word: str) -> str:
        """One word as it is compared with others.

        >>> lexicon = load_lexicon()
        >>> [lexicon.stem(word) for word in ("struck", "hits", "planning")]
        ['strik', 'strik', 'plan']
        """
        return _stem(word, self.irregular, self.alike)

    def content_stems(self, text: str) -> frozenset[str]:
        """The stems of the words that carry meaning.

        >>> sorted(load_lexicon().content_stems("They were exchanging letters; a letter was exchanged."))
        ['exchang', 'letter']
        """
        return frozenset(map(self.telling, words(text))) - NOTHING

    def head(self, trigger: str) -> str:
        """The stem of a trigger's head: its last word that is not a particle.

        >>> load_lexicon().head("has been arrested")
        'arrest'
        """
        found = words(trigger)
        heads = [word for word in found if word not in self.particles] or found or [trigger]
        return self.stem(heads[-1])


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    raw = tomllib.loads((files("timeline.merge") / "words.toml").read_text(encoding="utf-8"))
    light, particles, again, refer = (frozenset(raw[name].split()) for name in ("light", "particles", "again", "refer"))
    speech, moments = (frozenset(map(cut, raw[name].split())) for name in ("speech", "moments"))
    irregular = {form: word for word, forms in raw["irregular"].items() for form in forms.split()}
    alike = {cut(irregular.get(word, word)): cut(group.split()[0]) for group in raw["alike"] for word in group.split()}
    maps = MappingProxyType(irregular), MappingProxyType(alike)

    @lru_cache(KNOWN)
    def telling(word: str) -> str:
        return "" if word in light or len(word) < SHORTEST else _stem(word, *maps)

    return Lexicon(light, particles, speech, again, moments, refer, *maps, telling)


def _stem(word: str, irregular: Mapping[str, str], alike: Mapping[str, str]) -> str:
    stem = cut(irregular.get(word, word))
    return alike.get(stem, stem)
