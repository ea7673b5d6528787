"""The text of the article on a page, without what stands round it and in between."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from timeline.events.sentences import Zones, load_zones

SENTENCE = re.compile(r"[.!?…。다][\"”’'»)\]]*$")
BLOCKS = frozenset(["p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr", "table", "hr"])
UNFIT = re.compile("[\0\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what no tree holds
SILENT = ("script", "style", "noscript", "template", "svg", "iframe")
WHOLE = frozenset({"html", "body", "main", "article"})
MUCH = 0.4  # of the words of a page
SHORT = 300  # characters; a shorter text is looked for with more patience


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What `boilerplate.toml` says of elements and lines: no article, the head of a list of others, the end."""

    elements: etree.XPath
    lines: tuple[re.Pattern[str], ...]
    heads: tuple[re.Pattern[str], ...]
    ends: tuple[re.Pattern[str], ...]


@cache
def load_boilerplate() -> Boilerplate:
    """The patterns that come with the program."""
    raw = tomllib.loads((files("timeline.reading.page") / "boilerplate.toml").read_text(encoding="utf-8"))
    patterns = {name: tuple(re.compile(p, re.IGNORECASE) for p in raw[name]) for name in ("lines", "heads", "ends")}
    return Boilerplate(elements=etree.XPath(f"//*[{' or '.join(raw['elements'])}]"), **patterns)


def article_text(tree: HtmlElement, title: str = "") -> str:
    """The paragraphs of the article, one a line; "" where the page holds none. The tree is cut down to them."""
    from trafilatura import bare_extraction  # takes half a second to load

    plain = load_boilerplate()
    prune(tree, plain)
    for fast in (True, False):
        found = bare_extraction(tree, fast=fast, include_comments=False, include_tables=False)
        text = "\n".join(own_lines((getattr(found, "text", "") or "").splitlines(), title, plain))
        if len(text) >= SHORT:
            break
    return text


def prune(tree: HtmlElement, plain: Boilerplate) -> None:
    """Takes away the elements that are no article; one that holds much of the page is spared, whatever it is called."""
    etree.strip_elements(tree, *SILENT, with_tail=False)
    most = MUCH * len(tree.text_content())
    for element in plain.elements(tree):
        if element.tag not in WHOLE and element.getparent() is not None and len(element.text_content()) <= most:
            element.drop_tree()


def plain_text(html: str, title: str = "") -> str:
    """The words of a piece of HTML that is an article or part of one: a paragraph a line.

    >>> plain_text("<p>They <b>met</b>.</p><ul><li>In Oslo.</ul><p>Read more: Why"), plain_text("Talks &amp; deals")
    ('They met.\\nIn Oslo.', 'Talks & deals')
    """
    if not html.strip():
        return ""
    tree = fragment_fromstring(UNFIT.sub(" ", html), create_parent="div")
    for element in tree.iter():
        if element.tag in BLOCKS or not isinstance(element.tag, str):
            element.tail = f"\n{element.tail or ''}"
            element.text = f"\n{element.text or ''}" if isinstance(element.tag, str) else ""
    return "\n".join(own_lines(str(tree.text_content()).splitlines(), title))


def own_lines(lines: Iterable[str], title: str = "", plain: Boilerplate | None = None) -> list[str]:
    """The lines of the article itself, title and boilerplate left out.

    >>> own_lines(["Talks end", "They met.", "Read also", "Why they met", "They left."], "Talks end")
    ['They met.', 'They left.']
    """
    plain, zones = plain or load_boilerplate(), load_zones()
    own, known, listing = list[str](), " ".join(title.split()).casefold(), False
    for line in filter(None, (" ".join(line.split()) for line in lines)):
        if any(end.search(line) for end in (*plain.ends, *zones.end)):
            break
        listing = any(head.search(line) for head in plain.heads) or (listing and not SENTENCE.search(line))
        if not listing and line.casefold() != known and not _is_plain(line, plain, zones):
            own.append(line.removeprefix("- "))
    return own


def _is_plain(line: str, plain: Boilerplate, zones: Zones) -> bool:
    """Whether a line is no part of the article: an appeal, a caption, a teaser, a byline."""
    if any(p.search(line) for p in (*plain.lines, *zones.line)) or sum(bool(p.search(line)) for p in zones.appeal) > 1:
        return True
    return len(line) < 300 and any(p.search(line) for p in zones.caption) and line.count(". ") < 3
