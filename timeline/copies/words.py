"""The words of a text as they are compared: what differs in print only is the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from timeline.dates import calendar_words

Hashes = NDArray[np.uint16]

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")  # Japanese and Chinese have no spaces between words
_TIMES = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)  # odd: nothing is lost


def words_of(text: str) -> list[str]:
    """The words, whatever the case, the spaces, the quotation marks and the full stops.

    >>> words_of("“Kim’s” visit, of\\u00a0 12 MAY:")
    ['kim', 's', 'visit', 'of', '12', 'may']
    """
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def figures_of(words: list[str]) -> Hashes:
    """The numbers, months and days of the week among them, each once, as hashes in order."""
    known = calendar_words()
    figures = {word for word in words if not word.isalpha() or word in known}
    hashes: Hashes = np.unique((_hashes(figures) >> np.uint64(16)).astype(np.uint16))
    return hashes


def shingles_of(words: list[str]) -> Hashes:
    """A hash of each three words that follow one another, in the order of the text."""
    hashes = _hashes(words)
    runs = hashes[:-2] * _TIMES[0] ^ hashes[1:-1] * _TIMES[1] ^ hashes[2:] * _TIMES[2]
    hashed: Hashes = (runs >> np.uint64(48)).astype(np.uint16)
    return hashed


def _hashes(words: Collection[str]) -> NDArray[np.uint64]:
    encoded = (word.encode("utf-8", "surrogatepass") for word in words)
    return np.fromiter(map(crc32, encoded), dtype=np.uint64, count=len(words))
