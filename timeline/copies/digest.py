"""What an article is known by: a hash of all that its events and their evidence are made from."""

from __future__ import annotations

from dataclasses import fields
from hashlib import blake2b

from timeline.model import Article

_FIELDS = tuple(field.name for field in fields(Article))


def digest(article: Article) -> str:
    """32 hexadecimal digits; articles that differ in any field differ in it.

    >>> from datetime import date
    >>> digest(Article("Kim came.", date(2022, 8, 15))) == digest(Article("Kim came.", date(2022, 8, 16)))
    False
    """
    made = blake2b(digest_size=16)
    for name in _FIELDS:
        value = str(getattr(article, name)).encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(value))
        made.update(value)
    return made.hexdigest()
