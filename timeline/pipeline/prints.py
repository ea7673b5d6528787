"""Stand-in until near duplicates are found by likeness: equal texts are copies."""

from __future__ import annotations

from hashlib import sha256

from timeline.model import Article


def digest(article: Article) -> str:
    return sha256(repr(article).encode("utf-8", "surrogatepass")).hexdigest()


def signature(text: str) -> bytes:
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).digest()


def bands(signature: bytes) -> tuple[bytes, ...]:
    return (signature,)


def alike(one: bytes, other: bytes) -> bool:
    return one == other
