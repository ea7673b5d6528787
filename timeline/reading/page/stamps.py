"""The day that a page shows its readers: in a time tag, a marked element, or a line beside the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from lxml.html import HtmlElement

from timeline.reading.page.names import load_names
from timeline.reading.published.heads import line_when, load_heads
from timeline.reading.published.when import When, read_when

ASIDE = frozenset({"aside", "nav", "footer"})
_SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "select", "option", "button"})
WHOLE = frozenset({"html", "body", "main"})
CHILDREN = 6
AROUND, BEFORE = 40, 12  # pieces of text after the title, and before it


def stamps(tree: HtmlElement, language: str = "en") -> Iterator[When]:
    """Days as the page shows them, the likeliest first."""
    for words in chain(_times(tree), _marked(tree), _beside_title(tree)):
        if when := read_when(words.value) if words.exact else line_when(words.value, language):
            yield when


def marked_up(tree: HtmlElement) -> When | None:
    """The day in an element that is marked as that of publication."""
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        for words in () if _is_aside(element) else _said(element):
            if when := read_when(words.value) if words.exact else line_when(words.value):
                return when
    return None


@dataclass(frozen=True, slots=True)
class Words:
    """Words that may tell a day; `exact`: they stand in an attribute, made for programs."""

    value: str
    exact: bool = False


def _times(tree: HtmlElement) -> Iterator[Words]:
    """Time tags: those of the article before those of the page, and none that tells of a change."""
    times = [each for each in tree.iter("time") if not _is_aside(each) and not _is_change(each)]
    inside = [each for each in times if any(up.tag in ("article", "main") for up in each.iterancestors())]
    for element in inside or times:
        yield from _said(element)


def _said(element: HtmlElement) -> Iterator[Words]:
    yield from (Words(element.get(name, ""), True) for name in ("datetime", "content", "title") if element.get(name))
    yield Words(_text(element))


def _marked(tree: HtmlElement) -> Iterator[Words]:
    """Elements whose class says that they hold a day, and that hold little else."""
    for element in filter(_is_stamp, tree.xpath("//body//*[@class or @id]")):
        if element.get("title"):
            yield Words(element.get("title", ""), True)
        yield Words(_text(element))
        yield from (Words(" ".join(text.split())) for text in element.itertext() if text.strip())


def _is_stamp(element: HtmlElement) -> bool:
    called, names = _names(element), load_names()
    if element.tag in _SKIPPED or len(element) > CHILDREN or not names.stamp.search(called):
        return False
    return not names.changed.search(called) and not _is_aside(element)


def _beside_title(tree: HtmlElement) -> Iterator[Words]:
    """Lines soon after the title, or just before it; where there is none, all lines."""
    heads = (list(tree.iter("h1")) or list(tree.iter("h2")) or list(tree.iter("h3")))[:2]
    for head in heads:
        yield from islice(_texts(head.xpath("following::text()")), AROUND)
        yield from islice(_texts(reversed(head.xpath("preceding::text()"))), BEFORE)
    if not heads:
        yield from islice(_texts(tree.xpath("//body//text()")), AROUND)


def _texts(found: Iterable[str]) -> Iterator[Words]:
    for text in found:
        parent = text.getparent()  # type: ignore[attr-defined]  # lxml's strings know where they stand
        if text.strip() and parent is not None and parent.tag not in _SKIPPED and not _is_aside(parent):
            yield Words(" ".join(text.split()))


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_change(element: HtmlElement) -> bool:
    """Whether it tells when the page was changed: by its name, or by the words in it and before it."""
    names = f"{_names(element)} {element.get('itemprop') or ''}"
    words = f"{_before(element)[-40:]} {str(element.text_content())[:80]}"
    return bool(load_names().changed.search(names) or load_heads().changed.search(words))


def _before(element: HtmlElement) -> str:
    """The words that stand just before an element."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return before.tail or ""
    return (parent.text or "") if parent is not None else ""


def _is_aside(element: HtmlElement) -> bool:
    """Whether it belongs to another article, or to none."""
    aside = load_names().aside
    for up in (element, *element.iterancestors()):
        if up.tag in ASIDE or (up.tag not in WHOLE and aside.search(_names(up))):
            return True
    return False
