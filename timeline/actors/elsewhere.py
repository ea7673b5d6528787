"""Names that are parts of other names: the Beijing Olympics, Michael Jordan, Moscow in Idaho."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.actors.values import Found
from timeline.actors.words import Words

_NAMES = ("state", "demonym", "capital")
_REACH = 24


def without_parts(text: str, found: list[Found], words: Words) -> Iterator[Found]:
    """The mentions that are no part of another name; a town in the name of a thing is a place still."""
    others = {name for other in words.elsewhere for name in other.names}
    told: set[str] = set()
    if any(_first_word(text, item) in others for item in found):
        told = {name for other in words.elsewhere if other.told(text) for name in other.names}
    for item in found:
        if not item.actors or item.person or not (_is_part(text, item, words) or _of_another(text, item, told)):
            yield item
        elif item.place and item.kind == "capital" and words.things.match(text, item.end):
            yield replace(item, kind="place", actors=())


def _is_part(text: str, item: Found, words: Words) -> bool:
    if not text[item.end + 1 : item.end + 3].strip()[:1].isupper():
        after = None
    else:
        after = words.things.match(text, item.end) or words.american.match(text, item.end)
    return bool(
        after or (item.kind in _NAMES and words.of_things.search(text, max(0, item.start - _REACH), item.start))
    )


def _of_another(text: str, item: Found, told: set[str]) -> bool:
    return bool(told) and _first_word(text, item) in told


def _first_word(text: str, item: Found) -> str:
    return text[item.start : item.end].replace("'", " ").partition(" ")[0]
