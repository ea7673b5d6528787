"""A text made small: enough to find its likes among millions, and then to tell what each has of its own.

Layout, in bytes: 8 a hash of all words; 4 how many words; 2 how many figures; 2 for each figure; 2 for each shingle.
Little-endian on every machine. About 500 bytes for an article of 250 words.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from rensa import RMinHash

from timeline.copies.words import Hashes, figures_of, shingles_of, words_of

SHORTEST, LONGEST = 30, 10_000  # words; shorter and longer texts are copies only if all words are the same
BANDS, ROWS = (
    16,
    5,
)  # two texts of which 8 shingles in 10 are common share a band in 998 cases of 1000, 6 in 10: in 73 of 100
SEED = 20220815
SCHEME = f"1.{RMinHash.ALGORITHM_VERSION}"  # signatures and bands of another are not to be compared with these
_HEAD = struct.Struct("<8sLH")
_HASH = np.dtype("<u2")


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """A signature taken apart."""

    exact: bytes
    words: int
    figures: Hashes
    shingles: Hashes


def signature(text: str) -> bytes:
    """What is compared of a text; the same on any machine, in any process. Any text has one."""
    words = words_of(text)
    told = (" ".join(words) or text.strip()).encode("utf-8", "surrogatepass")
    exact = blake2b(told, digest_size=8).digest()
    if not SHORTEST <= len(words) <= LONGEST:
        return _HEAD.pack(exact, len(words), 0)
    figures, shingles = figures_of(words), shingles_of(words)
    return (
        _HEAD.pack(exact, len(words), len(figures)) + figures.astype(_HASH).tobytes() + shingles.astype(_HASH).tobytes()
    )


def take_apart(signature: bytes) -> Parts:
    """
    >>> parts = take_apart(signature("On 12 May the envoys met. " * 6))
    >>> parts.words, len(parts.figures), len(parts.shingles)
    (36, 2, 34)
    """
    exact, words, count = _HEAD.unpack_from(signature)
    hashes = np.frombuffer(signature, _HASH, offset=_HEAD.size)
    return Parts(exact, words, hashes[:count], hashes[count:])


def bands(signature: bytes) -> tuple[bytes, ...]:
    """Two texts can only be copies of one another if one of these is equal, in its place, or all words are."""
    parts = take_apart(signature)
    if not len(parts.shingles):
        return (parts.exact,)
    hashes = parts.shingles.tobytes()
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update([hashes[at : at + 2] for at in range(0, len(hashes), 2)])
    slots = np.array(sketch.digest(), dtype="<u4").tobytes()
    width = 4 * ROWS
    return tuple(slots[at : at + width] for at in range(0, len(slots), width))
