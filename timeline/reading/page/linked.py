"""What a page says of its article in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

from timeline.reading.page.names import load_names

_OPEN = r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)"
_CLOSE = r"(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?|;)\s*$"
_WRAPPED = re.compile(f"{_OPEN}|{_CLOSE}")
_TRAILING = re.compile(r",(?=\s*[}\]])")
DEEPEST = 12
Node = Mapping[str, Any]


def article_node(tree: HtmlElement, title: str = "") -> Node:
    """The node of the article: of the best type, and among several of it the one that has the title of the page."""
    names = load_names()
    nodes = [node for script in _scripts(tree) for node in _nodes(_parsed(script), names.elsewhere)]
    for types in (names.articles, names.pages):
        of_type = [node for node in nodes if types & _types(node) and _dated(node)]
        if of_type:
            return next((node for node in of_type if _same(node, title)), of_type[0])
    return {}


def text_of(node: Node, *path: str) -> str:
    """A value below a node, if it is text; of a list its first item.

    >>> text_of({"publisher": [{"name": "KCNA"}]}, "publisher", "name")
    'KCNA'
    """
    value: object = node
    for name in (*path, None):
        while isinstance(value, list) and value:
            value = value[0]
        if name is not None:
            value = value.get(name) if isinstance(value, Mapping) else None
    return value.strip() if isinstance(value, str) else ""


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text


def _parsed(script: str) -> object:
    """The value; comments round it, and a comma too many, are forgiven, as search engines do."""
    plain = _WRAPPED.sub("", _WRAPPED.sub("", script)).strip()
    for text in (plain, _TRAILING.sub("", plain)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object, elsewhere: frozenset[str], depth: int = 0) -> Iterator[Node]:
    """All nodes, the outer before the inner, but none of other articles."""
    if depth > DEEPEST:
        return
    if isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from _nodes(item, elsewhere, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for name, item in value.items():
            if name.lower() not in elsewhere and isinstance(item, Mapping | list):
                yield from _nodes(item, elsewhere, depth + 1)


def _types(node: Node) -> set[str]:
    told = node.get("@type")
    return {str(each).rpartition("/")[2].lower() for each in (told if isinstance(told, list) else [told])}


def _dated(node: Node) -> bool:
    return any(text_of(node, name) for name in ("datePublished", "dateCreated", "headline"))


def _same(node: Node, title: str) -> bool:
    headline = " ".join(text_of(node, "headline").casefold().split())
    return bool(headline) and headline in " ".join(title.casefold().split())
