"""What a page says of itself, in its head and round its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from timeline.reading.page.linked import article_node, text_of
from timeline.reading.page.names import load_names
from timeline.reading.page.stamps import marked_up, stamps
from timeline.reading.published.clues import LINE, LINKED, META, Clue
from timeline.reading.published.when import When, read_when

CLEAR = 10  # characters of a heading that could be nothing else
_SITE = re.compile(r"\s+[|–—-]\s+|\s+[•·:»]{1,2}\s+")  # "Talks end | Example Times"


@dataclass(frozen=True, slots=True)
class About:
    """Fields as a record has them, and what speaks for a day of publication."""

    title: str
    source: str
    url: str
    language: str
    clues: tuple[Clue, ...]


def about_page(tree: HtmlElement, url: str = "") -> About:
    """What the page says; `url` is where it was found, which tells more than what some pages say."""
    meta = _meta(tree)
    heading = _heading(tree)
    node = article_node(tree, f"{heading} {meta.get('title', '')} {_words(tree.find('.//title'))}")
    title = text_of(node, "headline") or meta.get("title", "") or heading or _words(tree.find(".//title"))
    source = text_of(node, "publisher", "name") or meta.get("source", "")
    language = tree.get("lang") or meta.get("language", "")
    return About(
        title=_own(" ".join(title.split()), source, heading),
        source=source,
        url=_address(tree, meta, node) or url,
        language=language,
        clues=tuple(_clues(tree, node, meta, language)),
    )


def _clues(tree: HtmlElement, node: Mapping[str, object], meta: Mapping[str, str], language: str) -> Iterator[Clue]:
    linked = text_of(node, "datePublished") or text_of(node, "dateCreated")
    found = (
        (LINKED, read_when(linked)),
        (META, _first(meta) or marked_up(tree)),
        (LINE, next(stamps(tree, language), None)),
    )
    return (Clue(basis, when) for basis, when in found if when)


def _first(meta: Mapping[str, str]) -> When | None:
    """The day of the best tag that tells one."""
    days = (read_when(meta[name]) for name in load_names().meta["published"] if name in meta)
    return next((when for when in days if when), None)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """What the meta tags say: each by its own name, and each field by ours."""
    told = dict[str, str]()
    for tag in tree.iter("meta"):
        content = (tag.get("content") or "").strip()
        for name in ("property", "name", "itemprop", "http-equiv"):
            if content and tag.get(name):
                told.setdefault(tag.get(name, "").strip().lower(), content)
    own = {
        field: next((told[name] for name in names if name in told), "") for field, names in load_names().meta.items()
    }
    return told | {field: value for field, value in own.items() if value and field != "published"}


def _heading(tree: HtmlElement) -> str:
    """The main heading: the longest of the first rank, or one of a lower rank that the title of the page repeats."""
    title = _words(tree.find(".//title"))
    first = max((_words(head) for head in tree.iter("h1")), key=len, default="")
    lower = (_words(head) for head in tree.iter("h2", "h3"))
    return first or next((head for head in lower if len(head) > CLEAR and head in title), "")


def _words(element: HtmlElement | None) -> str:
    return " ".join(str(element.text_content()).split()) if element is not None else ""


def _address(tree: HtmlElement, meta: Mapping[str, str], node: Mapping[str, object]) -> str:
    """The canonical address."""
    links = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    nodes = [text_of(node, *path) for path in (("url",), ("mainEntityOfPage", "@id"), ("mainEntityOfPage",))]
    told = (url.strip() for url in (*links, meta.get("url", ""), *nodes))
    return next((url for url in told if url.startswith(("http://", "https://"))), "")


def _own(title: str, source: str, heading: str) -> str:
    """The title without the name of the site.

    >>> _own("Envoys meet in Hanoi | Example Times", "Example Times", ""), _own("Kim - Putin talks end", "KCNA", "")
    ('Envoys meet in Hanoi', 'Kim - Putin talks end')
    """
    if len(heading) > CLEAR and title.casefold().startswith(heading.casefold()):
        return heading
    parts = _SITE.split(title)
    if len(parts) > 1 and source and parts[-1].casefold() in source.casefold():
        return title[: title.rfind(parts[-1])].rstrip(" |–—-•·:»")
    return title
