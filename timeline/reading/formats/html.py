"""A web page as it was saved: from a browser, an archive or a crawl."""

from __future__ import annotations

import re
from io import BufferedReader

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from timeline.errors import InputError
from timeline.reading.files import File, Hints, read_whole
from timeline.reading.page.about import about_page
from timeline.reading.page.body import UNFIT, article_text
from timeline.reading.page.charset import decode_page
from timeline.reading.page.saved import unwrap
from timeline.reading.published.zones import host_of, outlet_of
from timeline.reading.records import Found, Record

LARGEST = 20 * 2**20  # bytes of a page
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(stream: BufferedReader, file: File) -> Found:
    """The article of the page."""
    content = read_whole(stream, file.where, LARGEST)
    if not content.strip():
        raise InputError("", file.where, "a web page, but this is empty")
    yield page_record(decode_page(content, file.hints.charset), file)


def page_record(text: str, file: File) -> Record:
    """The article of a page. Raises InputError where there is none."""
    saved = unwrap(text)
    tree = parse_page(saved.text, file.where)
    about = about_page(tree, saved.url or file.hints.url)
    body = article_text(tree, about.title)
    if not body:
        raise InputError("", file.where, "a web page with an article, but no text was found on this one")
    fields = {
        "text": body,
        "title": about.title,
        "source": about.source or outlet_of(about.url) or host_of(about.url),
        "url": about.url,
        "language": "",
    }
    hints = Hints(url=about.url, saved=saved.day or file.hints.saved)
    return Record(fields, file.where, file.name, clues=about.clues, hints=hints)


def parse_page(text: str, where: str) -> HtmlElement:
    """The tree of a page. Raises InputError for what is none."""
    plain = UNFIT.sub(" ", _DECLARED.sub("", text))
    try:
        return document_fromstring(plain, parser=HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("", where, f"a web page, but it cannot be read as one ({error})") from None
